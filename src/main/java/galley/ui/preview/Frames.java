package galley.ui.preview;

import javafx.animation.AnimationTimer;

/** Puts work off until the window was drawn once more. JavaFX thread only. */
final class Frames {
  /** Runs it after the next frame. */
  void nextFrame(Runnable work) {
    after(1, work);
  }

  /** Runs it after so many frames. */
  void after(int count, Runnable work) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames > count) {
          stop();
          work.run();
        }
      }
    }.start();
  }
}
