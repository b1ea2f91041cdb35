package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.markdown.Markdown;
import galley.ui.kit.FxTest;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmartKeysTest {
  private EditorWindow window;

  @BeforeAll
  void showAWindow() {
    window = new EditorWindow(700, 700);
  }

  @AfterAll
  void closeTheWindow() {
    window.close();
  }

  private String after(String before, String typed) {
    window.open(before);
    type(window.scene, typed);
    return window.state();
  }

  private String pressed(String before, KeyCode code, KeyCode... held) {
    window.open(before);
    press(window.scene, code, held);
    return window.state();
  }

  @Test
  void typesPlainText() {
    assertEquals("The mate reads|", after("The |", "mate reads"));
  }

  @Test
  void enterGoesOnWithAList() {
    assertEquals("- one\n- |", after("- one|", "\n"));
    assertEquals("3. one\n4. |", after("3. one|", "\n"));
    assertEquals("9) one\n10) |", after("9) one|", "\n"));
    assertEquals("  * one\n  * |", after("  * one|", "\n"));
    assertEquals("- [x] one\n- [ ] |", after("- [x] one|", "\n"));
    assertEquals("- one\n- | two", after("- one| two", "\n"));
  }

  @Test
  void enterInAnEmptyItemEndsTheList() {
    assertEquals("- one\n\n|", after("- one\n- |", "\n"));
    assertEquals("1. one\n\n|", after("1. one\n2. |", "\n"));
    assertEquals("- [ ] one\n\n|", after("- [ ] one\n- [ ] |", "\n"));
    assertEquals("- one\n\n|", after("- one\n\n- |", "\n"));
    assertEquals("> - one\n>\n> |", after("> - one\n> - |", "\n"));
    assertEquals("> - one\n>\n> |", after("> - one\n>\n> - |", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> a", "- a", "2. a", "- [x] a", "> - a", "> > a", "- a\n  - b"})
  void wordsAfterTheEndOfAQuoteOrListAreOutsideIt(String before) {
    window.open(before + "|");
    for (int ends = 0; ends < 4 && !window.state().endsWith("\n\n|"); ends++) {
      type(window.scene, "\n");
    }
    type(window.scene, "after");
    String html = Markdown.parse(window.body()).render((use, figure) -> "").getLast().html();
    assertEquals("<p>after</p>", html.strip());
  }

  @Test
  void enterGoesOnWithAQuoteAndAnEmptyLineEndsIt() {
    assertEquals("> one\n> |", after("> one|", "\n"));
    assertEquals("> one\n\n|", after("> one\n> |", "\n"));
    assertEquals("> - one\n> - |", after("> - one|", "\n"));
  }

  @Test
  void enterElsewhereIsALineEnd() {
    assertEquals("one\n|two", after("one|two", "\n"));
    assertEquals("\n|- one", after("|- one", "\n"));
    assertEquals("```\n- one\n|\n```", after("```\n- one|\n```", "\n"));
    assertEquals(
        "- one\n|", pressed("- one|", KeyCode.ENTER, KeyCode.SHIFT).replace("- one|", "- one\n|"));
  }

  @Test
  void tabIndentsAnItemAndShiftTabBringsItBack() {
    assertEquals("- one\n  - two|", pressed("- one\n- two|", KeyCode.TAB));
    assertEquals("1. one\n   1. two|", pressed("1. one\n1. two|", KeyCode.TAB));
    assertEquals("- one\n- two|", pressed("- one\n  - two|", KeyCode.TAB, KeyCode.SHIFT));
  }

  @Test
  void tabInAnEmptyItemIndentsItAndTheWordsGoOnThere() {
    window.open("- one\n- |");
    press(window.scene, KeyCode.TAB);
    assertEquals("- one\n  - |", window.state());
    type(window.scene, "two");
    assertEquals("- one\n  - two|", window.state());
    assertEquals("- one\n- |", pressed("- one\n  - |", KeyCode.TAB, KeyCode.SHIFT));
    assertEquals("1. one\n   2. |", pressed("1. one\n2. |", KeyCode.TAB));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Prose|", "- |", "- one|", "1. |", "> quote|", "> - |", "# Head|", "|", "```\n|"})
  void tabNeverTakesTheKeyboardOutOfTheText(String before) {
    window.open(before);
    press(window.scene, KeyCode.TAB);
    press(window.scene, KeyCode.TAB, KeyCode.SHIFT);
    type(window.scene, "x");
    assertEquals(before.replace("|", "x|"), window.state());
  }

  @Test
  void tabInProseChangesNothing() {
    window.open("Prose|");
    press(window.scene, KeyCode.TAB);
    assertEquals("Prose", window.body());
  }

  @Test
  void altWithAnArrowMovesLines() {
    assertEquals("two|\none\nthree", pressed("one\ntwo|\nthree", KeyCode.UP, KeyCode.ALT));
    assertEquals("one\nthree\ntwo|", pressed("one\ntwo|\nthree", KeyCode.DOWN, KeyCode.ALT));
    assertEquals("|one\ntwo", pressed("|one\ntwo", KeyCode.UP, KeyCode.ALT));
    assertEquals("one\ntwo|", pressed("one\ntwo|", KeyCode.DOWN, KeyCode.ALT));
  }

  @Test
  void bracketsCloseThemselvesAndAreTypedOver() {
    assertEquals("see (|)", after("see |", "("));
    assertEquals("see (below)|", after("see |", "(below)"));
    assertEquals("[one](two)|", after("|", "[one](two)"));
    assertEquals("a `b`|", after("a |", "`b`"));
    assertEquals("(|word", after("|word", "("));
    assertEquals("see )|", after("see |", ")"));
  }

  @Test
  void backspaceTakesAnEmptyPairAway() {
    window.open("see |");
    type(window.scene, "(");
    press(window.scene, KeyCode.BACK_SPACE);
    assertEquals("see |", window.state());
  }

  @Test
  void threeBackticksOpenAFence() {
    assertEquals("```|", after("|", "```"));
  }

  @Test
  void aMarkAroundASelectionKeepsIt() {
    for (String[] pair :
        new String[][] {
          {"(", "(word)"},
          {"*", "*word*"},
          {"_", "_word_"},
          {"`", "`word`"},
          {"\"", "\"word\""},
          {"[", "[word]"}
        }) {
      window.open("a word here");
      window.select(2, 6);
      type(window.scene, pair[0]);
      assertEquals("a " + pair[1] + " here", window.body());
    }
  }

  @Test
  void quotesInProseAreJustQuotes() {
    assertEquals("don't \"go\"|", after("|", "don't \"go\""));
  }

  @Test
  void upFromTheFirstLineGoesToTheStandfirstAndDownComesBack() {
    window.open("One line.|");
    press(window.scene, KeyCode.UP);
    type(window.scene, "Why");
    press(window.scene, KeyCode.DOWN);
    type(window.scene, "x");
    assertEquals("Why", FxTest.Stage.fx(() -> window.editor.details().standfirst()));
    assertEquals(10, window.body().length());
  }
}
