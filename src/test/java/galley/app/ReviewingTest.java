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
import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.ui.kit.FxTest;
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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An editor at work in the whole program, by keyboard. */
@FxTest
final class ReviewingTest {
  private static final String BODY =
      """
      On the 06:40 nobody is a customer. A nurse sits beside the man who will fix her roof.

      The county says the sailing loses $412,000 a year. It was taken in Febuary.
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
  void closeIt() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  @Test
  void commentIsMadeByKeysAnsweredAndResolved() {
    find("nurse");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Which hospital?");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> notes().size() == 1);
    assertEquals("nurse", fx(() -> notes().getFirst().annotation().anchor().exact()));
    until("the keyboard is on its card", () -> has("note-card"));
    assertTrue(fx(() -> scene.getFocusOwner().getAccessibleText()).contains("Which hospital?"));
    assertEquals("1", fx(() -> ((Label) scene.getRoot().lookup(".tab-count")).getText()));
    press(scene, KeyCode.ENTER);
    type(scene, "The one at Marrow Head.");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is answered", () -> notes().getFirst().replies().size() == 1);
    pulse();
    picture(scene, "reviewing-answered");
    run(() -> button("Resolve").fire());
    until("it is resolved", () -> status(0) == Status.RESOLVED);
  }

  @Test
  void wordsNotYetPostedStayWhenThePersonGoesElsewhere() {
    find("nurse");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Half a thou");
    press(scene, KeyCode.ESCAPE);
    until("the keyboard is in the text", () -> has("manuscript"));
    type(scene, "x");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the card again", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "ght");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> notes().size() == 1);
    assertEquals("Half a thought", fx(() -> notes().getFirst().annotation().body()));
    assertTrue(fx(() -> notes().getFirst().annotation().anchor().exact()).contains("nurse"));
  }

  @Test
  void suggestionsAreJudgedByOneKeyAndUndoTakesThatBack() {
    suggest("Febuary", "February");
    suggest("nurse", "midwife");
    until("both are there", () -> notes().size() == 2);
    press(scene, KeyCode.F8);
    until("a card has the keyboard", () -> has("note-card"));
    UUID first = fx(() -> current());
    press(scene, KeyCode.A);
    until("it is accepted", () -> statusOf(first) == Status.ACCEPTED);
    until("the next card has the keyboard", () -> !current().equals(first) && has("note-card"));
    UUID second = fx(() -> current());
    press(scene, KeyCode.R);
    until("it is rejected", () -> statusOf(second) == Status.REJECTED);
    String accepted = fx(() -> body());
    assertFalse(accepted.equals(BODY));
    run(() -> command("go-text"));
    press(scene, KeyCode.Z, KeyCode.CONTROL);
    assertEquals(BODY, fx(() -> body()));
    until("it is open again", () -> statusOf(first) == Status.OPEN);
    press(scene, KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
    assertEquals(accepted, fx(() -> body()));
    until("it is accepted again", () -> statusOf(first) == Status.ACCEPTED);
  }

  @Test
  void rejectionIsTakenBackFromTheCards() {
    suggest("Febuary", "February");
    suggest("nurse", "midwife");
    until("both are there", () -> notes().size() == 2);
    press(scene, KeyCode.F8);
    UUID first = fx(() -> current());
    press(scene, KeyCode.R);
    until("it is rejected", () -> statusOf(first) == Status.REJECTED);
    until("the next card has the keyboard", () -> has("note-card"));
    press(scene, KeyCode.Z, KeyCode.CONTROL);
    until("it is open again", () -> statusOf(first) == Status.OPEN);
  }

  @Test
  void headlineAndChipsTakeNotesToo() {
    run(() -> command("go-headline"));
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Shorter?");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> notes().size() == 1);
    assertEquals(Annotation.Kind.COMMENT, fx(() -> notes().getFirst().annotation().kind()));
    assertEquals("The ferry", fx(() -> notes().getFirst().annotation().anchor().exact()));
    run(() ->
        scene.getRoot().lookupAll(".chip").stream()
            .filter(chip -> "section".equals(chip.getUserData()))
            .findFirst()
            .orElseThrow()
            .requestFocus());
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Opinion, surely");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> notes().size() == 2);
    pulse();
    picture(scene, "reviewing-header");
    assertTrue(
        fx(() ->
            notes().stream()
                .anyMatch(note -> note.annotation().anchor().target().equals("section"))));
  }

  @Test
  void notesAreThereWhenThePostIsOpenedAgain() throws Exception {
    suggest("Febuary", "February");
    until("it is there", () -> notes().size() == 1);
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    open();
    until("it is there again", () -> notes().size() == 1);
    until("it is marked", () -> !scene.getRoot().lookupAll(".note-line").isEmpty());
    picture(scene, "reviewing-again");
  }

  private void suggest(String words, String instead) {
    int before = fx(() -> notes().size());
    find(words);
    run(() -> command("suggestion"));
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, instead);
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> notes().size() == before + 1);
  }

  /** Selects words in the text as a person who looks for them. */
  private void find(String words) {
    run(() -> command("go-text"));
    run(() -> {
      int at = body().indexOf(words);
      Node text = scene.getFocusOwner();
      assertTrue(text.getStyleClass().contains("manuscript"));
      ((org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) text).selectRange(at, at + words.length());
    });
  }

  private boolean has(String style) {
    for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  private Button button(String title) {
    return scene.getRoot().lookupAll(".note-card .button").stream()
        .map(Button.class::cast)
        .filter(button -> ((Labeled) button).getText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private UUID current() {
    return wiring.view().orElseThrow().reviewed().current().get().orElse(new UUID(0, 0));
  }

  private Status status(int index) {
    return notes().get(index).annotation().status();
  }

  private Status statusOf(UUID note) {
    return notes().stream()
        .map(PlacedAnnotation::annotation)
        .filter(said -> said.id().equals(note))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private List<PlacedAnnotation> notes() {
    return session().review().annotations();
  }

  private String body() {
    Node text = scene.getRoot().lookup(".manuscript");
    return ((org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) text).getText();
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
