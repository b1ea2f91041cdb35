package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.markdown.Markdown;
import galley.markdown.PictureHtml;
import galley.markdown.RenderedBlock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KramdownWordsTest {
  private static final PictureHtml NONE = (_, _) -> "";

  @Test
  void whatIsNoLinkOrTableForCommonMarkIsNoneForKramdown() {
    String body =
        """
        _Part of [the series]({{ "/x/" | url }}) and a [link](https://example.org/a|b "c | d")._

        > [a tool](https://example.org/>
        > b) `a | b](c)` \\| \\\\| costs $$5

        *[HTML]: no abbreviation

        | a | b |
        |---|---|
        | c | d |

            indented | code](x)

        <p>raw | [html](x)</p>
        """;
    assertEquals(
        """
        _Part of [the series]\\({{ "/x/" \\| url }}) and a [link](https://example.org/a|b "c | d")._

        > [a tool]\\(https://example.org/>
        > b) `a | b](c)` \\| \\\\\\| costs \\$\\$5

        \\*[HTML]: no abbreviation

        | a | b |
        |---|---|
        | c | d |

            indented | code](x)

        <p>raw | [html](x)</p>
        """,
        KramdownWords.protectedIn(body));
    assertEquals(shown(body), shown(KramdownWords.protectedIn(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain [link](x) words", "a\r\n\r\nb\r\n", "# a | b\r\nc"})
  void theWordsStayTheSame(String body) {
    assertEquals(shown(body), shown(KramdownWords.protectedIn(body)));
  }

  private static List<String> shown(String body) {
    return Markdown.parse(body).render(NONE).stream().map(RenderedBlock::html).toList();
  }
}
