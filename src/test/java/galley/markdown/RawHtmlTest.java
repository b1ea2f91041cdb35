package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RawHtmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "a <b>b</b>|<p>a <b>b</b></p>",
        "a <b>b|<p>a <b>b</b></p>",
        "a </b>b|<p>a b</p>",
        "*a <b>b* c</b>|<p><em>a <b>b</b></em> c</p>",
        "a <b><i>b</b> c</i>|<p>a <b><i>b</i></b> c</p>",
        "a <div>b</div>|<p>a b</p>",
        "a <font color=red>b</font>|<p>a b</p>",
        "a <b onclick=x() style='x' class=y>b</b>|<p>a <b class=\"y\">b</b></p>",
        "a <script>x()</script> b|<p>a  b</p>",
        "a <a href='javascript:x()'>b</a>|<p>a b</p>",
        "a <a href=' JaVa&#9;script:x()'>b</a>|<p>a b</p>",
        "a <a href='data:text/html,x'>b</a>|<p>a b</p>",
        "a <a href='b'>c [d](e)</a>|<p>a <a href=\"b\">c d</a></p>",
        "a [b <a href='c'>d</a>](e)|<p>a <a href=\"e\">b d</a></p>",
        "a <img src=b.jpg alt=c onerror=x()>|<p>a <img src=\"b.jpg\" alt=\"c\"></p>",
        "a <iframe src='https://v.example'></iframe>|<p>a <a"
            + " href=\"https://v.example\">https://v.example</a></p>",
        "a<br/>b|<p>a<br>b</p>",
        "a <!-- b --> c|<p>a  c</p>",
        "[a](javascript:x)|<p>a</p>",
        "[a](vbscript:x) <javascript:x>|<p>a javascript:x</p>",
        "[a](<java script:x>)|<p>a</p>",
        "{% include x %} {{ b }}|<p>{% include x %} {{ b }}</p>",
        "<div>¶¶*a*¶¶</div>|<p><em>a</em></p>",
        "<div>a</div>|<div>a</div>",
        "<div><p>a|<p>a</p>",
        "<details><summary>a</summary>¶¶b¶¶</details>|<div>a</div>¶<p>b</p>",
        "<details><summary>a</summary>b</details>|<details><summary>a</summary>b</details>",
        "<details>b</details>|<div>b</div>",
        "<iframe src=\"https://v.example/\" title=\"A film\"></iframe>|<p><a"
            + " href=\"https://v.example/\">A film</a></p>",
        "<video><source src=\"a.mp4\"></video>|<p><a href=\"a.mp4\">a.mp4</a></p>",
        "<script>alert(1)</script>|",
        "<style>p{}</style>|",
        "<!-- more -->|",
        "<img src=\"a.jpg\">|<p><img src=\"a.jpg\" alt=\"\"></p>",
        "<figure><img src=\"a.jpg\"><figcaption>b</figcaption></figure>|<figure><img src=\"a.jpg\""
            + " alt=\"\"><figcaption>b</figcaption></figure>",
        "<h1>a</h1>|<h2>a</h2>",
        "<ul>a<li>b</ul>|<ul><li>a</li><li>b</li></ul>",
        "<li>a</li>|<div>a</div>",
        "<table><tr><td"
            + " colspan=2>a<tr><td>b</table>|<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>",
        "<table><tr><td>a<tr><td>b<td>c</table>|<table><tbody><tr><td>a</td><td></td></tr><tr><td>b</td><td>c</td></tr></tbody></table>",
        "<div id=a>a</div>¶¶<div id=a>b</div>¶¶# a|<div id=\"a\">a</div>¶<div>b</div>¶<h2"
            + " id=\"a-2\">a</h2>",
        "<center><b><p>a</p></b></center>|<div><p>a</p></div>",
        "<form action=x><input name=y><button>a</button></form>|a",
        "<object data=\"x.swf\">a</object>|<p><a href=\"x.swf\">x.swf</a>a</p>",
        "<svg onload=x()><script>y()</script></svg>|<p></p>",
        "<p align=center>a|<p>a</p>",
      })
  void cleans(String source, String html) {
    assertEquals(
        html == null ? "" : html.replace('¶', '\n'), html(source.replace('¶', '\n')), source);
  }

  @Test
  void findsPicturesAndLinks() {
    ParsedBody body =
        Markdown.parse("<img src=a.jpg alt=b>\n\nc <img src=d.png>\n\n<p><a href='e'>f</a></p>");
    assertEquals(
        List.of("a.jpg true", "d.png false"),
        body.pictures().stream().map(use -> use.destination() + " " + use.alone()).toList());
    assertEquals("f", body.links().getFirst().text());
    assertEquals("c \n\nf".replaceAll("\\s", ""), body.plainText().replaceAll("\\s", ""));
  }

  @Test
  void nothingThatRunsComesThrough() {
    Random random = new Random(23);
    String[] pool = {
      "<",
      ">",
      "</",
      "/>",
      "script",
      "style",
      "img",
      "svg",
      "a",
      "iframe",
      "math",
      "onerror=",
      "onload=",
      "src=",
      "href=",
      "\"",
      "'",
      "javascript:",
      "JAVASCRIPT&colon;",
      "data:text/html,",
      "alert(1)",
      " ",
      "\n",
      "\n\n",
      "`",
      "x",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "&lt;",
      "&#x6A;",
      "](",
      "[",
      "![",
      ")",
      "<div ",
      "<p ",
      "style=",
      "\t",
      "<table>",
      "<td ",
      "<noscript>",
      "<template>",
      "<textarea>",
      "<title>",
      "srcdoc=",
      "formaction=",
      "\u0000",
      "/"
    };
    for (int round = 0; round < 4000; round++) {
      StringBuilder source = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        source.append(pool[random.nextInt(pool.length)]);
      }
      var page = org.jsoup.Jsoup.parseBodyFragment(html(source.toString()));
      String what = source + "\n→ " + page.body().html();
      assertEquals(
          0, page.select("script, style, iframe, object, embed, svg, math, form").size(), what);
      for (var element : page.body().getAllElements()) {
        for (var attribute : element.attributes()) {
          assertTrue(
              !attribute.getKey().startsWith("on") && !attribute.getKey().equals("style"), what);
          boolean address = attribute.getKey().equals("href") && !element.nameIs("img");
          assertTrue(!address || Address.isSafe(attribute.getValue()), what);
        }
      }
    }
  }

  private static String html(String source) {
    return Markdown.parse(source).render(PictureHtml.plain()).stream()
        .map(RenderedBlock::html)
        .collect(Collectors.joining("\n"));
  }
}
