package galley.app;

import galley.desk.Settings;
import galley.desk.WindowState;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Puts the window where it was, if there is still a screen, and remembers where it is. */
final class WindowPlace {
  static final double WIDTH = 1440;
  static final double HEIGHT = 900;
  private static final double SEEN = 120;

  private final Stage stage;
  private Optional<WindowState> normal = Optional.empty();

  WindowPlace(Stage stage) {
    this.stage = stage;
  }

  /** To be called before the window is shown. */
  void restore(Optional<WindowState> state) {
    Optional<WindowState> there = state.filter(WindowPlace::isOnScreen);
    if (there.isEmpty()) {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(WIDTH, screen.getWidth()));
      stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    }
    there.ifPresent(now -> {
      normal = there;
      stage.setX(now.x());
      stage.setY(now.y());
      stage.setWidth(now.width());
      stage.setHeight(now.height());
      stage.setMaximized(now.maximized());
    });
  }

  private static boolean isOnScreen(WindowState state) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(screen ->
            screen.intersects(state.x() + SEEN / 2, state.y(), state.width() - SEEN, SEEN)
                && state.y() >= screen.getMinY() - SEEN);
  }

  /** Remembers a moment after each change, so that even a kill does not lose it. */
  void follow(Settings settings) {
    PauseTransition pause = new PauseTransition(Duration.millis(800));
    pause.setOnFinished(_ -> remember(settings));
    InvalidationListener changed = _ -> pause.playFromStart();
    stage.xProperty().addListener(changed);
    stage.yProperty().addListener(changed);
    stage.widthProperty().addListener(changed);
    stage.heightProperty().addListener(changed);
    stage.maximizedProperty().addListener(changed);
  }

  void remember(Settings settings) {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    boolean full = stage.isMaximized() || stage.isFullScreen();
    WindowState now =
        new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), full);
    if (full) {
      // Where it goes when it is no longer maximized: where it was before.
      now =
          normal
              .map(before ->
                  new WindowState(before.x(), before.y(), before.width(), before.height(), true))
              .orElse(now);
    } else {
      normal = Optional.of(now);
    }
    settings.window(now);
  }
}
