package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.DraftSession;
import galley.desk.SaveState;
import galley.post.PlacedAnnotation;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import galley.ui.shell.MainModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An editor who suggests by writing, in the whole program. */
@FxTest
final class SuggestingTest {
  private static final String BODY =
      """
      On the 06:40 nobody is a customer.

      It was taken in Febuary, when the fleet was in dock.
      """;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Scene scene;
  private Wiring wiring;

  @BeforeEach
  void openAPost() throws Exception {
    Path file = Files.writeString(given.resolve("ferry.md"), "---\ntitle: The ferry\n---\n" + BODY);
    try (Desk desk = Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false))) {
      desk.importing().bring(List.of(file), _ -> {}).join();
    }
    open();
  }

  private void open() {
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
    until("the post is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("go-text"));
  }

  @AfterEach
  void closeIt() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  @Test
  void whatIsWrittenBecomesSuggestionsAndThePostStaysAsItWas() throws Exception {
    suggest();
    change("Febuary", "February");
    change("nobody", "hardly anybody");
    until("both are shown", () -> notes().size() == 2);
    pulse();
    picture(scene, "suggesting");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    picture(scene, "suggesting-dark");
    run(() -> Look.theme(scene, Theme.LIGHT));
    until("they are kept", () -> branches() == 1);
    session().flushed().get(20, TimeUnit.SECONDS);
    assertEquals(BODY, session().post().body(), "the post is not touched");
    assertTrue(
        fx(() -> ((Label) scene.getRoot().lookup(".post-words")).getText()).contains("nobody"),
        "nor is what the window says of it");
    press(scene, KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the post is shown again", () -> body().equals(BODY));
    until("the suggestions are there", () -> session().review().annotations().size() == 2);
    until("the branch is gone", () -> branches() == 0);
    until("their cards are there", () -> notes().size() == 2);
    press(scene, KeyCode.F8);
    until("a card has the keyboard", () -> isOnACard());
    press(scene, KeyCode.A);
    until("one is accepted", () -> !body().equals(BODY));
    pulse();
    picture(scene, "suggesting-accepted");
  }

  @Test
  void whatWasSuggestedIsThereAfterTheProgramEnded() throws Exception {
    suggest();
    change("Febuary", "February");
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    open();
    assertEquals(BODY, fx(this::body));
    until("the suggestion is there", () -> session().review().annotations().size() == 1);
    assertEquals(
        "February",
        session().review().annotations().getFirst().annotation().replacement().orElseThrow());
  }

  @Test
  void aSuggestionIsTakenBackOnItsCard() {
    suggest();
    change("Febuary", "February");
    until("it is shown", () -> notes().size() == 1);
    press(scene, KeyCode.F8);
    until("its card has the keyboard", () -> isOnACard());
    press(scene, KeyCode.R);
    until("the word is as it was", () -> body().equals(BODY));
    until("there is no suggestion", () -> notes().isEmpty());
    assertTrue(fx(() -> session().review().annotations().isEmpty()));
  }

  private boolean isOnACard() {
    return scene.getFocusOwner() != null
        && scene.getFocusOwner().getStyleClass().contains("note-card");
  }

  private void suggest() {
    press(scene, KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the branch is shown", () -> scene.getRoot().lookup(".suggesting").isVisible());
  }

  private void change(String words, String instead) {
    run(() -> {
      int at = body().indexOf(words);
      area().requestFocus();
      area().selectRange(at, at + words.length());
    });
    type(scene, instead);
  }

  private long branches() {
    Path there = folder.resolve("branches");
    try (Stream<Path> files = Files.isDirectory(there) ? Files.list(there) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<PlacedAnnotation> notes() {
    return wiring.view().orElseThrow().reviewed().all();
  }

  private org.fxmisc.richtext.GenericStyledArea<?, ?, ?> area() {
    return (org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) scene.getRoot().lookup(".manuscript");
  }

  private String body() {
    return area().getText();
  }

  private DraftSession session() {
    return wiring.model().map(MainModel::open).flatMap(open -> open.shown()).orElseThrow();
  }

  private void command(String id) {
    wiring.view().orElseThrow().actions().find(id).orElseThrow().run().run();
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
