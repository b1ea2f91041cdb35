package galley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class FuzzyTest {
  @Test
  void lettersMustOccurInTheirOrder() {
    assertTrue(Fuzzy.score("exp", "Export…").isPresent());
    assertTrue(Fuzzy.score("ept", "Export…").isPresent());
    assertTrue(Fuzzy.score("tpe", "Export…").isEmpty());
  }

  @Test
  void lettersFromTheMiddleOfOtherWordsDoNotFit() {
    assertTrue(Fuzzy.score("export", "Scroll text and page together, or apart").isEmpty());
    assertTrue(Fuzzy.score("exh", "Export as HTML").isPresent());
  }

  @Test
  void lettersOutOfAKindAndATitleTogetherDoNotFit() {
    assertTrue(Fuzzy.score("pdf", "Post", "Stage: Draft").isEmpty());
    assertTrue(Fuzzy.score("pdf", "Stage: Draft").isEmpty());
    assertTrue(Fuzzy.score("pdf", "Export as PDF…").isPresent());
    assertTrue(Fuzzy.score("view da", "View", "Dark").isPresent());
    assertTrue(Fuzzy.score("vi", "View", "Dark").isPresent());
  }

  @Test
  void nothingTypedFitsEverything() {
    assertEquals(0, Fuzzy.score("  ", "Export…").orElseThrow());
  }

  @Test
  void beginningsOfWordsGoFirst() {
    better("np", "New post", "Show the outline pane");
    better("hist", "Show history", "This is a tale");
    better("bold", "Bold", "Turn bold off");
    better("ow", "Open the window", "Show");
  }

  @Test
  void capitalsDoNotMatter() {
    assertEquals(Fuzzy.score("NEW", "New post"), Fuzzy.score("new", "New post"));
  }

  private static void better(String typed, String first, String second) {
    int one = Fuzzy.score(typed, first).orElseThrow();
    int two = Fuzzy.score(typed, second).orElse(-100);
    assertTrue(one > two, typed + ": " + first + " " + one + ", " + second + " " + two);
  }
}
