package galley.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.markdown.LineKinds;
import galley.ui.editor.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LinesTest {
  private static List<Lines.Line> read(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    LineKinds kinds = LineKinds.of(lines);
    List<Lines.Line> read = new ArrayList<>();
    while (read.size() < lines.size()) {
      read.addAll(Lines.read(kinds, kinds.paragraph(read.size()), lines::get));
    }
    return read;
  }

  /** Each line's kind. */
  private static List<Kind> kinds(String text) {
    return read(text).stream().map(line -> line.block().kind()).toList();
  }

  /** The lines with one letter below each character: what it looks like. */
  private static String looks(String text) {
    return read(text).stream().map(line -> letters(line.looks())).collect(Collectors.joining("\n"));
  }

  private static String letters(byte[] looks) {
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
    assertEquals(
        List.of(Kind.RULE, Kind.TABLE, Kind.TABLE, Kind.TABLE),
        kinds("***\n| a | b |\n|---|---|\n| c | d |"));
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
    assertEquals(
        List.of(Kind.HEADING, Kind.HEADING, Kind.RULE), kinds("A title\nof *two* lines #\n---"));
  }

  @Test
  void emphasisGoesOverLines() {
    assertEquals("....mmbbb\nbbmm.", looks("One **two\nab**c"));
    assertEquals("mm...miii\nmmiim", looks("> 1  *two\n> ab*"));
    assertEquals("..", looks("*a\n\nb*").substring(0, 2));
  }

  @Test
  void aLineInAQuotationIsAQuoteWhateverElseItIs() {
    assertEquals(
        List.of(Kind.QUOTE, Kind.QUOTE, Kind.QUOTE, Kind.QUOTE), kinds("> # a\n>\n> - b\nlazy"));
  }

  @Test
  void anItemKeepsItsLookWhateverItHolds() {
    assertEquals(List.of(Kind.ITEM, Kind.ITEM, Kind.ITEM), kinds("- # a\n- [ ] b\n-"));
    assertEquals(List.of(Kind.FENCE, Kind.CODE, Kind.FENCE), kinds("- ```\n  code\n  ```"));
    assertEquals(List.of(Kind.ITEM, Kind.BLANK, Kind.CODE), kinds("- a\n\n      code"));
  }

  @Test
  void picturesThatFollowEachOtherAreEachAPicture() {
    assertEquals(List.of(Kind.PICTURE, Kind.PICTURE), kinds("![a](b.jpg)\n![c](d.jpg)"));
    assertEquals(List.of(Kind.TEXT), kinds("![" + "a".repeat(30_000) + "](b.jpg) c"));
  }

  @Test
  void marksAFootnoteAndItsWords() {
    assertEquals("..llll.", looks("ab[^1]."));
    assertEquals("mmmmmm.mim", looks("[^1]: a*b*"));
    assertEquals("mmmmllllllll", looks("[a]: b.c/def"));
  }

  @Test
  void htmlIsQuiet() {
    assertEquals(List.of(Kind.HTML, Kind.HTML, Kind.TEXT), kinds("<!-- a\nb -->\nc"));
    assertEquals("mmmmmm\nmmmmm", looks("<!-- a\nb -->"));
    assertEquals(".mmm.mmmm", looks("a<b>c</b>"));
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
