package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import galley.markdown.HtmlToMarkdown.Converted;
import galley.markdown.HtmlToMarkdown.ConvertedPicture;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlToMarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "<p>2020. A year</p>|2020\\. A year",
        "<p>__z__ and snake_case</p>|\\_\\_z\\_\\_ and snake_case",
        "<p>2 * 3 = 6, a*b</p>|2 * 3 = 6, a\\*b",
        "<p># one</p>|\\# one",
        "<p>- one</p>|\\- one",
        "<p>&gt; one</p>|\\> one",
        "<p>R&amp;D, &amp;amp; &lt;b&gt; 1 &lt; 2</p>|R&D, \\&amp; \\<b> 1 < 2",
        "<p>[sic] and [a](b)</p>|[sic] and \\[a\\](b)",
        "<p>`a` ~~b~~ ~c</p>|\\`a\\` \\~\\~b\\~\\~ ~c",
        "<p>a <b>b</b><i> c </i>d</p>|a **b** *c* d",
        "<p>foo<b>bar</b>baz</p>|foo**bar**baz",
        "<p><b>\"foo\"</b>bar</p>|**\"foo**\"bar",
        "<p><b>a <i>b</i></b></p>|**a *b***",
        "<p><b style='font-weight:normal'><span style='font-weight:700'>a</span> b</b></p>|**a** b",
        "<p>a<a href='https://a.example/b(c)'>b</a></p>|a[b](<https://a.example/b(c)>)",
        "<p><a href='javascript:alert(1)'>b</a></p>|b",
        "<p>x!<a href='https://a.example'>b</a></p>|x\\![b](https://a.example)",
        "<p>E=mc<sup>2</sup></p>|E=mc<sup>2</sup>",
        "<p><code>a `b`</code></p>|`` a `b` ``",
        "<h2><b>a</b> <i>b</i> #</h2>|## a *b* \\#",
        "<h2>a<br>b</h2>|## a b",
        "<hr>|***",
        "<div>a<div>b</div>c</div>|a¶¶b¶¶c",
        "<p>a<br>b<br><br>c</p>|a\\¶b¶¶c",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>|- a¶  - b¶- c",
        "<ul><li>a</li><ul><li>b</li></ul></ul>|- a¶  - b",
        "<ol start=3><li><p>a</p><p>b</p></li><li>c</li></ol>|3. a¶¶   b¶¶4. c",
        "<ul><li>a</li></ul><ul><li>b</li></ul>|- a¶¶* b",
        "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>|- [x]"
            + " a¶- [ ] b",
        "<blockquote><p>a</p><p>b</p></blockquote>|> a¶>¶> b",
        "<pre class='language-java'>a&#10;  ```b</pre>|````java¶a¶  ```b¶````",
        "<dl><dt>a</dt><dd>b</dd></dl>|**a**¶¶b",
        "<p>a&nbsp;b&nbsp; c</p>|a\u00A0b c",
        "<iframe src='https://v.example/1' title='Film'></iframe>|[Film](https://v.example/1)",
        "<p><script>x()</script>a<style>b</style></p>|a",
        "<p hidden>a</p><p style='display: none'>b</p>|",
        "<p>---</p>|\\---",
        "<p>a<br>===</p>|a\\¶\\===",
      })
  void turns(String html, String markdown) {
    assertEquals(
        markdown == null ? "" : markdown.replace('¶', '\n'),
        converted(html).markdown().stripTrailing());
    assertSameWords(html);
  }

  @Test
  void turnsTables() {
    String html =
        "<table><caption>Boats</caption><tr><th>a</th><th>b</th></tr>"
            + "<tr><td>c|d</td><td><p><b>e</b></p></td></tr></table>";
    assertEquals(
        "Boats\n\n| a | b |\n| --- | --- |\n| c\\|d | **e** |\n", converted(html).markdown());
    assertEquals(
        "|  |  |\n| --- | --- |\n| a | b |\n",
        converted("<table><tr><td>a<td>b</table>").markdown());
    assertEquals("a\n\nb\n", converted("<table><tr><td>a<tr><td>b</table>").markdown());
  }

  @Test
  void turnsFiguresIntoPicturesWithCaptionAndCredit() {
    Converted converted =
        converted(
            "<p>a</p><figure><img src='b c.jpg' alt='A *b*'><figcaption>The b <span class='credit'>"
                + "C. D.</span></figcaption></figure><p><a href='big.jpg'><img src=e.png></a></p>");
    assertEquals("a\n\n![A \\*b\\*](<b c.jpg>)\n\n![](e.png)\n", converted.markdown());
    assertEquals(
        List.of(
            new ConvertedPicture("b c.jpg", "A *b*", "The b", "C. D."),
            new ConvertedPicture("e.png", "", "", "")),
        converted.pictures());
  }

  @Test
  void turnsFootnotes() {
    String html =
        "<p>a<sup><a href='#footnote-1' id='footnote-ref-1'>[1]</a></sup> b</p><ol>"
            + "<li id='footnote-1'><p>c <i>d</i> <a href='#footnote-ref-1'>↑</a></p></li></ol>";
    assertEquals("a[^1] b\n\n[^1]: c *d*\n", converted(html).markdown());
  }

  @Test
  void endsWithDeepAndLongHtml() {
    for (String html :
        List.of(
            "<div>".repeat(20_000) + "a",
            "<span>".repeat(20_000) + "a",
            "<ul><li>".repeat(5_000) + "a",
            "<blockquote>".repeat(5_000) + "a",
            "<b><i>".repeat(5_000) + "a",
            "<p>" + "a* _b_ [c](".repeat(10_000))) {
      assertFalse(converted(html).markdown().isEmpty());
    }
  }

  @Test
  void everyWordComesThrough() {
    Random random = new Random(17);
    String[] pool = {
      "a",
      "b c",
      " ",
      "*",
      "_",
      "**",
      "`",
      "[",
      "]",
      "(",
      ")",
      "!",
      "#",
      "1.",
      "-",
      "+",
      ">",
      "|",
      "\\",
      "~~",
      "&amp;",
      "&lt;b&gt;",
      "&amp;lt;",
      ":",
      "=",
      "---",
      "\"",
      "é",
      "😀",
      ".",
      "http://a.example",
      "www.a.example",
      "<br>",
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      "<a href='x'>",
      "</a>",
      "<code>",
      "</code>",
      "<p>",
      "</p>",
      "<li>",
      "<ul>",
      "</ul>",
      "<ol>",
      "</ol>",
      "<h2>",
      "</h2>",
      "<blockquote>",
      "</blockquote>",
      "<sup>",
      "</sup>",
      "<s>",
      "</s>",
      "<table><tr><td>",
      "<td>",
      "</table>",
      "<pre>",
      "</pre>",
      "<hr>",
      "\n",
      "[^1]",
      "^"
    };
    for (int round = 0; round < 2000; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        html.append(pool[random.nextInt(pool.length)]);
      }
      assertSameWords(html.toString());
    }
  }

  private static void assertSameWords(String html) {
    String markdown = converted(html).markdown();
    org.jsoup.nodes.Element body = Jsoup.parse(html).body();
    body.select("script, style, [hidden], [style*=none], input").remove();
    body.select("iframe").forEach(frame -> frame.replaceWith(new TextNode(frame.attr("title"))));
    assertEquals(
        PartText.bare(body.wholeText()).replace("\u00AD", ""),
        PartText.bare(Markdown.parse(markdown).plainText()),
        () -> html + "\n→\n" + markdown);
  }

  private static Converted converted(String html) {
    return HtmlToMarkdown.convert(Jsoup.parse(html).body());
  }
}
