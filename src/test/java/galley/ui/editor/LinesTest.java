package galley.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ui.editor.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinesTest {
  /** Each line's kind. */
  private static List<Kind> kinds(String text) {
    List<Kind> kinds = new ArrayList<>();
    int before = Lines.NOTHING;
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Lines.Line line = Lines.read(lines[i], before, i + 1 < lines.length ? lines[i + 1] : "");
      kinds.add(line.block().kind());
      before = line.block().after();
    }
    return kinds;
  }

  /** The line with one letter below each character: what it looks like. */
  private static String looks(String line) {
    byte[] looks = Lines.read(line, Lines.NOTHING, "").looks();
    StringBuilder out = new StringBuilder();
    for (byte look : looks) {
      out.append(
          (look & Look.MARKUP) != 0
              ? 'm'
              : (look & Look.CODE) != 0
                  ? 'c'
                  : (look & Look.LINK) != 0
                      ? 'l'
                      : (look & 6) == 6
                          ? 'x'
                          : (look & Look.BOLD) != 0
                              ? 'b'
                              : (look & Look.ITALIC) != 0
                                  ? 'i'
                                  : (look & Look.STRIKE) != 0 ? 's' : '.');
    }
    return out.toString();
  }

  @Test
  void tellsBlocksFromTheirFirstCharacters() {
    assertEquals(
        List.of(Kind.HEADING, Kind.BLANK, Kind.TEXT, Kind.TEXT, Kind.BLANK, Kind.QUOTE, Kind.ITEM),
        kinds("# a\n\nb\n    c\n\n> d\n- e"));
    assertEquals(List.of(Kind.CODE, Kind.TEXT), kinds("    code\n#no heading"));
    assertEquals(List.of(Kind.RULE, Kind.TABLE), kinds("***\n| a | b |"));
    assertEquals(List.of(Kind.PICTURE), kinds("![a [b] c](media/x(1).jpg \"T\")"));
    assertEquals(List.of(Kind.TEXT), kinds("See ![a](b.jpg)"));
  }

  @Test
  void aFenceHoldsUntilOneAsLongCloses() {
    assertEquals(
        List.of(Kind.FENCE, Kind.CODE, Kind.CODE, Kind.FENCE, Kind.HEADING),
        kinds("````\n# no\n```\n````\n# yes"));
    assertEquals(List.of(Kind.FENCE, Kind.CODE, Kind.FENCE), kinds("~~~\n```\n~~~"));
  }

  @Test
  void anUnderlinedLineIsAHeading() {
    assertEquals(List.of(Kind.HEADING, Kind.RULE), kinds("Title\n==="));
    assertEquals(List.of(Kind.TEXT, Kind.BLANK, Kind.RULE), kinds("Title\n\n---"));
  }

  @Test
  void marksEmphasisByTheRulesOfCommonMark() {
    assertEquals("mmbbmm", looks("**ab**"));
    assertEquals("mimimm".length(), looks("*a*b**").length());
    assertEquals("mim", looks("*a*"));
    assertEquals("mmmxmmm", looks("***a***"));
    assertEquals("......", looks("a * b*"));
    assertEquals(".....", looks("a_b_c"));
    assertEquals("mmsmm", looks("~~a~~"));
    assertEquals("mccccm", looks("`a**b`"));
    assertEquals("m....", looks("\\*a*b"));
  }

  @Test
  void marksLinks() {
    assertEquals("mlmmmm", looks("[a](b)"));
    assertEquals("mlllllm", looks("<xx:yz>"));
    assertEquals("llll", looks("[^1]"));
    assertEquals("..lllllllllll.", looks("a http://x.yy."));
  }

  @Test
  void aLongLineHasFewRuns() {
    String some = "word ".repeat(500) + "**bold** and [a](b)";
    assertEquals("mmbbbbmm.....mlmmmm", looks(some).substring(2500));
    assertEquals(".".repeat(2200), looks("*a* and `b`".repeat(200)).substring(0, 2200));
    assertEquals("..bb..", looks("**bb** word word word word ".repeat(75)).substring(0, 6));
  }
}
