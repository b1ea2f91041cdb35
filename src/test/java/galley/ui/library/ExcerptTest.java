package galley.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ExcerptTest {
  @Test
  void shortPassageStaysWhole() {
    assertEquals(
        "A glass of \u0001water\u0002.", Excerpt.shortened("A glass\n of \u0001water\u0002."));
  }

  @Test
  void longPassageKeepsItsHitInView() {
    String passage = "word ".repeat(60) + "\u0001water\u0002 " + "more ".repeat(60);
    String shown = Excerpt.shortened(passage);
    assertTrue(shown.contains("\u0001water\u0002"), shown);
    assertTrue(shown.startsWith("…") && shown.endsWith("…"), shown);
    assertTrue(shown.length() < 120, shown);
  }

  @Test
  void hitLongerThanTheLineIsNotCut() {
    String hit = "\u0001" + "w".repeat(200) + "\u0002";
    assertTrue(Excerpt.shortened("before " + hit + " after").contains(hit));
  }
}
