package galley.app;

import galley.desk.Desk;
import galley.ui.kit.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX, shows the window, and waits until a person closes it. */
final class Screens {
  // A key's new pixels wait for the next pulse: 240 a second instead of 60 took the median from
  // 21 to 16 ms, and an idle window still draws nothing.
  private static final String PULSE = "javafx.animation.pulse";

  private Screens() {}

  /**
   * Shows the window on a library, or asks the Galley that has it open to come forward.
   *
   * @param files to bring in and open, may be empty
   * @return the program's exit code
   */
  static int show(Path library, List<Path> files) {
    if (Desk.ask(library, files)) {
      return 0;
    }
    if (System.getProperty(PULSE) == null) {
      System.setProperty(PULSE, "240");
    }
    var _ = Look.fonts();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Platform.startup(() -> {
      Platform.setImplicitExit(false);
      Wiring wiring = new Wiring(new Stage(), library, Clock.system(ZoneId.systemDefault()));
      var _ = wiring.ended().thenRun(() -> ended.complete(null));
      wiring.start(files);
    });
    Logs.into(library); // while JavaFX starts
    ended.join();
    Platform.exit();
    return 0;
  }
}
