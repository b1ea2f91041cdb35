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
import galley.desk.SaveState;
import galley.desk.Settings;
import galley.post.Draft;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import galley.ui.shell.MainModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a real window. */
@FxTest
final class WindowTest {
  // The log may still be written while the window closes, and nothing here needs it gone.
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Stage stage;
  private Scene scene;
  private Wiring wiring;

  @AfterEach
  void closeIt() throws Exception {
    if (wiring != null) {
      close();
    }
  }

  @Test
  void whatIsTypedIsSavedAndFoundAgainAtTheSamePlace() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    assertTrue(fx(() -> label(".post-headline")).startsWith("Read it once"));
    run(() -> command("go-text"));
    press(scene, KeyCode.END, KeyCode.CONTROL);
    type(scene, " The very last words.");
    until("the words are saved", () -> state() == SaveState.Kind.SAVED);
    assertTrue(fx(() -> label(".status-state .label")).startsWith("Saved "));
    String position = fx(() -> label(".status-position"));
    close();

    try (Desk desk = Desk.open(folder, Clock.systemUTC(), DeskOptions.existing())) {
      String body = desk.post(desk.posts().join().getFirst().id()).join().body();
      assertTrue(body.contains("The very last words."), body.substring(body.length() - 200));
    }

    open();
    until("the post is open again", () -> state() == SaveState.Kind.SAVED);
    assertEquals(position, fx(() -> label(".status-position")));
  }

  @Test
  void countAndCardFollowANewPostAsItIsWritten() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("new"));
    until("it is open", () -> label(".status-words").equals("no words"));
    type(scene, "Tide");
    press(scene, KeyCode.ENTER);
    run(() -> command("go-text"));
    type(scene, "Two **words**");
    until("they are counted", () -> label(".status-words").startsWith("2 words"));
    until("the list has them", () -> label(".post-words").equals("Two words"));
    assertEquals("Tide", fx(() -> label(".post-headline")));
    assertEquals(
        "9 characters, spaces included",
        fx(() -> ((Label) scene.getRoot().lookup(".status-words")).getTooltip().getText()));
  }

  @Test
  void keysInAFieldBesideTheTextLeaveTheTextAlone() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("new"));
    until("it is open", () -> label(".status-words").equals("no words"));
    type(scene, "Tide");
    run(() -> command("go-text"));
    type(scene, "Three words stay");
    until("they are counted", () -> label(".status-words").startsWith("3 words"));

    press(scene, KeyCode.F, KeyCode.CONTROL);
    type(scene, "war");
    press(scene, KeyCode.A, KeyCode.CONTROL);
    press(scene, KeyCode.Z, KeyCode.CONTROL);
    press(scene, KeyCode.ESCAPE);
    type(scene, "!");
    run(() -> command("go-text"));
    pulse();
    TextArea headline = fx(() -> (TextArea) scene.getRoot().lookup(".headline"));
    run(headline::requestFocus);
    press(scene, KeyCode.A, KeyCode.CONTROL);
    type(scene, "Ebb");

    assertEquals("Ebb", fx(headline::getText));
    close();
    try (Desk desk = Desk.open(folder, Clock.systemUTC(), DeskOptions.existing())) {
      Draft kept = desk.post(desk.posts().join().getFirst().id()).join().draft();
      assertEquals("Ebb", kept.details().headline());
      assertTrue(kept.body().contains("Three words stay"), kept.body());
    }
  }

  @Test
  void commandsAreFoundByAFewLetters() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    press(scene, KeyCode.K, KeyCode.CONTROL);
    type(scene, "focu");
    picture(scene, "window-palette");
    press(scene, KeyCode.ENTER);
    pulse();
    assertFalse(fx(() -> scene.getRoot().lookup(".library").isVisible()));
    press(scene, KeyCode.DIGIT2, KeyCode.CONTROL);
    assertTrue(fx(() -> scene.getRoot().lookup(".library").isVisible()));
  }

  @Test
  void searchOpensItsPostAtTheWordsThatWereFound() throws Exception {
    String far = "A line that says nothing new.\n\n".repeat(200);
    Path file =
        Files.writeString(
            given.resolve("far.md"),
            "---\ntitle: Far down\n---\n" + far + "Here swims a sturgeon.\n\n" + far);
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    Desk.ask(folder, List.of(file));
    until("the post is in the library", () -> rows() == 2);
    press(scene, KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
    type(scene, "sturgeon");
    until("it is found", () -> rows() == 1 && scene.getRoot().lookup(".post-words .hit") != null);
    press(scene, KeyCode.ENTER);
    until("the caret is there", () -> label(".status-position").equals("Ln 401, Col 14"));
    pulse();
    picture(scene, "window-found");
    Node mark = fx(() -> scene.getRoot().lookup(".hit-mark"));
    double at = fx(() -> mark.localToScene(mark.getLayoutBounds()).getCenterY());
    assertTrue(at > 100 && at < 800, "the hit is in view: " + at);
    run(() -> command("go-text"));
    press(scene, KeyCode.RIGHT);
    assertEquals(null, fx(() -> scene.getRoot().lookup(".hit-mark")));
  }

  @Test
  void f6GoesFromPartToPartOfTheWindowAndBack() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("go-text"));
    press(scene, KeyCode.F6);
    assertTrue(fx(() -> within(".right-pane")));
    press(scene, KeyCode.F6);
    assertTrue(fx(() -> within(".library")));
    press(scene, KeyCode.F6);
    assertTrue(fx(() -> within(".paper")));
    press(scene, KeyCode.F6, KeyCode.SHIFT);
    assertTrue(fx(() -> within(".library")));
    run(() -> command("focus"));
    pulse();
    press(scene, KeyCode.F6);
    assertTrue(fx(() -> within(".paper")), "what is out of view is passed over");
  }

  private boolean within(String selector) {
    for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
      if (at.equals(scene.getRoot().lookup(selector))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void focusGivesTheKeyboardToTheTextSoThatAParagraphIsTheCurrentOne() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("go-library"));
    run(() -> command("focus"));
    pulse();
    assertTrue(fx(() -> within(".paper")));
    picture(scene, "window-focus");
  }

  @Test
  void whereThePersonIsIsWrittenDownWhileTheyWrite() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> command("go-text"));
    press(scene, KeyCode.END, KeyCode.CONTROL);
    until(
        "a program that is killed now would open there",
        () -> {
          Settings kept = Settings.peek(folder);
          return kept.lastPost().filter(post -> kept.place(post).caret() > 1000).isPresent();
        });
  }

  @Test
  void deletedPostComesBack() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    press(scene, KeyCode.L, KeyCode.CONTROL, KeyCode.SHIFT);
    press(scene, KeyCode.DELETE);
    until("it is gone", () -> rows() == 0 && scene.getRoot().lookup(".toast") != null);
    until(
        "there is an empty state",
        () -> scene.getRoot().lookup(".middle .empty-state").isVisible());
    picture(scene, "window-empty");
    run(() -> ((Button) scene.getRoot().lookup(".toast .button")).fire());
    until("it is back", () -> rows() == 1 && state() == SaveState.Kind.SAVED);
  }

  @Test
  void exportDialogWritesABundle() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    press(scene, KeyCode.E, KeyCode.CONTROL);
    until("the files are known", () -> !scene.getRoot().lookupAll(".export-file").isEmpty());
    pulse();
    picture(scene, "window-export");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    picture(scene, "window-export-dark");
    press(scene, KeyCode.ESCAPE);
    assertEquals(null, fx(() -> scene.getRoot().lookup(".in-sheet")));
  }

  @Test
  void libraryThatIsInUseIsSaidInPlainWords() throws Exception {
    open();
    Wiring other = fx(() -> new Wiring(new Stage(), folder, Clock.system(ZoneId.systemDefault())));
    run(() -> other.start(List.of()));
    until(
        "it says so", () -> other.refusal().filter(words -> words.contains("Galley")).isPresent());
    run(other::quit);
    other.ended().get(10, TimeUnit.SECONDS);
  }

  @Test
  void secondStartHandsItsFilesToTheFirstAndRaisesIt() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    run(() -> stage.setIconified(true));
    Path file = Files.writeString(given.resolve("ferry.md"), "---\ntitle: The ferry\n---\nText.\n");
    assertTrue(Desk.ask(folder, List.of(file)));
    until("the post is in the library", () -> rows() == 2);
    until("the window is back", () -> !stage.isIconified());
  }

  @Test
  void whatGoesWrongInTheBackgroundIsSaidInTheWindow() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    Files.delete(folder.resolve("galley.mv.db"));
    until("it is said", () -> scene.getRoot().lookup(".in-sheet") != null);
    picture(scene, "window-trouble");
  }

  @Test
  void newPostsCardFollowsItsHeadlineAndItsWords() {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    press(scene, KeyCode.N, KeyCode.CONTROL);
    until("the new post is open", () -> rows() == 2 && says(".post-headline", "Untitled"));
    type(scene, "A new day");
    until("its card has the headline", () -> says(".post-headline", "A new day"));
    run(() -> command("go-text"));
    type(scene, "Four words of text");
    until("its card has the words", () -> says(".post-state", "4 words"));
    until("they are saved", () -> state() == SaveState.Kind.SAVED);
  }

  @Test
  void whatCameBackAfterDamageIsToldWhenTheWindowOpens() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    close();
    Files.write(folder.resolve("galley.mv.db"), new byte[5000]);
    open();
    until("it is told", () -> scene.getRoot().lookup(".in-sheet") != null);
    pulse();
    picture(scene, "window-brought-back");
    assertTrue(fx(() -> says(".in-sheet .label", "It lies untouched at")));
    assertTrue(fx(() -> says(".in-sheet .label", "backup")));
    press(scene, KeyCode.ESCAPE);
    until("the sample is open as it was", () -> rows() == 1 && state() == SaveState.Kind.SAVED);
  }

  @Test
  void lookThatIsChosenInTheSettingsHoldsAtOnceAndNextTime() throws Exception {
    open();
    until("the sample is open", () -> state() == SaveState.Kind.SAVED);
    for (String look : List.of("Dark", "Light", "Dark")) {
      run(() -> command("settings"));
      until("the settings are open", () -> scene.getRoot().lookup(".settings") != null);
      run(() -> toggle(look).fire());
      assertEquals(look.equals("Dark"), fx(() -> Look.isDark(scene)), look);
      press(scene, KeyCode.ESCAPE);
    }
    close();
    open();
    until("the sample is open again", () -> state() == SaveState.Kind.SAVED);
    assertTrue(fx(() -> Look.isDark(scene)));
  }

  private ToggleButton toggle(String words) {
    return scene.getRoot().lookupAll(".settings .toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private boolean says(String selector, String words) {
    return scene.getRoot().lookupAll(selector).stream()
        .anyMatch(node -> node instanceof Labeled label && label.getText().contains(words));
  }

  private void open() {
    open(List.of());
  }

  private void open(List<Path> files) {
    run(() -> {
      stage = new Stage();
      wiring = new Wiring(stage, folder, Clock.system(ZoneId.systemDefault()));
      wiring.start(files);
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until("the library is open", () -> wiring.view().isPresent());
  }

  private void close() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    wiring = null;
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

  private int rows() {
    return ((ListView<?>) scene.getRoot().lookup(".post-list")).getItems().size();
  }

  private String label(String selector) {
    Node node = scene.getRoot().lookup(selector);
    return node instanceof Label label ? label.getText() : "";
  }
}
