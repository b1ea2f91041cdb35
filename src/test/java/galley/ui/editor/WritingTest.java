package galley.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ui.kit.FxTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WritingTest {
  private EditorWindow window;

  @BeforeAll
  void showAWindow() {
    window = new EditorWindow(700, 700);
  }

  @AfterAll
  void closeTheWindow() {
    window.close();
  }

  /** The state before, with one bar at the caret or two around what is selected. */
  private String after(String before, Consumer<TextActions> action) {
    int first = before.indexOf('|');
    int second = before.indexOf('|', first + 1);
    window.open(before.replace("|", ""));
    window.select(Math.max(0, first), second < 0 ? Math.max(0, first) : second - 1);
    window.act(action);
    return window.state();
  }

  private void undoes(String before, Consumer<TextActions> action) {
    after(before, action);
    window.act(TextActions::undo);
    assertEquals(before.replace("|", ""), window.body());
    window.act(TextActions::redo);
  }

  @Test
  void boldGoesAroundTheSelectionAndComesOffAgain() {
    assertEquals("a **|word|** b", after("a |word| b", TextActions::bold));
    assertEquals("a |word| b", after("a **|word|** b", TextActions::bold));
    assertEquals("a |word| b", after("a |**word**| b", TextActions::bold));
    assertEquals("a **|word|** b", after("a wo|rd b", TextActions::bold));
    assertEquals("a **|** b", after("a | b", TextActions::bold));
    assertEquals(
        "a **|word|** b",
        after("a| word |b", TextActions::bold).replace("**|word|**", "**|word|**"));
  }

  @Test
  void italicWithinBoldMakesBoth() {
    assertEquals("a ***|word|*** b", after("a **|word|** b", TextActions::italic));
    assertEquals("a **|word|** b", after("a ***|word|*** b", TextActions::italic));
    assertEquals("a *|word|* b", after("a |word| b", TextActions::italic));
  }

  @Test
  void aLinkTakesItsAddressOrAsksForIt() {
    assertEquals("[word](|)", after("|word|", actions -> actions.link("")));
    assertEquals(
        "[word](https://a.example/)|",
        after("|word|", actions -> actions.link("https://a.example/")));
    assertEquals(
        "[|](https://a.example/)", after("|https://a.example/|", actions -> actions.link("")));
    assertEquals("[|]()", after("|", actions -> actions.link("no address")));
  }

  @Test
  void linesBecomeHeadingsQuotesAndListsAndPlainAgain() {
    assertEquals("## Head|", after("Head|", actions -> actions.heading(2)));
    assertEquals("### Head|", after("## Head|", actions -> actions.heading(3)));
    assertEquals("Head|", after("## Head|", actions -> actions.heading(2)));
    assertEquals("|> a\n>\n> b|", after("|a\n\nb|", TextActions::quote));
    assertEquals("|a\n\nb|", after("|> a\n>\n> b|", TextActions::quote));
    assertEquals("|- a\n- b|", after("|a\nb|", TextActions::bullets));
    assertEquals("|1. a\n2. b|", after("|- a\n- b|", TextActions::numbers));
    assertEquals("|- [ ] a\n- [ ] b|", after("|1. a\n2. b|", TextActions::tasks));
    assertEquals("|a\nb|", after("|- a\n- b|", TextActions::bullets));
    assertEquals("|```\na\nb\n```|", after("|a\nb|", TextActions::codeBlock));
    assertEquals("|a\nb|", after("|```\na\nb\n```|", TextActions::codeBlock));
  }

  @Test
  void aFootnoteGetsTheNextNumberAndItsNote() {
    assertEquals("One[^1] two.\n\n[^1]: |", after("One| two.", TextActions::footnote));
    assertEquals(
        "One[^1][^2] two.\n\n[^1]: A.\n[^2]: |",
        after("One[^1]| two.\n\n[^1]: A.\n", TextActions::footnote));
  }

  @Test
  void everyActionIsOneStepToUndo() {
    undoes("a |word| b", TextActions::bold);
    undoes("|a\nb\nc|", TextActions::numbers);
    undoes("One| two.", TextActions::footnote);
    undoes("a\nb|\nc", TextActions::moveUp);
    undoes("|a|", actions -> actions.link(""));
  }

  @Test
  void openingADraftLeavesNothingToUndo() {
    window.open("One.");
    window.act(TextActions::undo);
    assertEquals("One.", window.body());
  }
}
