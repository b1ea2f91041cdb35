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

import galley.post.Anchor.Scope;
import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.Revision;
import galley.text.Span;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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

      | Day | שלום |
      | --- | --- |
      | One | e\u0301 😀 |

      The last one pays.
      """;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Program program;

  @BeforeEach
  void openAPost() throws Exception {
    program =
        Program.with(folder, given, "---\ntitle: The ferry\ndescription: Who pays?\n---\n" + BODY);
  }

  @AfterEach
  void closeIt() throws Exception {
    program.quit();
  }

  @Test
  void whatIsWrittenBecomesSuggestionsAndThePostStaysAsItWas() throws Exception {
    suggest();
    program.change("Febuary", "February");
    program.change("nobody", "**hardly** anybody");
    head("go-headline", "The last ferry");
    program.change("The last one", "## The last one");
    until("all are shown", () -> listed() == 4);
    pictures("suggesting");
    until("it is kept", () -> program.isSafe());
    program.session().flushed().get(20, TimeUnit.SECONDS);
    assertEquals(BODY, program.session().post().body(), "the post is not touched");
    assertEquals("The ferry", program.session().post().details().headline());
    assertTrue(
        fx(() ->
            program.scene().getRoot().lookupAll(".post-words, .post-headline").stream()
                .map(label -> ((Label) label).getText())
                .noneMatch(text -> text.contains("hardly") || text.contains("last"))),
        "nor is what the window says of it");
    assertTrue(fx(() -> program.says("Formatting: heading 2")));
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the post is shown again", () -> program.body().equals(BODY));
    assertEquals("The ferry", fx(this::headline));
    until("the suggestions are there", () -> program.notes().size() == 4);
    until("the branch is gone", () -> !isKept());
    until("their cards are there", () -> listed() == 4);
    press(program.scene(), KeyCode.F8);
    until("a card has the keyboard", this::isOnACard);
    UUID first = fx(() -> program.current());
    press(program.scene(), KeyCode.A);
    until("the headline is accepted", () -> headline().equals("The last ferry"));
    until("its card says so", () -> status(first) == Status.ACCEPTED);
    until("a card has the keyboard", this::isOnACard);
    press(program.scene(), KeyCode.Z, KeyCode.CONTROL);
    until("the headline is as it was", () -> headline().equals("The ferry"));
    until("it is open again", () -> status(first) == Status.OPEN);
  }

  @Test
  void whatWasSuggestedIsThereAfterTheProgramEnded() throws Exception {
    suggest();
    program.change("Febuary", "February");
    head("go-headline", "A ferry");
    program.quit();
    program.open();
    assertEquals(BODY, fx(program::body));
    until("the suggestions are there", () -> program.notes().size() == 2);
    assertEquals("February", program.notes().getLast().annotation().replacement().orElseThrow());
    assertEquals(Scope.HEADLINE, program.notes().getFirst().annotation().anchor().scope());
  }

  @Test
  void aSuggestionIsTakenBackOnItsCard() {
    suggest();
    program.change("Febuary", "February");
    until("it is shown", () -> listed() == 1);
    press(program.scene(), KeyCode.F8);
    until("its card has the keyboard", this::isOnACard);
    press(program.scene(), KeyCode.A);
    pulse();
    assertTrue(fx(() -> program.says("This becomes a suggestion when you are done")));
    press(program.scene(), KeyCode.F8);
    until("its card has the keyboard", this::isOnACard);
    press(program.scene(), KeyCode.R);
    until("the word is as it was", () -> program.body().equals(BODY));
    until("there is no suggestion", () -> listed() == 0);
    assertTrue(fx(() -> program.notes().isEmpty()));
  }

  @Test
  void somebodysSuggestionIsAcceptedMeanwhileAndUndoTakesBackThatAlone() throws Exception {
    UUID note = note("Febuary", Optional.of("February"));
    until("its card is there", () -> listed() == 1);
    suggest();
    program.change("nobody", "hardly anybody");
    until("both are shown", () -> listed() == 2);
    String mine = fx(program::body);
    accept(note);
    assertEquals(mine.replace("Febuary", "February"), fx(program::body));
    until("the post has it", () -> saved().contains("February"));
    assertEquals(BODY.replace("Febuary", "February"), saved(), "and nothing else");
    run(() -> program.command("go-text"));
    press(program.scene(), KeyCode.Z, KeyCode.CONTROL);
    assertEquals(mine, fx(program::body));
    until("it is open again", () -> status(note) == Status.OPEN);
    until("the post is as it was", () -> saved().equals(BODY));
    press(program.scene(), KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
    until("it is accepted again", () -> status(note) == Status.ACCEPTED);
    until("the post has it again", () -> saved().contains("February"));
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("mine is a suggestion now", () -> program.notes().size() == 2);
    assertEquals(BODY.replace("Febuary", "February"), fx(program::body));
  }

  @Test
  void notesAreMadeOnThePostsOwnWordsMeanwhile() {
    suggest();
    program.change("nobody", "hardly anybody, it is said,");
    until("it is shown", () -> listed() == 1);
    program.select("Febuary");
    press(program.scene(), KeyCode.M, KeyCode.CONTROL, KeyCode.ALT);
    until("the keyboard is on the card", () -> program.scene().getFocusOwner() instanceof TextArea);
    type(program.scene(), "Which year?");
    press(program.scene(), KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> program.notes().size() == 1);
    assertEquals("Febuary", program.notes().getFirst().annotation().anchor().exact());
    assertEquals(BODY.indexOf("Febuary"), program.notes().getFirst().placement().span().start());
    UUID note = program.notes().getFirst().annotation().id();
    until("both are listed", () -> listed() == 2);
    assertEquals(
        "Febuary",
        fx(() ->
            program.listed().stream()
                .filter(one -> one.annotation().id().equals(note))
                .findFirst()
                .orElseThrow()
                .placement()
                .span()
                .of(program.body())));
    program.session().review().reply(note, "1987").join();
    until("it is answered", () -> program.notes().getFirst().replies().size() == 1);
    program.session().review().judge(note, Status.RESOLVED).join();
    until("it is resolved", () -> status(note) == Status.RESOLVED);
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("mine is a suggestion", () -> program.notes().size() == 2);
  }

  @Test
  void postThatIsChangedMeanwhileTakesTheBranchAlong() throws Exception {
    suggest();
    program.change("Febuary", "February");
    head("go-headline", "A ferry");
    program
        .session()
        .change(draft -> draft.withBody("First of all.\n\n" + BODY), Revision.Kind.COMMAND)
        .get(20, TimeUnit.SECONDS);
    until(
        "the branch goes on from there",
        () ->
            program.body().equals("First of all.\n\n" + BODY.replace("Febuary", "February"))
                && headline().equals("A ferry"));
    UUID first = program.revisions().getLast().id();
    program.session().restore(first).get(20, TimeUnit.SECONDS);
    until(
        "the older state is the base",
        () -> program.body().equals(BODY.replace("Febuary", "February")));
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the post is shown", () -> program.body().equals(BODY));
    until("the suggestions are there", () -> program.notes().size() == 2);
  }

  @Test
  void chipsChangeThePostAndThatIsSaid() {
    suggest();
    program.change("Febuary", "February");
    run(() -> program.command("stage-in-review"));
    until("it is said", () -> program.says("Only words are suggested"));
    until(
        "the post has it",
        () -> program.session().post().details().stage() == galley.post.Stage.IN_REVIEW);
    assertEquals(BODY, saved());
  }

  @Test
  void movedParagraphsTablesAndUndoBecomeWhatWasWritten() {
    suggest();
    program.select("The last one pays.");
    for (int i = 0; i < 6; i++) {
      press(program.scene(), KeyCode.UP, KeyCode.ALT);
    }
    program.change("e\u0301 😀", "é 😀😀");
    program.change("שלום", "שלום עולם");
    program.change("dock", "doc");
    press(program.scene(), KeyCode.Z, KeyCode.CONTROL);
    String mine = fx(program::body);
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the post is shown", () -> program.body().equals(BODY));
    until("there are suggestions", () -> !program.notes().isEmpty() && !isKept());
    press(program.scene(), KeyCode.Z, KeyCode.CONTROL);
    assertEquals(BODY, fx(program::body), "what is undone is never another layer's");
    for (var one : program.notes()) {
      accept(one.annotation().id());
    }
    assertEquals(mine, fx(program::body));
  }

  @Test
  void linesEndAsTheyDid() throws Exception {
    program.quit();
    String body = BODY.replace("\n", "\r\n");
    String file = "---\ntitle: The ferry\n---\n" + BODY;
    program = Program.with(folder.resolve("other"), given, file.replace("\n", "\r\n"));
    assertEquals(body, saved());
    suggest();
    program.change("Febuary", "February");
    program.change("The last one", "The first one");
    until("both are shown", () -> listed() == 2);
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("they are suggestions", () -> program.notes().size() == 2);
    for (var one : program.notes()) {
      accept(one.annotation().id());
    }
    until("the post has them", () -> saved().contains("first") && saved().contains("February"));
    assertEquals(body.replace("Febuary", "February").replace("last one", "first one"), saved());
  }

  private void accept(UUID note) {
    run(() -> {
      program.wiring().view().orElseThrow().reviewed().current().set(Optional.of(note));
      program.command("accept-note");
    });
    until("it is accepted", () -> status(note) == Status.ACCEPTED);
  }

  @Test
  void folderThatTakesNothingIsSaidAndNothingIsLost() throws Exception {
    Path branches = folder.resolve("branches");
    Files.writeString(branches, "in the way");
    suggest();
    program.change("Febuary", "February");
    until("it is said", () -> program.says("What you suggest is not on the disk"));
    picture(program.scene(), "suggesting-failed");
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("it is said why not", () -> program.scene().getRoot().lookup(".scrim") != null);
    press(program.scene(), KeyCode.ESCAPE);
    until("that is read", () -> program.scene().getRoot().lookup(".scrim") == null);
    assertEquals(BODY.replace("Febuary", "February"), fx(program::body), "still in the window");
    Files.delete(branches);
    until("it is kept", () -> program.isSafe() && isKept());
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the post is shown", () -> program.body().equals(BODY));
    until("the suggestion is there", () -> program.notes().size() == 1);
  }

  private void pictures(String name) {
    for (int width : List.of(1440, 1024)) {
      run(() -> ((javafx.stage.Stage) program.scene().getWindow()).setWidth(width));
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        run(() -> Look.theme(program.scene(), theme));
        pulse();
        pulse();
        picture(program.scene(), name + "-" + width + (theme == Theme.DARK ? "-dark" : ""));
      }
    }
    run(() -> {
      Look.theme(program.scene(), Theme.LIGHT);
      ((javafx.stage.Stage) program.scene().getWindow()).setWidth(1440);
    });
    pulse();
  }

  private boolean isOnACard() {
    return program.has("note-card");
  }

  private int listed() {
    return program.listed().size();
  }

  private boolean isKept() {
    Path file = folder.resolve("branches").resolve(program.session().id() + ".json");
    try {
      return Files.exists(file) && Files.readString(file).contains("nobody");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String saved() {
    return program.session().post().body();
  }

  private String headline() {
    return ((TextArea) program.scene().getRoot().lookup(".headline")).getText();
  }

  private Status status(UUID note) {
    return program.notes().stream()
        .map(one -> one.annotation())
        .filter(one -> one.id().equals(note))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private UUID note(String words, Optional<String> instead) throws Exception {
    int at = BODY.indexOf(words);
    return program
        .session()
        .review()
        .add(
            instead.isPresent() ? Annotation.Kind.SUGGESTION : Annotation.Kind.COMMENT,
            Scope.TEXT,
            "",
            new Span(at, at + words.length()),
            "",
            instead)
        .get(20, TimeUnit.SECONDS)
        .id();
  }

  private void suggest() {
    press(program.scene(), KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
    until("the branch is shown", () -> program.scene().getRoot().lookup(".suggesting").isVisible());
  }

  /** Types another headline. */
  private void head(String where, String words) {
    run(() -> program.command(where));
    type(program.scene(), words);
    run(() -> program.command("go-text"));
  }
}
