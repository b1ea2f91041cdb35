package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.ui.kit.FxTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FxTest
final class PreviewViewTest {
  private final PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void showsThePage() {
    window.open(
        PreviewWindow.post("A headline", "Some *italic* and **strong** text.\n\n" + text(40)));
    assertEquals("Paragraph 3.", window.script(para(4) + ".textContent.slice(0,12)"));
    picture(window.scene, "preview-first");
  }

  @Test
  void aChangedBlockIsReplacedAndTheOthersStay() {
    window.open(PreviewWindow.post("A headline", text(40)));
    window.script("var keep = " + para(5));
    window.change(text(40).replace("Paragraph 3.", "Three."));
    assertEquals(true, window.script("keep === " + para(5)));
    assertEquals("Three.", window.script(para(3) + ".textContent.slice(0,6)"));
  }

  @Test
  void textThatGrowsAboveLeavesWhatIsReadInPlace() {
    window.open(PreviewWindow.post("A headline", text(80)));
    unwatched(() -> {
      window.view.scrollToLine(80);
      return true;
    });
    double before = window.number(para(40) + ".getBoundingClientRect().top");
    assertTrue(window.number("window.scrollY") > 0);
    window.change("New words. ".repeat(300) + "\n\n" + text(80));
    double after = window.number(para(41) + ".getBoundingClientRect().top");
    assertEquals(before, after, 1.6);
  }

  /** The body's paragraph of this number. */
  private static String para(int number) {
    return "document.querySelectorAll('article > p')[" + number + "]";
  }

  static String text(int paragraphs) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      body.append("Paragraph ")
          .append(i)
          .append(". ")
          .append("Words on a page. ".repeat(20))
          .append("\n\n");
    }
    return body.toString();
  }
}
