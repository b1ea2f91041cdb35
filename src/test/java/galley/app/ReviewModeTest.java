package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.DraftSession;
import galley.desk.SaveState;
import galley.post.Anchor;
import galley.post.Annotation.Kind;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Revision;
import galley.text.Span;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import galley.ui.shell.MainModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Reading the text otherwise, dragging notes, and words that were begun, in the whole program. */
@FxTest
final class ReviewModeTest {
  private static final String BODY =
      "On the 06:40 nobody is a customer. A nurse sits beside the man who will fix her roof.\n\n"
          + "## What the ledger leaves out\n\n"
          + "The county says the sailing loses money. It does not say who rides it.\n\n"
          + "A bus can be late. ".repeat(12)
          + "\n\n"
          + "> You can close a route in an afternoon.\n\n"
          + "Nobody opens one in ten years, and nobody tries. ".repeat(30)
          + "\n";

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Scene scene;
  private Wiring wiring;

  @BeforeEach
  void openAPost() throws Exception {
    Path one = Files.writeString(given.resolve("other.md"), "---\ntitle: Other\n---\nOther words.");
    Path two = Files.writeString(given.resolve("ferry.md"), "---\ntitle: The ferry\n---\n" + BODY);
    inLibrary(desk -> desk.importing().bring(List.of(one, two), _ -> {}).join());
    inLibrary(desk -> desk.settings().lastPost(id(desk, "ferry")));
    open();
  }

  private static java.util.UUID id(Desk desk, String slug) {
    return desk.find(slug).join().orElseThrow().id();
  }

