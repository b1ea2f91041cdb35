package galley.app;

import galley.cli.Commands;
import galley.desk.Desk;
import galley.desk.SaveState;
import galley.ui.kit.Look;
import galley.ui.shell.MainModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  private final Stage stage;
  private final Wiring wiring;
  private final Timeline beat = new Timeline();
  private int keys;

  private Rehearsal(Stage stage, Path library) {
    this.stage = stage;
    wiring = new Wiring(stage, library, Clock.system(ZoneId.systemDefault()));
  }

  /** Takes one argument, the folder of a library that may be thrown away. */
  public static void main(String[] args) {
    Logs.quiet();
    // As a command, so that reading one is learned too.
    System.exit(
        Commands.run(
            List.of("--library", args[0]), Main.console(), (library, _) -> rehearse(library)));
  }

  private static int rehearse(Path library) {
    var _ = Desk.ask(library, List.of());
    var _ = Look.fonts();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Platform.startup(() -> {
      Platform.setImplicitExit(false);
      Rehearsal rehearsal = new Rehearsal(new Stage(), library);
      var _ = rehearsal.wiring.ended().thenRun(() -> ended.complete(null));
      rehearsal.play();
    });
    Logs.into(library);
    ended.join();
    Platform.exit();
    return Commands.DONE;
  }

  private void play() {
    wiring.start(List.of());
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
