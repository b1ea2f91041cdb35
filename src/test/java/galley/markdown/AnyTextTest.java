package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a body, reading it ends soon and well. */
final class AnyTextTest {
  /** A text, named for reports. */
  record Case(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> hardTexts() {
    int many = 50_000;
    return List.of(
        new Case("nested quotes", ">".repeat(many) + "a"),
        new Case("nested quotes on lines", "> ".repeat(1000).concat("a\n").repeat(20)),
        new Case("nested lists", "- ".repeat(many) + "a"),
        new Case("nested numbered lists", "1. ".repeat(many) + "a"),
        new Case(
            "lists indented ever more",
            IntStream.range(0, 1000)
                .mapToObj(i -> "  ".repeat(i) + "- a\n")
                .collect(Collectors.joining())),
        new Case("open brackets", "[".repeat(many) + "a"),
        new Case("closed brackets", "[".repeat(many) + "a" + "]".repeat(many)),
        new Case("pictures in pictures", "![".repeat(20_000) + "a" + "](b)".repeat(20_000)),
        new Case("open links", "[a](".repeat(many)),
        new Case("emphasis", "*a ".repeat(many) + "a*".repeat(many)),
        new Case("strong", "**a ".repeat(many)),
        new Case("underlines", "_a __a ".repeat(many)),
        new Case("stars", "*".repeat(200_000)),
        new Case(
            "backticks",
            IntStream.range(1, 600).mapToObj("`"::repeat).collect(Collectors.joining(" "))),
        new Case("tags", "<a>".repeat(many)),
        new Case("nested tags", "<div>".repeat(many)),
        new Case("nested spans", "x " + "<span class=a>".repeat(many)),
        new Case("half tags", "<a ".repeat(many)),
        new Case("comments", "<!-- ".repeat(many)),
        new Case("declarations", "a <!A ".repeat(many)),
        new Case("entities", "&a".repeat(many)),
        new Case("a long line", "word ".repeat(40_000)),
        new Case("a long word", "a".repeat(200_000)),
        new Case("blank lines", "\n".repeat(200_000)),
        new Case("carriage returns", "a\r".repeat(many)),
        new Case("nulls", "\u0000".repeat(many)),
        new Case("half characters", "\uD800\uDC00\uD800".repeat(many)),
        new Case(
            "tables", "|a".repeat(1000) + "\n" + "|-".repeat(1000) + "\n" + "|a\n".repeat(500)),
        new Case("rules of tables", "a|b\n" + "-|".repeat(many)),
        new Case("footnotes", "[^a]: [^a]\n\n".repeat(3000) + "[^a]"),
        new Case(
            "footnotes in footnotes",
            "[^0]\n\n"
                + IntStream.range(0, 3000)
                    .mapToObj(i -> "[^" + i + "]: [^" + (i + 1) + "]\n\n")
                    .collect(Collectors.joining())),
        new Case("definitions", "[a]: b\n".repeat(many)),
        new Case("same headings", "# a\n".repeat(20_000)),
        new Case("addresses", "http://a.example/".repeat(5000)),
        new Case("at signs", "a@".repeat(many)),
        new Case("tildes", "~~a".repeat(many)),
        new Case("underline of nothing", "a\n=".repeat(5000)));
  }

  @ParameterizedTest
  @MethodSource("hardTexts")
  void endsSoon(Case hard) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          ParsedBody body = Markdown.parse(hard.text);
          body.render(PictureHtml.plain());
          List<String> lines = hard.text.lines().limit(3000).toList();
          LineKinds kinds = LineKinds.of(lines);
          for (int i = 0; i < lines.size(); i += 100) {
            Marks.of(lines.get(i), kinds.get(i));
          }
        });
  }

  @Test
  void twentyMegabytesAreRead() {
    String paragraph = "A *paragraph* of some words, with [a link](https://a.example) in it.\n\n";
    String text = paragraph.repeat(20_000_000 / paragraph.length());
    ParsedBody body = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Markdown.parse(text));
    assertEquals(text.length() / paragraph.length() * 10, body.words());
  }

  @Test
  void nullsAreReplacedAndCarriageReturnsEndLines() {
    assertEquals("<p>a\uFFFDb</p>", html("a\u0000b"));
    assertEquals("<p>a\nb</p>", html("a\rb"));
    assertEquals("<p>a\nb</p>", html("a\r\nb"));
  }

  @Test
  void blocksStandInOrderAndEveryTagIsClosed() {
    Random random = new Random(31);
    String[] pool = {
      "# a",
      "",
      "",
      "> b",
      "- c",
      "  d",
      "1. e",
      "```",
      "    f",
      "***",
      "<div>",
      "</div>",
      "*g **h*",
      "[i](j)",
      "![k](l)",
      "|m|n|",
      "|-|-|",
      "[^o]",
      "[^o]: p",
      "- [ ] q",
      "<b>",
      "</b>",
      "~~r",
      "==",
      "\tt",
      "<p><ul><li>u"
    };
    for (int round = 0; round < 1000; round++) {
      String source =
          IntStream.range(0, random.nextInt(14))
              .mapToObj(_ -> pool[random.nextInt(pool.length)])
              .collect(Collectors.joining("\n"));
      int last = -1;
      for (RenderedBlock block : Markdown.parse(source).render(PictureHtml.plain())) {
        var parser = org.jsoup.parser.Parser.xmlParser().setTrackErrors(10);
        String html = block.html().replaceAll("<(br|hr|img|input|wbr)([^>]*)>", "<$1$2/>");
        parser.parseInput(html, "");
        assertEquals(List.of(), parser.getErrors(), () -> source + "\n→\n" + html);
        if (block.firstLine() >= 0) {
          assertTrue(block.firstLine() > last && block.lastLine() >= block.firstLine(), source);
          last = block.lastLine();
        }
      }
    }
  }

  private static String html(String source) {
    return Markdown.parse(source).render(PictureHtml.plain()).getFirst().html();
  }
}
