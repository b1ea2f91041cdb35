package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.ui.kit.FxTest;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FindBarTest {
  private EditorWindow window;

  @BeforeAll
  void showAWindow() {
    window = new EditorWindow(700, 700);
  }

  @AfterAll
  void closeTheWindow() {
    window.close();
  }

  private void find(String body, String words) {
    window.open(body);
    window.act(TextActions::replace);
    run(() -> window.editor.findBar().words().clear());
    type(window.scene, words);
  }

  private void says(String words) {
    until("the bar says " + words, () -> window.editor.findBar().said().equals(words));
  }

  @Test
  void barIsAsLargeAsTheInterfaceAndFitsItsPaneAllTheSame() {
    run(() -> window.editor.lettering(26));
    find("one two one", "one");
    says("1 of 2");
    pulse();
    picture(window.scene, "editor-find-large");
    assertEquals(26, fx(() -> window.editor.findBar().words().getFont().getSize()));
    for (Node button : fx(() -> window.scene.getRoot().lookupAll(".find-bar .button"))) {
      Bounds at = fx(() -> button.localToScene(button.getLayoutBounds()));
      assertTrue(at.getMinX() >= 0 && at.getMaxX() <= 700, button + " at " + at);
    }
    run(() -> window.editor.lettering(13));
  }

  @Test
  void countsHitsAndGoesFromOneToTheNext() {
    find("one two one\n\ntwo one", "one");
    says("1 of 3");
    press(window.scene, KeyCode.ENTER);
    assertEquals("|one| two one\n\ntwo one", window.state());
    press(window.scene, KeyCode.ENTER);
    says("2 of 3");
    assertEquals("one two |one|\n\ntwo one", window.state());
    press(window.scene, KeyCode.ENTER, KeyCode.SHIFT);
    says("1 of 3");
    picture(window.scene, "editor-find");
  }

  @Test
  void paintsHitsWithoutTouchingTheTextOrItsHistory() {
    find("one **two** one", "one");
    says("1 of 2");
    assertEquals("one **two** one", window.body());
    assertEquals(false, fx(() -> window.editor.actions().canUndo()));
    pulse();
    assertEquals(2, fx(() -> window.scene.getRoot().lookupAll(".hit-mark").size()));
    press(window.scene, KeyCode.ESCAPE);
    assertEquals(0, fx(() -> window.scene.getRoot().lookupAll(".hit-mark").size()));
  }

  @Test
  void replacesAllInOneStepToUndo() {
    find("one two one\n\n## one", "one");
    says("1 of 3");
    run(() -> window.editor.findBar().with().setText("three"));
    run(() -> fire("Replace all"));
    until("all are replaced", () -> window.editor.body().equals("three two three\n\n## three"));
    says("3 replaced");
    window.act(TextActions::undo);
    assertEquals("one two one\n\n## one", window.body());
  }

  @Test
  void replacesOneAndGoesOn() {
    find("one two one", "one");
    says("1 of 2");
    run(() -> window.editor.findBar().with().setText("1"));
    run(() -> fire("Replace"));
    says("1 of 1");
    until("the next is selected", () -> window.editor.area().getSelectedText().equals("one"));
    assertEquals("1 two |one|", window.state());
  }

  @Test
  void replacesNothingThatWasOnlyFoundForFewerLetters() {
    find("one two one", "on");
    says("1 of 2");
    run(() -> window.editor.findBar().with().setText("1"));
    run(() -> {
      window.editor.findBar().words().setText("one");
      fire("Replace");
    });
    until("the next is selected", () -> window.editor.area().getSelectedText().equals("one"));
    assertEquals("1 two |one|", window.state());
  }

  @Test
  void bringsTheHitIntoView() {
    find(
        "A line of prose.\n\n".repeat(200) + "The needle.\n\n" + "And more.\n\n".repeat(50),
        "needle");
    says("1 of 1");
    until("the hit is in view", () -> inView("needle"));
    run(() -> window.editor.scrollToLine(0, false));
    press(window.scene, KeyCode.ENTER);
    until("the hit is in view again", () -> inView("needle"));
  }

  @Test
  void barStandsAboveTheTextAndNothingThatIsReadMoves() {
    run(() -> window.editor.findBar().words().clear());
    window.open("A line of prose.\n\n".repeat(200));
    double top = fx(() -> window.editor.node().localToScene(0, 0).getY());
    run(() -> window.editor.scrollToLine(120.5, false));
    pulse();
    double before = fx(() -> level(134));
    window.act(TextActions::find);
    pulse();
    Bounds bar = fx(() -> bounds(".find-bar"));
    assertEquals(top, bar.getMinY());
    assertEquals(700, bar.getWidth());
    assertEquals(bar.getMaxY(), fx(() -> bounds(".manuscript").getMinY()));
    assertEquals(before, fx(() -> level(134)), 1);
    window.act(TextActions::replace);
    pulse();
    assertTrue(fx(() -> bounds(".find-bar")).getHeight() > bar.getHeight());
    assertEquals(before, fx(() -> level(134)), 1);
    press(window.scene, KeyCode.ESCAPE);
    assertEquals(before, fx(() -> level(134)), 1);
  }

  @Test
  void atTheVeryTopTheTextMakesRoomForTheBarAndComesBack() {
    run(() -> window.editor.findBar().words().clear());
    window.open("A line of prose.\n\n".repeat(200));
    double before = fx(() -> bounds(".headline").getMinY());
    window.act(TextActions::find);
    pulse();
    double bar = fx(() -> bounds(".find-bar")).getHeight();
    assertEquals(before + bar, fx(() -> bounds(".headline").getMinY()), 1);
    press(window.scene, KeyCode.ESCAPE);
    pulse();
    assertEquals(before, fx(() -> bounds(".headline").getMinY()), 1);
    assertEquals(-1, fx(() -> window.editor.firstVisibleLine()), 0.01);
  }

  @Test
  void whatIsFoundInASelectionCanBeSeenAndTheSelectionComesBack() {
    String body = "one two\n\none two\n\none";
    window.open(body);
    window.select(0, 16);
    window.act(TextActions::find);
    run(() -> window.editor.findBar().words().setText("one"));
    says("1 of 2");
    assertEquals(0, fx(() -> window.editor.area().getSelection().getLength()));
    pulse();
    assertEquals(2, fx(() -> window.scene.getRoot().lookupAll(".hit-searched").size()));
    picture(window.scene, "editor-find-within");
    press(window.scene, KeyCode.ESCAPE);
    assertEquals("|one two\n\none two|\n\none", window.state());
  }

  /** Where a line is in the window. */
  private double level(int line) {
    return window.editor.area().box(line).localToScene(0, 0).getY();
  }

  private Bounds bounds(String selector) {
    Node node = window.scene.getRoot().lookup(selector);
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void tabGoesFromWhatIsSoughtToWhatReplacesIt() {
    find("one two", "one");
    press(window.scene, KeyCode.TAB);
    assertEquals(true, fx(() -> window.editor.findBar().with().isFocused()));
    press(window.scene, KeyCode.TAB, KeyCode.SHIFT);
    assertEquals(true, fx(() -> window.editor.findBar().words().isFocused()));
  }

  @Test
  void theCaretIsInViewWhenFocusModeIsLeft() {
    String body = "A line of prose.\n\n".repeat(200) + "The needle|.\n\n" + "More.\n\n".repeat(90);
    window.open(body);
    run(() -> window.editor.focusMode(true));
    pulse();
    run(() -> window.editor.scrollToLine(0, false));
    run(() -> window.editor.focusMode(false));
    until("the caret is in view", () -> inView("needle"));
  }

  private boolean inView(String words) {
    Surface area = window.editor.area();
    int at = area.getText().indexOf(words);
    return area.getCharacterBoundsOnScreen(at, at + words.length())
        .map(area::screenToLocal)
        .filter(box -> box.getMinY() >= 0 && box.getMaxY() <= area.getHeight())
        .isPresent();
  }

  private void fire(String words) {
    window.scene.getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button button && button.getText().equals(words))
        .findFirst()
        .map(Button.class::cast)
        .orElseThrow()
        .fire();
  }
}
