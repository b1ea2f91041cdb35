package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MarkdownTest {
  @Test
  void tablesTaskListsFootnotesStrikethroughAndBareAddressesWorkTogether() {
    assertHtml(
        """
        # Ferries[^1]

        | Day | Boats |
        |:--|--:|
        | *Monday* | ~~3~~ 4[^1] |

        - [x] https://example.org/a
        - [ ] [asked](mailto:a@example.org)

        [^1]: Counted
            twice.
        """,
        """
        <h2 id="ferries">Ferries<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></h2>
        <div class="table" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col" class="text-left">Day</th>
        <th scope="col" class="text-right">Boats</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="text-left"><em>Monday</em></td>
        <td class="text-right"><del>3</del> 4<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup></td>
        </tr>
        </tbody>
        </table>
        </div>
        <ul>
        <li class="task"><label><input type="checkbox" disabled checked> <a href="https://example.org/a">https://example.org/a</a></label></li>
        <li class="task"><label><input type="checkbox" disabled> <a href="mailto:a@example.org">asked</a></label></li>
        </ul>
        <div class="footnotes" role="doc-endnotes">
        <ol>
        <li id="fn-1">
        <p>Counted
        twice. <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="1">↩\uFE0E</a> <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="1.2">↩\uFE0E</a></p>
        </li>
        </ol>
        </div>
        """);
  }

  @Test
  void headingsGoAsDeepAsTheyStandInTheOutline() {
    assertHtml(
        "# a\n### b\n<h4>c</h4>\n\n#\n## d",
        "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<h4>c</h4>\n<h3 id=\"d\">d</h3>");
    assertHtml(
        "### a\n### a\n## main",
        "<h2 id=\"a\">a</h2>\n<h2 id=\"a-2\">a</h2>\n<h2 id=\"main-2\">main</h2>");
    assertEquals(3, Markdown.parse("### a").outline().getFirst().level());
  }

  private static void assertHtml(String source, String html) {
    assertEquals(html.strip(), html(source));
  }

  private static String html(String source) {
    return Markdown.parse(source).render(PictureHtml.plain()).stream()
        .map(RenderedBlock::html)
        .collect(Collectors.joining("\n"));
  }
}
