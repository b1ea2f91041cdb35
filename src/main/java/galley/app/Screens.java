package galley.app;

import galley.desk.Desk;
import galley.ui.kit.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX, shows the window, and waits until a person closes it. */
final class Screens {
  // A key's new pixels wait for the next pulse: 240 a second instead of 60 took the median from
  // 21 to 16 ms, and an idle window still draws nothing.
  private static final String PULSE = "javafx.animation.pulse";
  private static final String PIPELINES = "prism.order";

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
    boolean quietly = System.getProperty(PULSE) == null;
    if (quietly) {
      System.setProperty(PULSE, "240");
    }
    if (System.getProperty(PIPELINES) == null && !hasGraphicsCard()) {
      System.setProperty(PIPELINES, "sw");
    }
    Clock clock = Clock.system(ZoneId.systemDefault());
    Optional<CompletableFuture<Desk>> early = early(library, clock);
    var _ = Look.fonts();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    try {
      Platform.startup(() -> {
        if (quietly) {
          // The toolkit knows it by now. What animates asks the toolkit, unless it finds the
          // property, which it then tells on the terminal.
          System.clearProperty(PULSE);
        }
        Platform.setImplicitExit(false);
        Wiring wiring = new Wiring(new Stage(), library, clock);
        var _ = wiring.ended().thenRun(() -> ended.complete(null));
        early.ifPresentOrElse(opening -> wiring.start(files, opening), () -> wiring.start(files));
      });
    } catch (UnsupportedOperationException e) {
      early.ifPresent(opening -> opening.handle((desk, _) -> desk).join().close());
      throw e;
    }
    Logs.into(library); // while JavaFX starts
    ended.join();
    Platform.exit();
    return 0;
  }

  /**
   * Whether JavaFX may find a graphics card. On a Linux machine without one it would load OpenGL to
   * learn that, in 60 ms, and then draw in software all the same.
   */
  private static boolean hasGraphicsCard() {
    return !System.getProperty("os.name", "").equals("Linux")
        || Files.exists(Path.of("/dev/dri"))
        || Files.exists(Path.of("/dev/nvidia0"));
  }

  /**
   * Begins to open a library while JavaFX starts. One that is not there yet waits for the window:
   * where no window can be shown none should be made.
   */
  private static Optional<CompletableFuture<Desk>> early(Path library, Clock clock) {
    return Desk.isLibrary(library) ? Optional.of(Wiring.opening(library, clock)) : Optional.empty();
  }
}
