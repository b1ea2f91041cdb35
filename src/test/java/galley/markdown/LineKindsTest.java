package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineKindsTest {
  @Test
  void tellsWhatEachLineIs() {
    assertKinds(
        """
        heading1 |# A
        blank |
        heading2 |A
        underline2 |---
        rule |---
        text |a
        text |b
        text i1 bullet|- a
        text i1|  b
        text i2 bullet|  - [not a box]
        text i2 to_do|  - [ ] c
        text i1 done|- [x] d
        blank i1|
        code i1|      code
        text i1|  e
        blank i1|
        fence |```java
        code |# no heading
        blank_code |
        fence |```
        text q1|> a
        text q1|lazy
        text q2 |> > b
        blank |
        code |    code
        html |<div>
        html |*a*
        blank |
        picture |![a](b.jpg)
        blank |
        text |a ![a](b.jpg)
        blank |
        table_head |a | b
        table_rule |--|--
        table_row |1 | 2
        blank |
        definition |[a]: https://a.example
        text i1 note|[^1]: a
        text i1|    b
        blank i1|
        html |<!-- a
        blank_html |
        html |b -->
        text i1 number|2. a
        """);
  }

  @Test
  void knowsWhereWordsBegin() {
    assertEquals(3, LineKinds.of(List.of("## a")).get(0).content());
    assertEquals(8, LineKinds.of(List.of("> - [ ] a")).get(0).content());
    assertEquals(6, LineKinds.of(List.of("[^1]: a")).get(0).content());
    assertEquals(2, LineKinds.of(List.of("  a")).get(0).content());
    assertEquals(1, LineKinds.of(List.of("#")).get(0).content());
  }

  @Test
  void aNumberDoesNotBreakIntoAParagraph() {
    assertEquals(LineKind.Marker.NONE, LineKinds.of(List.of("In", "2020. It")).get(1).marker());
    assertEquals(LineKind.Marker.NUMBER, LineKinds.of(List.of("In", "1. It")).get(1).marker());
  }

  @Test
  void aFenceThatOpensReachesToTheEnd() {
    List<String> lines = new ArrayList<>(List.of("a", "b", "# c", "", "d"));
    LineKinds kinds = LineKinds.of(lines);
    lines.set(1, "```");
    assertEquals(new Span(1, 5), kinds.change(1, 1, 1, lines::get));
    assertEquals(LineKind.Kind.CODE, kinds.get(4).kind());
    lines.set(1, "b");
    assertEquals(new Span(1, 5), kinds.change(1, 1, 1, lines::get));
    lines.set(4, "e");
    assertEquals(new Span(4, 5), kinds.change(4, 1, 1, lines::get));
    lines.set(1, "===");
    assertEquals(new Span(0, 2), kinds.change(1, 1, 1, lines::get));
  }

  @Test
  void anUnderlinedParagraphIsOneHeading() {
    LineKinds kinds = LineKinds.of(List.of("", "a *b", "c* d", "---", "e"));
    assertEquals(new Span(1, 3), kinds.paragraph(1));
    assertEquals(new Span(1, 3), kinds.paragraph(2));
    assertEquals(new Span(3, 4), kinds.paragraph(3));
    assertEquals(new Span(1, 4), kinds.reach(new Span(2, 3)));
  }

  @Test
  void inAVeryLongParagraphEachLineStandsByItself() {
    List<String> lines = new ArrayList<>(Collections.nCopies(41, "a"));
    assertEquals(new Span(20, 21), LineKinds.of(lines).paragraph(20));
    lines.removeLast();
    LineKinds kinds = LineKinds.of(lines);
    for (int i = 0; i < 40; i++) {
      assertEquals(new Span(0, 40), kinds.paragraph(i));
      assertEquals(new Span(0, 40), kinds.reach(new Span(i, i + 1)));
    }
  }

  @Test
  void changesLeaveTheSameAsReadingAnew() {
    Random random = new Random(5);
    String[] pool = {
      "", "a", "# a", "---", "===", "```", "~~~", "> a", "> ```", "- a", "  b", "    c", "1. a",
      "|a|b|", "|-|-|", "<div>", "</div>", "<!--", "-->", "![a](b)", "[^1]: a", "[a]: b", "- [ ] a",
      "\ta", "* * *"
    };
    for (int round = 0; round < 400; round++) {
      List<String> lines = new ArrayList<>(List.of(""));
      LineKinds kinds = LineKinds.of(lines);
      for (int step = 0; step < 30; step++) {
        int first = random.nextInt(lines.size() + 1);
        int removed = random.nextInt(Math.min(4, lines.size() - first + 1));
        int added = random.nextInt(4);
        List<LineKind> before = all(kinds);
        lines.subList(first, first + removed).clear();
        for (int i = 0; i < added; i++) {
          lines.add(first, pool[random.nextInt(pool.length)]);
        }
        Span changed = kinds.change(first, removed, added, lines::get);
        List<LineKind> now = all(kinds);
        assertEquals(all(LineKinds.of(lines)), now, lines::toString);
        for (int i = 0; i < now.size(); i++) {
          int old = i < first ? i : i - added + removed;
          boolean same = (i < first || i >= first + added) && before.get(old).equals(now.get(i));
          assertTrue(same || changed.contains(i), "line " + i + " of " + lines);
        }
      }
    }
  }

  @Test
  void agreesWithTheParserOnHeadingsCodeAndQuotes() {
    Random random = new Random(6);
    String[] pool = {
      "",
      "",
      "a",
      "b c",
      "# a",
      "## b",
      "---",
      "===",
      "```",
      "~~~~",
      "> a",
      ">",
      "> # b",
      "- a",
      "  b",
      "    c",
      "1. a",
      "- # a",
      "   - b",
      "+ c",
      "\ta",
      "* * *",
      "####### a",
      "> - a",
      ">   b",
      "*a",
      "a #"
    };
    for (int round = 0; round < 3000; round++) {
      List<String> lines =
          IntStream.range(0, 2 + random.nextInt(8))
              .mapToObj(_ -> pool[random.nextInt(pool.length)])
              .toList();
      LineKinds kinds = LineKinds.of(lines);
      List<String> mine = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        LineKind kind = kinds.get(i);
        if (kind.kind() == LineKind.Kind.HEADING) {
          mine.add("h" + kind.level() + " " + i);
        }
      }
      List<String> parsed = new ArrayList<>();
      ParsedBody body = Markdown.parse(String.join("\n", lines));
      for (Heading heading : body.outline()) {
        boolean underlined = false;
        int first = body.lines().lineOf(heading.span().start());
        int last = body.lines().lineOf(heading.span().end());
        underlined = last > first;
        // of a heading of several lines the last before the underline counts
        parsed.add("h" + heading.level() + " " + (underlined ? last - 1 : first));
      }
      assertEquals(parsed, mine, () -> String.join("\n", lines));
    }
  }

  private static List<LineKind> all(LineKinds kinds) {
    return IntStream.range(0, kinds.size()).mapToObj(kinds::get).toList();
  }

  private static void assertKinds(String table) {
    List<String> rows = table.lines().toList();
    List<String> lines = rows.stream().map(row -> row.substring(row.indexOf('|') + 1)).toList();
    LineKinds kinds = LineKinds.of(lines);
    StringBuilder shown = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      LineKind kind = kinds.get(i);
      String marker = kind.marker().name().toLowerCase(Locale.ROOT);
      shown
          .append(kind.kind().name().toLowerCase(Locale.ROOT))
          .append(kind.level() > 0 ? "" + kind.level() : "")
          .append(kind.quotes() > 0 ? " q" + kind.quotes() : "")
          .append(kind.items() > 0 ? " i" + kind.items() : "")
          .append(marker.equals("none") ? "" : " " + marker)
          .append(" |")
          .append(lines.get(i))
          .append('\n');
      String wanted = rows.get(i).substring(0, rows.get(i).indexOf('|')).strip();
      expected.append(wanted.replace("blank_code", "code").replace("blank_html", "html"));
      expected.append(" |").append(lines.get(i)).append('\n');
    }
    assertEquals(expected.toString(), shown.toString());
  }
}