  private void inLibrary(java.util.function.Consumer<Desk> work) {
    try (Desk desk = Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false))) {
      work.accept(desk);
    }
  }

  private void open() {
    run(() -> {
      Stage stage = new Stage();
      wiring = new Wiring(stage, folder, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until("the post is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("go-text"));
  }

  @AfterEach
  void close() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  @Test
  void textIsReadOtherwiseInItsPlaceAndTheEditorComesBackAsItWas() {
    suggest("nurse", "doctor");
    suggest("money", "$412,000 a year");
    run(() -> command("review"));
    run(() -> area().moveTo(40));
    pulse();
    double y = fx(() -> lineOnScreen(area()));
    run(() -> command("read-clean"));
    until("it is read", () -> says("Editing is off."));
    pulse();
    assertTrue(fx(() -> reading(0).getText()).contains("A doctor sits"));
    assertEquals(y, fx(() -> lineOnScreen(reading(0))), 1.01);
    picture(scene, "reading-clean");
    type(scene, "zzz");
    assertFalse(fx(() -> actionEnabled("bold")));
    run(() -> command("read-side-by-side"));
    pulse();
    pulse();
    assertEquals(y, fx(() -> lineOnScreen(reading(0))), 1.01);
    assertEquals(y, fx(() -> lineOnScreen(reading(1))), 1.01);
    assertTrue(fx(() -> reading(0).getText()).contains("A nurse sits"));
    assertTrue(fx(() -> reading(1).getText()).contains("A doctor sits"));
    picture(scene, "reading-both");
    run(() -> Look.theme(scene, Theme.DARK));
    run(() -> command("read-original"));
    pulse();
    pulse();
    picture(scene, "reading-original-dark");
    assertTrue(fx(() -> says("Reading the original. Editing is off.")));
    press(scene, KeyCode.ESCAPE);
    pulse();
    assertEquals(BODY, fx(() -> area().getText()));
    assertEquals(40, fx(() -> area().getCaretPosition()));
    assertEquals(y, fx(() -> lineOnScreen(area())), 1.01);
    assertFalse(fx(() -> says("Editing is off.")));
    assertTrue(fx(() -> actionEnabled("bold")));
    type(scene, "x");
    assertTrue(fx(() -> area().getText()).contains("x"));
  }

  @Test
  void noteWhoseWordsAreGoneIsDraggedOntoOthers() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    inLibrary(desk -> {
      try (DraftSession session = desk.open(id(desk, "ferry")).join()) {
        int at = BODY.indexOf("nurse");
        Span span = new Span(at, at + 5);
        session
            .review()
            .add(Kind.COMMENT, Anchor.Scope.TEXT, "", span, "Which hospital?", Optional.empty())
            .join();
      }
      desk.change(
              id(desk, "ferry"),
              draft -> draft.withBody(BODY.substring(BODY.indexOf("##"))),
              Revision.Kind.AUTOSAVED)
          .join();
    });
    open();
    run(() -> command("review"));
    until("its words are gone", () -> placement().state() == Placement.State.ORPHAN);
    until("it has a grip", () -> scene.getRoot().lookup(".note-grip") != null);
    picture(scene, "dragging-before");
    Bounds grip = fx(() -> onScene(scene.getRoot().lookup(".note-grip")));
    Bounds word = fx(() -> wordOnScene("ledger"));
    drag(MouseEvent.MOUSE_PRESSED, grip.getCenterX(), grip.getCenterY());
    drag(MouseEvent.MOUSE_DRAGGED, word.getCenterX() + 60, word.getCenterY());
    drag(MouseEvent.MOUSE_DRAGGED, word.getCenterX(), word.getCenterY());
    pulse();
    picture(scene, "dragging");
    drag(MouseEvent.MOUSE_RELEASED, word.getCenterX(), word.getCenterY());
    until("it stands there", () -> placement().state() == Placement.State.LIVE);
    assertEquals("ledger", fx(() -> placement().span().of(area().getText())));
  }

  @Test
  void wordsThatWereBegunSurviveAnotherPostAndTheEndOfTheProgram() throws Exception {
    suggest("money", "$412,000 a year");
    find("nurse");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Half a thou");
    until("it is on the disk", () -> kept().contains("Half a thou"));
    openPost("other");
    assertFalse(fx(() -> begun("Half a thou")));
    openPost("ferry");
    until("it is back", () -> begun("Half a thou"));
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    open();
    run(() -> command("review"));
    until("it is back again", () -> begun("Half a thou"));
    picture(scene, "unsent-back");
    run(() ->
        scene.getRoot().lookupAll(".note-card.unsent .text-area").stream()
            .findFirst()
            .orElseThrow()
            .requestFocus());
    press(scene, KeyCode.END);
    type(scene, "ght");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> notes().size() == 2);
    until("nothing is kept any more", () -> kept().isEmpty());
    assertTrue(
        fx(() -> notes().stream().anyMatch(n -> n.annotation().body().equals("Half a thought"))));
  }

  private void openPost(String slug) {
    String headline = slug.equals("other") ? "Other" : "The ferry";
    java.util.UUID wanted =
        fx(() -> wiring.model().orElseThrow())
            .open()
            .shown()
            .map(now -> now.post().details().headline().equals(headline) ? now.id() : null)
            .orElse(null);
    if (wanted == null) {
      run(() -> {
        var list = (javafx.scene.control.ListView<?>) scene.getRoot().lookup(".post-list");
        for (int i = 0; i < list.getItems().size(); i++) {
          if (list.getItems().get(i).toString().contains(headline)) {
            list.getSelectionModel().select(i);
          }
        }
        list.requestFocus();
      });
      press(scene, KeyCode.ENTER);
    }
    until(
        headline + " is open",
        () ->
            state() == SaveState.Kind.SAVED
                && session().post().details().headline().equals(headline));
    run(() -> command("review"));
    pulse();
  }

  private String kept() {
    Path unsent = folder.resolve("unsent");
    if (!Files.isDirectory(unsent)) {
      return "";
    }
    try (Stream<Path> files = Files.list(unsent)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (NoSuchFileException e) {
      return ""; // sent while this looked
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean begun(String words) {
    return scene.getRoot().lookupAll(".note-card.unsent .text-area").stream()
        .anyMatch(node -> node instanceof TextArea area && words.equals(area.getText()));
  }

  private void suggest(String words, String instead) {
    int at = BODY.indexOf(words);
    Span span = new Span(at, at + words.length());
    fx(this::session)
        .review()
        .add(Kind.SUGGESTION, Anchor.Scope.TEXT, "", span, "", Optional.of(instead))
        .join();
    until("it is shown", () -> notes().stream().anyMatch(n -> exact(n).equals(words)));
  }

  private static String exact(PlacedAnnotation note) {
    return note.annotation().anchor().exact();
  }

  private void find(String words) {
    run(() -> {
      int at = area().getText().indexOf(words);
      area().selectRange(at, at + words.length());
      area().requestFocus();
    });
  }

  private Placement placement() {
    return notes().isEmpty()
        ? new Placement(Placement.State.LIVE, new Span(0, 0))
        : notes().getFirst().placement();
  }

  private static Bounds onScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Bounds wordOnScene(String word) {
    int at = area().getText().indexOf(word);
    Bounds found = area().getCharacterBoundsOnScreen(at, at + word.length()).orElseThrow();
    return area().localToScene(area().screenToLocal(found));
  }

  private static double lineOnScreen(org.fxmisc.richtext.GenericStyledArea<?, ?, ?> in) {
    return in.getCharacterBoundsOnScreen(0, 1).orElseThrow().getMinY();
  }

  private void drag(EventType<MouseEvent> type, double x, double y) {
    run(() -> {
      Node grip = scene.getRoot().lookup(".note-grip");
      Event.fireEvent(
          grip,
          new MouseEvent(
              type,
              x,
              y,
              x,
              y,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              type != MouseEvent.MOUSE_RELEASED,
              false,
              false,
              false,
              false,
              type == MouseEvent.MOUSE_PRESSED,
              null));
    });
  }

  private org.fxmisc.richtext.GenericStyledArea<?, ?, ?> area() {
    return scene.getRoot().lookupAll(".manuscript").stream()
        .filter(node -> !node.getStyleClass().contains("reading"))
        .map(node -> (org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) node)
        .findFirst()
        .orElseThrow();
  }

  private org.fxmisc.richtext.GenericStyledArea<?, ?, ?> reading(int index) {
    return scene.getRoot().lookupAll(".manuscript.reading").stream()
        .map(node -> (org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) node)
        .sorted(java.util.Comparator.comparingDouble(node -> node.localToScene(0, 0).getX()))
        .toList()
        .get(index);
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Labeled label && label.getText().contains(words));
  }

  private List<PlacedAnnotation> notes() {
    return wiring.view().orElseThrow().reviewed().all();
  }

  private DraftSession session() {
    return wiring.model().orElseThrow().open().shown().orElseThrow();
  }

  private void command(String id) {
    wiring.view().orElseThrow().actions().find(id).orElseThrow().run().run();
  }

  private boolean actionEnabled(String id) {
    return wiring.view().orElseThrow().actions().find(id).orElseThrow().isEnabled();
  }

  private SaveState.Kind state() {
    return wiring
        .model()
        .map(MainModel::open)
        .flatMap(open -> open.state().get())
        .map(SaveState::kind)
        .orElse(null);
  }
}
