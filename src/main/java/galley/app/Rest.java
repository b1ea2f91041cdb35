package galley.app;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Gives memory back when the person rests. Java's serial collector takes more from the system
 * rather than clear up in the midst of typing: a text of 200,000 words then holds half a gigabyte,
 * of which four fifths are what earlier readings of it left behind. On the JavaFX thread.
 */
final class Rest {
  private static final Duration PAUSE = Duration.seconds(3);
  private static final long LITTLE = 96L << 20; // bytes that are never worth a look

  private final Runtime java = Runtime.getRuntime();
  private long needed;

  private Rest() {}

  /** Follows what is typed in a window. */
  static void follow(Scene scene) {
    Rest rest = new Rest();
    PauseTransition pause = new PauseTransition(PAUSE);
    pause.setOnFinished(_ -> rest.clear());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> pause.playFromStart());
    pause.play();
  }

  private void clear() {
    if (used() > Math.max(LITTLE, needed * 3 / 2)) {
      System.gc();
      needed = used();
    }
  }

  private long used() {
    return java.totalMemory() - java.freeMemory();
  }
}
