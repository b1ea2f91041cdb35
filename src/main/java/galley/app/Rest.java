package galley.app;

import galley.ui.kit.Fx;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Gives memory back when the person rests, and on very long texts now and then while they type.
 * Java's serial collector takes more from the system rather than clear up in the midst of typing: a
 * text of 200,000 words then holds half a gigabyte, of which four fifths are what earlier readings
 * of it left behind. On the JavaFX thread.
 */
final class Rest {
  private static final Duration PAUSE = Duration.seconds(3);
  private static final long LITTLE = 96L << 20; // bytes that are never worth a look

  // Some eight readings of a text of 200,000 words; clearing them takes a tenth of a second
  private static final long MUCH = 128L << 20;

  private final Runtime java = Runtime.getRuntime();
  private long needed;
  private boolean due;

  private Rest() {}

  /** Follows what is typed in a window. */
  static void follow(Scene scene) {
    Rest rest = new Rest();
    PauseTransition pause = new PauseTransition(PAUSE);
    pause.setOnFinished(_ -> rest.clear());
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        _ -> {
          pause.playFromStart();
          rest.relieve();
        });
    pause.play();
  }

  private void clear() {
    if (used() > Math.max(LITTLE, needed * 3 / 2)) {
      collect();
    }
  }

  /** Clears up between two keys where much has gathered: after this one has been drawn. */
  private void relieve() {
    if (!due && used() > Math.max(LITTLE, needed) + MUCH) {
      due = true;
      Fx.later(this::collect);
    }
  }

  private void collect() {
    due = false;
    System.gc();
    needed = used();
  }

  private long used() {
    return java.totalMemory() - java.freeMemory();
  }
}
