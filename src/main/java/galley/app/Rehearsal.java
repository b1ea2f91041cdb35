package galley.app;

import galley.cli.Commands;
import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.SaveState;
import galley.ui.kit.Look;
import galley.ui.shell.MainModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Plays a start and some typing on an empty library, so that Java can keep what it learned (JEP
 * 514) and the next start needs not learn it again. {@code packaging/prepare} runs it; a cache that
 * has only seen a start makes typing no faster, one that has seen typing does.
 */
final class Rehearsal {
  private static final int KEYS = 600;
  private static final int LINE = 90;
  private static final String WORDS = "the ferry is the last **public** square we have, and *one* ";

  private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());

  /** JavaFX on a Linux desktop. */
  private static final String DESKTOP =
      """
      galley.app.Screens
      com.sun.prism.es2.ES2Pipeline
      com.sun.prism.es2.ES2ResourceFactory
      com.sun.prism.es2.GLPixelFormat
      com.sun.prism.es2.GLPixelFormat$Attributes
      com.sun.prism.es2.GLFactory
      com.sun.prism.es2.X11GLFactory
      com.sun.prism.es2.GLContext
      com.sun.prism.es2.X11GLContext
      com.sun.prism.es2.GLDrawable
      com.sun.prism.es2.X11GLDrawable
      com.sun.prism.es2.X11GLPixelFormat
      com.sun.prism.es2.GLGPUInfo
      com.sun.prism.ps.ShaderFactory
      com.sun.prism.impl.ps.BaseShaderFactory
      com.sun.glass.ui.gtk.GtkPlatformFactory
      com.sun.glass.ui.gtk.GtkApplication
      com.sun.glass.ui.gtk.GtkRobot
      com.sun.glass.ui.gtk.GtkTimer
      com.sun.glass.ui.gtk.GtkWindow
      com.sun.glass.ui.gtk.GtkPixels
      com.sun.glass.ui.gtk.GtkView
      com.sun.glass.ui.gtk.GtkCursor
      com.sun.glass.ui.gtk.GtkClipboardDelegate
      com.sun.glass.ui.gtk.GtkSystemClipboard
      com.sun.glass.ui.gtk.GtkDnDClipboard
      com.sun.glass.ui.InvokeLaterDispatcher
      com.sun.glass.ui.InvokeLaterDispatcher$InvokeLaterSubmitter
      com.sun.glass.ui.InvokeLaterDispatcher$Future
      com.sun.glass.ui.Size
      com.sun.glass.ui.delegate.MenuBarDelegate
      com.sun.glass.ui.delegate.MenuDelegate
      com.sun.glass.ui.delegate.MenuItemDelegate
      com.sun.glass.ui.delegate.ClipboardDelegate
      com.sun.javafx.application.preferences.PreferenceMapping
      com.sun.javafx.webkit.prism.WCGraphicsPrismContext$5
      com.sun.javafx.geom.LineIterator
      """;

  private final Stage stage;
  private final Wiring wiring;
  private final Timeline beat = new Timeline();
  private int keys;

  private Rehearsal(Stage stage, Path library, Clock clock) {
    this.stage = stage;
    wiring = new Wiring(stage, library, clock);
  }

  /** Takes one argument, the folder of a library that may be thrown away. */
  public static void main(String[] args) {
    Logs.quiet();
    // As a command, so that reading one is learned too.
    int code =
        Commands.run(
            List.of("--library", args[0]), Main.console(), (library, _) -> rehearse(library));
    System.exit(code == Commands.DONE ? new CommandRehearsal(Path.of(args[0])).site() : code);
  }

  private static int rehearse(Path library) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    // Most starts find a library with a post.
    try (Desk desk = Desk.open(library, clock, DeskOptions.window())) {
      var _ = desk.sample().join();
    }
    desktopClasses();
    var _ = Desk.ask(library, List.of());
    CompletableFuture<Desk> opening = Wiring.opening(library, clock);
    var _ = Look.fonts();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Platform.startup(() -> {
      Platform.setImplicitExit(false);
      Rehearsal rehearsal = new Rehearsal(new Stage(), library, clock);
      var _ = rehearsal.wiring.ended().thenRun(() -> ended.complete(null));
      rehearsal.play(opening);
    });
    Logs.into(library);
    ended.join();
    Platform.exit();
    return Commands.DONE;
  }

  /** Loads what a start uses and a rehearsal without a display does not. */
  private static void desktopClasses() {
    for (String name : DESKTOP.lines().toList()) {
      try {
        var _ = Class.forName(name, false, Stage.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        // JavaFX for this system has no such class.
        LOG.log(Level.FINE, "Not learned: {0}", name);
      }
    }
  }

  private void play(CompletableFuture<Desk> opening) {
    wiring.start(List.of(), opening);
    beat.setCycleCount(Timeline.INDEFINITE);
    beat.getKeyFrames().add(new KeyFrame(Duration.millis(20), _ -> next()));
    beat.play();
  }

  private void next() {
    boolean open =
        keys > 0
            || wiring
                .model()
                .map(MainModel::open)
                .flatMap(post -> post.state().get())
                .filter(state -> state.kind() == SaveState.Kind.SAVED)
                .isPresent();
    if (!open) {
      return;
    }
    if (keys == 0) {
      command("go-text");
    }
    if (keys == KEYS / 2) {
      command("outline");
      command("history");
      command("preview");
      command("go-text");
    }
    if (keys == KEYS) {
      beat.stop();
      wiring.quit();
      return;
    }
    if (keys % LINE == LINE - 1) {
      fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
      fire(KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED);
    } else {
      fire(
          KeyEvent.KEY_TYPED,
          String.valueOf(WORDS.charAt(keys % WORDS.length())),
          KeyCode.UNDEFINED);
    }
    keys++;
  }

  private void command(String id) {
    wiring.view().flatMap(view -> view.actions().find(id)).ifPresent(action -> action.run().run());
  }

  private void fire(EventType<KeyEvent> type, String typed, KeyCode code) {
    Scene scene = stage.getScene();
    Node owner = scene.getFocusOwner();
    Event.fireEvent(
        owner == null ? scene.getRoot() : owner,
        new KeyEvent(type, typed, code.getName(), code, false, false, false, false));
  }
}
