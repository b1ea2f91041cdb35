package galley.app;

import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.DraftSession;
import galley.desk.SaveState;
import galley.post.PlacedAnnotation;
import galley.post.Revision;
import galley.ui.kit.FxTest.Stage;
import galley.ui.shell.MainModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.fxmisc.richtext.GenericStyledArea;

/** The whole program with one post open, for tests. Where not said otherwise, on JUnit's thread. */
final class Program {
  private final Path folder;
  private Wiring wiring;
  private Scene scene;

  private Program(Path folder) {
    this.folder = folder;
  }

  /** Brings a file into a new library and opens its post. */
  static Program with(Path folder, Path given, String file) throws Exception {
    Path post = Files.writeString(given.resolve("post.md"), file);
    try (Desk desk = Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false))) {
      desk.importing().bring(List.of(post), _ -> {}).join();
    }
    Program program = new Program(folder);
    program.open();
    return program;
  }

  /** Opens the window, with the post that was open last. */
  void open() {
    run(() -> {
      javafx.stage.Stage stage = new javafx.stage.Stage();
      wiring = new Wiring(stage, folder, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until("the post is open", () -> isSafe());
    run(() -> command("go-text"));
  }

  void quit() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  Scene scene() {
    return scene;
  }

  Wiring wiring() {
    return wiring;
  }

  boolean isSafe() {
    return wiring
        .model()
        .map(MainModel::open)
        .flatMap(open -> open.state().get())
        .filter(state -> state.kind() == SaveState.Kind.SAVED)
        .isPresent();
  }

  DraftSession session() {
    return wiring.model().map(MainModel::open).flatMap(open -> open.shown()).orElseThrow();
  }

  /** The revisions of the post, the newest first. */
  List<Revision> revisions() {
    Desk desk = wiring.model().map(MainModel::desk).orElseThrow();
    return desk.revisions(session().id()).join();
  }

  /** Runs a command of the menu; on the JavaFX thread. */
  void command(String id) {
    wiring.view().orElseThrow().actions().find(id).orElseThrow().run().run();
  }

  GenericStyledArea<?, ?, ?> area() {
    return (GenericStyledArea<?, ?, ?>) scene.getRoot().lookup(".manuscript");
  }

  /** The body as the window shows it. */
  String body() {
    return area().getText();
  }

  /** The notes as the review lists them. */
  List<PlacedAnnotation> listed() {
    return wiring.view().orElseThrow().reviewed().all();
  }

  /** The notes that are made. */
  List<PlacedAnnotation> notes() {
    return session().review().annotations();
  }

  UUID current() {
    return wiring.view().orElseThrow().reviewed().current().get().orElse(new UUID(0, 0));
  }

  /** Selects words in the text as a person who looks for them. */
  void select(String words) {
    run(() -> command("go-text"));
    run(() -> {
      int at = body().indexOf(words);
      if (at < 0) {
        throw new AssertionError("Not there: " + words);
      }
      area().selectRange(at, at + words.length());
    });
  }

  /** Types over words of the text. */
  void change(String words, String instead) {
    select(words);
    Stage.type(scene, instead);
  }

  /** Whether what has the keyboard is of that style, or within something that is. */
  boolean has(String style) {
    for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a label says this; on the JavaFX thread. */
  boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(label -> String.valueOf(((Labeled) label).getText()))
        .anyMatch(text -> text.contains(words));
  }
}
