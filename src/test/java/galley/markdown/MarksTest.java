package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MarksTest {
  private static final String[] NAMES = {
    "emphasis", "strong", "struck", "code", "link", "address", "picture", "note", "html", "markup"
  };

  @Test
  void marksWhatStandsBetweenWords() {
    assertMarks("a *b* c", "*:markup b:emphasis *:markup");
    assertMarks(
        "**a** `b` ~~c~~",
        "**:markup a:strong **:markup `:code+markup b:code `:code+markup"
            + " ~~:markup c:struck ~~:markup");
    assertMarks(
        "***a***", "*:markup **:emphasis+markup a:emphasis+strong **:emphasis+markup *:markup");
    assertMarks("[a](b \"c\") d", "[:markup a:link ](b \"c\"):address+markup");
    assertMarks("[a][b] [c]", "[:markup a:link ][b]:address+markup");
    assertMarks("x ![a](b.jpg)", "![:markup a:picture ](b.jpg):address+markup");
    assertMarks("![](b.jpg) x", "![:markup ](b.jpg):address+markup");
    assertMarks("a[^1] b", "[^1]:note");
    assertMarks("<b>a</b>", "<b>:html </b>:html");
    assertMarks("<https://a.example> x", "<:markup https://a.example:link >:address+markup");
    assertMarks("see https://a.example.", "https://a.example:link+address");
    assertMarks("2 \\* 3 \\a", "\\:markup");
    assertMarks("snake_case and 2 * 3", "");
  }

  @Test
  void marksWhatALineIs() {
    assertMarks("## A *b* ##", "## :markup *:markup b:emphasis *:markup ##:markup");
    assertMarks("> - [x] done", "> - [x] :markup");
    assertMarks("[^1]: a *b*", "[^1]: :note+markup *:markup b:emphasis *:markup");
    assertMarks(
        "[a]: https://a.example", "[:markup a:link+markup ]::markup  https://a.example:address");
    assertMarks("    *a*", "    *a*:code");
    assertMarks("```java", "```java:code+markup");
    assertMarks("* * *", "* * *:markup");
    assertMarks("<div>*a*", "<div>*a*:html");
    assertMarks("", "");
  }

  @Test
  void marksEmphasisThatGoesOverLines() {
    List<String> lines = List.of("> one *two", "> three* four");
    LineKinds kinds = LineKinds.of(lines);
    assertEquals(2, kinds.paragraph(0).length());
    List<List<Mark>> marks = Marks.of(lines, List.of(kinds.get(0), kinds.get(1)));
    assertEquals("> :markup *:markup two:emphasis", shown(lines.get(0), marks.get(0)));
    assertEquals("> :markup three:emphasis *:markup", shown(lines.get(1), marks.get(1)));
  }

  @Test
  void marksTheBarsOfATable() {
    List<String> lines = List.of("| *a* | b \\| c |", "|--|--|", "| `d` | e |");
    LineKinds kinds = LineKinds.of(lines);
    assertEquals(
        "|:markup *:markup a:emphasis *:markup |:markup \\:markup |:markup",
        shown(lines.get(0), Marks.of(lines.get(0), kinds.get(0))));
    assertEquals("|--|--|:markup", shown(lines.get(1), Marks.of(lines.get(1), kinds.get(1))));
  }

  @Test
  void anyTextIsMarkedInOrderAndWithinItsLines() {
    Random random = new Random(11);
    String signs = "*_`~[](){}!<>#&\\|:^\"' \tab1\u0000é😀-+=.";
    for (int round = 0; round < 4000; round++) {
      List<String> lines = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        StringBuilder line = new StringBuilder();
        for (int j = random.nextInt(30); j > 0; j--) {
          line.appendCodePoint(signs.codePointAt(random.nextInt(signs.length())));
        }
        lines.add(line.toString());
      }
      LineKinds kinds = LineKinds.of(lines);
      List<LineKind> list = new ArrayList<>();
      for (int i = 0; i < kinds.size(); i++) {
        list.add(kinds.get(i));
      }
      List<List<Mark>> marks = Marks.of(lines, list);
      for (int i = 0; i < lines.size(); i++) {
        int at = 0;
        for (Mark mark : marks.get(i)) {
          assertTrue(mark.start() >= at && mark.end() > mark.start(), lines::toString);
          at = mark.end();
        }
        assertTrue(at <= lines.get(i).length(), lines::toString);
      }
    }
  }

  @Test
  void aVeryLongLineIsLeftWithoutMarks() {
    assertEquals(List.of(), Marks.of("*a* ".repeat(50_000), LineKinds.of(List.of("a")).get(0)));
    assertEquals(7500, Marks.of("*a* ".repeat(2500), LineKinds.of(List.of("a")).get(0)).size());
  }

  @Test
  void longLinesOfOneParagraphAreMarkedOneByOne() {
    List<String> lines = List.of("*a* ".repeat(3000), "*b*", "c".repeat(9000));
    LineKinds kinds = LineKinds.of(lines);
    List<List<Mark>> marks = Marks.of(lines, List.of(kinds.get(0), kinds.get(1), kinds.get(2)));
    assertEquals(List.of(9000, 3, 0), marks.stream().map(List::size).toList());
  }

  @Test
  void numberSignsAfterAnUnderlinedHeadingAreWords() {
    List<String> lines = List.of("In C #", "---");
    assertEquals(List.of(), Marks.of(lines.get(0), LineKinds.of(lines).get(0)));
  }

  private static void assertMarks(String line, String expected) {
    assertEquals(expected, shown(line, Marks.of(line, LineKinds.of(List.of(line)).get(0))));
  }

  private static String shown(String line, List<Mark> marks) {
    return marks.stream()
        .map(mark -> line.substring(mark.start(), mark.end()) + ":" + names(mark.styles()))
        .collect(Collectors.joining(" "));
  }

  private static String names(int styles) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < NAMES.length; i++) {
      if ((styles & 1 << i) != 0) {
        names.add(NAMES[i]);
      }
    }
    return String.join("+", names);
  }
}
