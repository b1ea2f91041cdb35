package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

/**
 * Holds our HTML to the examples of the CommonMark specification, read without extensions and
 * written without ids, since those are what a post has beyond it.
 */
final class SpecificationTest {
  /**
   * The examples, by section and their number in it, that come out otherwise because raw HTML is
   * cleaned or, under autolinks, because an address has a scheme that is not let out.
   */
  private static final String CHANGED =
      """
      Backslash escapes: 10
      Entity and numeric character references: 7
      HTML blocks: 1 2 3 4 5 6 7 8 9 10 11 13 14 16 18 20 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 40 41 43 44
      Link reference definitions: 10
      Lists: 8 9
      Code spans: 17
      Emphasis and strong emphasis: 126 127 128
      Links: 10 13 43 55
      Autolinks: 3 5 6 8
      Raw HTML: 1 2 3 4 5 11 13 14 15 16 17 18 19
      Hard line breaks: 10 11
      """;

  private static final Pattern NAME = Pattern.compile(".*section \"(.*)\" example (\\d+).*");

  private static final PictureHtml PICTURES =
      (use, figure) -> PictureHtml.plain().render(use, figure).replaceAll("\">(</p>)?$", "\" />$1");

  @Test
  void everyExampleIsEqualSaveThoseListed() {
    Map<String, String> different = new LinkedHashMap<>();
    List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
    int equal = 0;
    for (Example example : examples) {
      // an arrow in the specification's source is a tab
      String source = example.getSource().replace('→', '\t');
      String wanted = example.getHtml().replace('→', '\t');
      String html =
          Markdown.parse(source, Dialect.COMMONMARK).render(PICTURES).stream()
              .map(RenderedBlock::html)
              .collect(Collectors.joining("\n"));
      if (html.equals(wanted.stripTrailing()) || wanted.equals(html + "\n")) {
        equal++;
      } else {
        Matcher name = NAME.matcher(example.toString());
        assertEquals(true, name.matches(), example.toString());
        different.merge(name.group(1), name.group(2), (all, one) -> all + " " + one);
      }
    }
    StringBuilder changed = new StringBuilder();
    different.forEach((section, numbers) -> changed.append(section + ": " + numbers + "\n"));
    assertEquals(CHANGED, changed.toString());
    assertEquals(652, examples.size());
    assertEquals(584, equal);
  }
}
