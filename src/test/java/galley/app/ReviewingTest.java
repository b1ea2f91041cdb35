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

import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.ui.kit.FxTest;
import java.nio.file.Path;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
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
  private Program program;
  private Scene scene;

  @BeforeEach
  void openAPost() throws Exception {
    program = Program.with(folder, given, "---\ntitle: The ferry\n---\n" + BODY);
    scene = program.scene();
  }

  @AfterEach
  void closeIt() throws Exception {
    program.quit();
  }

  @Test
  void commentIsMadeByKeysAnsweredAndResolved() {
    program.select("nurse");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Which hospital?");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> program.notes().size() == 1);
    assertEquals("nurse", fx(() -> program.notes().getFirst().annotation().anchor().exact()));
    until("the keyboard is on its card", () -> program.has("note-card"));
    assertTrue(fx(() -> scene.getFocusOwner().getAccessibleText()).contains("Which hospital?"));
    assertEquals("1", fx(() -> ((Label) scene.getRoot().lookup(".tab-count")).getText()));
    press(scene, KeyCode.ENTER);
    type(scene, "The one at Marrow Head.");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is answered", () -> program.notes().getFirst().replies().size() == 1);
    pulse();
    picture(scene, "reviewing-answered");
    run(() -> button("Resolve").fire());
    until("it is resolved", () -> status(0) == Status.RESOLVED);
  }

  @Test
  void wordsNotYetPostedStayWhenThePersonGoesElsewhere() {
    program.select("nurse");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Half a thou");
    press(scene, KeyCode.ESCAPE);
    until("the keyboard is in the text", () -> program.has("manuscript"));
    type(scene, "x");
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the card again", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "ght");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> program.notes().size() == 1);
    assertEquals("Half a thought", fx(() -> program.notes().getFirst().annotation().body()));
    assertTrue(
        fx(() -> program.notes().getFirst().annotation().anchor().exact()).contains("nurse"));
  }

  @Test
  void suggestionsAreJudgedByOneKeyAndUndoTakesThatBack() {
    suggest("Febuary", "February");
    suggest("nurse", "midwife");
    until("both are there", () -> program.notes().size() == 2);
    press(scene, KeyCode.F8);
    until("a card has the keyboard", () -> program.has("note-card"));
    UUID first = fx(() -> program.current());
    press(scene, KeyCode.A);
    until("it is accepted", () -> statusOf(first) == Status.ACCEPTED);
    until(
        "the next card has the keyboard",
        () -> !program.current().equals(first) && program.has("note-card"));
    UUID second = fx(() -> program.current());
    press(scene, KeyCode.R);
    until("it is rejected", () -> statusOf(second) == Status.REJECTED);
    String accepted = fx(() -> program.body());
    assertFalse(accepted.equals(BODY));
    run(() -> program.command("go-text"));
    press(scene, KeyCode.Z, KeyCode.CONTROL);
    assertEquals(BODY, fx(() -> program.body()));
    until("it is open again", () -> statusOf(first) == Status.OPEN);
    press(scene, KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
    assertEquals(accepted, fx(() -> program.body()));
    until("it is accepted again", () -> statusOf(first) == Status.ACCEPTED);
  }

  @Test
  void rejectionIsTakenBackFromTheCards() {
    suggest("Febuary", "February");
    suggest("nurse", "midwife");
    until("both are there", () -> program.notes().size() == 2);
    press(scene, KeyCode.F8);
    UUID first = fx(() -> program.current());
    press(scene, KeyCode.R);
    until("it is rejected", () -> statusOf(first) == Status.REJECTED);
    until("the next card has the keyboard", () -> program.has("note-card"));
    press(scene, KeyCode.Z, KeyCode.CONTROL);
    until("it is open again", () -> statusOf(first) == Status.OPEN);
  }

  @Test
  void headlineAndChipsTakeNotesToo() {
    run(() -> program.command("go-headline"));
    press(scene, KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, "Shorter?");
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> program.notes().size() == 1);
    assertEquals(Annotation.Kind.COMMENT, fx(() -> program.notes().getFirst().annotation().kind()));
    assertEquals("The ferry", fx(() -> program.notes().getFirst().annotation().anchor().exact()));
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
    until("it is posted", () -> program.notes().size() == 2);
    pulse();
    picture(scene, "reviewing-header");
    assertTrue(
        fx(() ->
            program.notes().stream()
                .anyMatch(note -> note.annotation().anchor().target().equals("section"))));
  }

  @Test
  void notesAreThereWhenThePostIsOpenedAgain() throws Exception {
    suggest("Febuary", "February");
    until("it is there", () -> program.notes().size() == 1);
    program.quit();
    program.open();
    scene = program.scene();
    until("it is there again", () -> program.notes().size() == 1);
    until("it is marked", () -> !scene.getRoot().lookupAll(".note-line").isEmpty());
    picture(scene, "reviewing-again");
  }

  private void suggest(String words, String instead) {
    int before = fx(() -> program.notes().size());
    program.select(words);
    run(() -> program.command("suggestion"));
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, instead);
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> program.notes().size() == before + 1);
  }

  private Button button(String title) {
    return scene.getRoot().lookupAll(".note-card .button").stream()
        .map(Button.class::cast)
        .filter(button -> ((Labeled) button).getText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private Status status(int index) {
    return program.notes().get(index).annotation().status();
  }

  private Status statusOf(UUID note) {
    return program.notes().stream()
        .map(PlacedAnnotation::annotation)
        .filter(said -> said.id().equals(note))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
