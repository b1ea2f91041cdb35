package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What bodies become stands up to the W3C's HTML checker. */
final class CorpusTest {
  @Test
  void everythingABodyCanHoldIsValid() throws Exception {
    String body =
        """
        # One

        Text[^1] with *emphasis*, `code`, ~~struck~~, <kbd>K</kbd>, https://a.example and [a](b "c").

        | a | | c |
        |:--|--|:-:|
        | 1 | 2 |

        - [x] done
        - [ ] to do
          1. nested[^1]

        ```java
        code
        ```

        ![alone](a.jpg)

        > quote

        #

        ###### Six

        * * *

        <div class="x"><p>raw<table><tr><td rowspan=9>a<td>b</table></div>

        [^1]: Note with *emphasis*.

            More.
        """;
    assertEquals(List.of(), checked(List.of(body)));
  }

  /** HTML as it is found in the wild: unclosed, misplaced, obsolete, and cut in two by Markdown. */
  @Test
  void wildHtmlComesOutValid() throws Exception {
    String[] pool = {
      "<div>",
      "</div>",
      "<p align=center>",
      "</p>",
      "<span>",
      "</span>",
      "<b>",
      "</b>",
      "<i>",
      "<font color=red>",
      "</font>",
      "<center>",
      "<ul>",
      "<ol start=x>",
      "<li value=2>",
      "</ul>",
      "<dl>",
      "<dt>",
      "<dd>",
      "</dl>",
      "<table>",
      "<tr>",
      "<td colspan=3>",
      "<th scope=x>",
      "<td rowspan=2>",
      "<caption>",
      "<thead>",
      "<tfoot>",
      "</table>",
      "<figure>",
      "<figcaption>",
      "</figure>",
      "<img src=a.jpg>",
      "<img>",
      "<h1>",
      "</h1>",
      "<h3>",
      "<pre>",
      "</pre>",
      "<blockquote cite='x y'>",
      "<details>",
      "<summary>",
      "</details>",
      "<a href='b c'>",
      "<a name=d>",
      "</a>",
      "<br/>",
      "<hr>",
      "<iframe src='//v.example/1'>",
      "</iframe>",
      "<video src=x>",
      "</video>",
      "<section>",
      "<main>",
      "<form>",
      "<input>",
      "<label>",
      "<button>",
      "<svg>",
      "<q>",
      "<ins>",
      "<del>",
      "text",
      "\\n\\n",
      "\\n",
      " *a* ",
      "&nbsp;",
      "<!-- x -->",
      "<object data=y>",
      "</object>",
      "<ruby>",
      "<rt>",
      "<time>",
      "<code>",
      "</code>",
      "<sup>",
      "<col>",
      "<p id=e>",
      "<li>"
    };
    java.util.Random random = new java.util.Random(41);
    List<String> bodies = new ArrayList<>();
    for (int round = 0; round < 600; round++) {
      StringBuilder body = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        body.append(pool[random.nextInt(pool.length)].replace("\\n", "\n"));
      }
      bodies.add(body.toString());
    }
    assertEquals(List.of(), checked(bodies));
  }

  @Test
  void everyPostOfTheCorpusIsValid() throws Exception {
    Path posts = Path.of(System.getProperty("galley.shared", "none"), "corpus", "posts");
    if (!Files.isDirectory(posts)) {
      return; // the corpus does not travel with the program
    }
    List<String> bodies = new ArrayList<>();
    try (var files = Files.list(posts)) {
      for (Path file : files.sorted().toList()) {
        bodies.add(FrontMatter.split(Files.readString(file)).body());
      }
    }
    assertEquals(List.of(), checked(bodies));
  }

  private static List<String> checked(List<String> bodies) throws Exception {
    List<String> messages = new ArrayList<>();
    SimpleDocumentValidator validator = new SimpleDocumentValidator();
    validator.setUpMainSchema(
        "http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
    validator.setUpValidatorAndParsers(new Noting(messages), true, false);
    for (String body : bodies) {
      int before = messages.size();
      check(validator, page(body));
      if (messages.size() > before) {
        messages.add(body.length() < 500 ? body + "\n→\n" + page(body) : body.substring(0, 80));
      }
    }
    return messages;
  }

  private static void check(SimpleDocumentValidator validator, String html)
      throws IOException, SAXException {
    InputSource source = new InputSource(new StringReader(html));
    source.setSystemId("https://example.org/post/");
    validator.checkHtmlInputSource(source);
  }

  private static String page(String body) {
    StringBuilder html =
        new StringBuilder(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title></head>"
                + "<body><main><article><h1>t</h1>\n");
    for (RenderedBlock block : Markdown.parse(body).render(CorpusTest::picture)) {
      html.append(block.html()).append('\n');
    }
    return html.append("</article></main></body></html>").toString();
  }

  private static String picture(PictureUse use, boolean figure) {
    String image = PictureHtml.plain().render(use, false).replaceFirst("alt=\"\"", "alt=\"x\"");
    return figure ? "<figure>" + image + "</figure>" : image;
  }

  /** Notes errors; a warning is an opinion on what a writer wrote. */
  private record Noting(List<String> messages) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
      messages.add(e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
