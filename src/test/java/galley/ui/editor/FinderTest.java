package galley.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FinderTest {
  private static final String TEXT = "The ferry. the ferryman, Ferry 12 and ferry 7.";

  private static Query query(String words, String options) {
    return new Query(
        words,
        options.contains("c"),
        options.contains("w"),
        options.contains("r"),
        Optional.empty());
  }

  private static List<String> hits(String words, String options) {
    return Finder.find(TEXT, query(words, options)).hits().stream().map(h -> h.of(TEXT)).toList();
  }

  @Test
  void findsPlainWordsWhateverTheirCase() {
    assertEquals(List.of("ferry", "ferry", "Ferry", "ferry"), hits("FERRY", ""));
    assertEquals(List.of("Ferry"), hits("Ferry", "c"));
    assertEquals(List.of("ferry", "Ferry", "ferry"), hits("ferry", "w"));
    assertEquals(List.of(), hits("ferry.the", ""));
  }

  @Test
  void findsExpressionsAndSaysWhenOneIsNotComplete() {
    assertEquals(List.of("Ferry 12", "ferry 7"), hits("ferry \\d+", "r"));
    assertEquals(
        Optional.of(Finder.Problem.NOT_A_PATTERN),
        Finder.find(TEXT, query("ferry (", "r")).problem());
  }

  @Test
  void givesUpOnAnExpressionThatTakesTooLong() {
    assertEquals(
        Optional.of(Finder.Problem.TOO_SLOW),
        Finder.find("a".repeat(60) + "!", query("(?:(a+)+)+\\1?b", "r")).problem());
  }

  @Test
  void theSearchedPartStaysOnItsWords() {
    Query ferry = new Query("ferry", false, false, false, Optional.of(new Span(10, 24)));
    assertEquals(Optional.of(new Span(13, 27)), ferry.after(2, 0, 3).within());
    assertEquals(Optional.of(new Span(10, 22)), ferry.after(15, 5, 3).within());
    assertEquals(Optional.of(new Span(10, 24)), ferry.after(30, 2, 0).within());
    assertEquals(Optional.of(new Span(5, 16)), ferry.after(5, 8, 0).within());
    assertEquals(Optional.of(new Span(1, 1)), ferry.after(0, 40, 1).within());
  }

  @Test
  void looksOnlyInThePartThatIsSelected() {
    Query within = new Query("ferry", false, false, false, Optional.of(new Span(10, 24)));
    assertEquals(List.of(new Span(15, 20)), Finder.find(TEXT, within).hits());
  }

  @Test
  void fillsGroupsIntoAReplacement() {
    Query query = query("(ferry) (\\d+)", "r");
    Span hit = Finder.find(TEXT, query).hits().getFirst();
    assertEquals("12 Ferry", Finder.replacement(TEXT, hit, query, "$2 $1"));
    assertEquals("$9", Finder.replacement(TEXT, hit, query, "$9"));
    assertEquals("$1", Finder.replacement(TEXT, hit, query("Ferry", ""), "$1"));
  }
}
