package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ui.kit.FxTest;
import java.util.Random;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is done to the text, it looks as if it had been opened that way. */
@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StylingTest {
  private static final String[] PIECES = {
    "\n",
    "\n\n",
    "# ",
    "## Head\n",
    "> ",
    "- ",
    "```\n",
    "```",
    "**",
    "*",
    "word ",
    "[a](b)",
    "`",
    "![alt](media/x.jpg)\n",
    "    code",
    "---",
    "===",
    "<!-- ",
    " -->",
    "~~",
    "é",
    "👩‍🚀",
    "\u0000",
    "|a|b|"
  };

  private EditorWindow window;

  @BeforeAll
  void showAWindow() {
    window = new EditorWindow(700, 700);
  }

  @AfterAll
  void closeTheWindow() {
    window.close();
  }

  /** Whether each line looks as the same text does when it is opened. */
  private String difference() {
    return fx(this::differs);
  }

  private String differs() {
    Surface area = window.editor.area();
    ReadOnlyStyledDocument<Block, String, Look> fresh = Styler.styled(area.getText());
    for (int i = 0; i < area.getParagraphs().size(); i++) {
      Paragraph<Block, String, Look> now = area.getParagraph(i);
      Paragraph<Block, String, Look> then = fresh.getParagraph(i);
      boolean same =
          now.getText().equals(then.getText())
              && now.getParagraphStyle().equals(then.getParagraphStyle())
              && (now.length() == 0
                  || bits(now.getStyleSpans()).equals(bits(then.getStyleSpans())));
      if (!same) {
        return "Line " + i + " is " + now + " and should be " + then;
      }
    }
    return "";
  }

  private static String bits(StyleSpans<Look> spans) {
    StringBuilder bits = new StringBuilder();
    for (StyleSpan<Look> span : spans) {
      bits.repeat(span.getStyle().bits() + 32, span.getLength());
    }
    return bits.toString();
  }

  @RepeatedTest(12)
  void anyEditsLeaveTheTextItsLooks(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder model = new StringBuilder("Start\n\ntext");
    window.open(model.toString());
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(model.length() + 1);
      int to = Math.min(model.length(), from + (random.nextInt(3) == 0 ? random.nextInt(12) : 0));
      String piece = random.nextInt(4) == 0 ? "" : PIECES[random.nextInt(PIECES.length)];
      model.replace(from, to, piece);
      run(() -> window.editor.area().replaceText(from, to, piece));
    }
    assertEquals(model.toString(), window.body());
    assertEquals("", difference());
  }

  @Test
  void aLongParagraphKeepsItsLooksAsItGrowsShrinksAndSplits() {
    window.open("*a\n".repeat(39) + "b*");
    for (String piece : new String[] {"x\n", "x\n", "\n\n", "y"}) {
      run(() -> window.editor.area().insertText(60, piece));
      assertEquals("", difference());
    }
    for (int i = 0; i < 4; i++) {
      window.act(TextActions::undo);
      assertEquals("", difference());
    }
  }

  @Test
  void emphasisGoesOverLinesAsTheyAreTyped() {
    window.open("one *two\nthree four");
    run(() -> window.editor.area().insertText(14, "*"));
    assertEquals("", difference());
    assertEquals(
        Look.ITALIC, fx(() -> window.editor.area().getStyleOfChar(10).bits() & Look.ITALIC));
    run(() -> window.editor.area().insertText(8, "\n"));
    assertEquals("", difference());
    assertEquals(Look.PLAIN, fx(() -> window.editor.area().getStyleOfChar(11)));
  }

  @Test
  void editsWhileALongStretchIsDoneLoseNothing() {
    window.open("# one\n\n".repeat(4000));
    run(() -> {
      window.editor.area().insertText(0, "```\n");
      window.editor.area().insertText(40, "two\n\n*three*\n");
      window.editor.area().deleteText(10_000, 20_000);
      window.editor.area().insertText(12_000, "\n```\n");
    });
    until("every line looks right", () -> differs().isEmpty());
  }

  @Test
  void undoAndRedoKeepLooksToo() {
    window.open("One\n\ntwo\n\nthree");
    run(() -> window.editor.area().insertText(0, "```\n"));
    run(() -> window.editor.area().insertText(window.editor.area().getLength(), "\n# four"));
    for (int i = 0; i < 2; i++) {
      window.act(TextActions::undo);
      assertEquals("", difference());
    }
    assertEquals("One\n\ntwo\n\nthree", window.body());
    window.act(TextActions::redo);
    assertEquals("", difference());
  }

  @Test
  void aFenceThatOpensFarAboveRestylesAllBelowInTheEnd() {
    window.open("# one\n\n".repeat(1500));
    run(() -> window.editor.area().insertText(0, "```\n"));
    until("all is code", () -> differs().isEmpty());
    window.act(TextActions::undo);
    until("all are headings", () -> differs().isEmpty());
  }

  @Test
  void windowsLineEndsComeBackAsTheyWere() {
    window.open("One\r\n\r\ntwo\r\n");
    assertEquals("One\r\n\r\ntwo\r\n", window.body());
    run(() -> window.editor.area().insertText(0, "a\nb"));
    assertEquals("a\r\nbOne\r\n\r\ntwo\r\n", window.body());
  }
}
