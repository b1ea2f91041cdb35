package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import galley.markdown.Markdown;
import galley.markdown.PictureHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TemplateTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HUGO|a {{< x >}} b|a &#123;{< x >}} b",
        "HUGO|a {{% x %}} b|a &#123;{% x %}} b",
        "HUGO|a {{ x }} {% y %}|a {{ x }} {% y %}",
        "HUGO|a \\{{< x|a \\{&#123;< x",
        "HUGO|`{{< x >}}` {{<|`{{</* x */>}}` &#123;{<",
        "HUGO|`{{</* x */>}}`|`{{</* x */>}}`",
        "HUGO|`{{% x } {{<`|`{{< param \"galley.brace\" >}}{% x }"
            + " {{< param \"galley.brace\" >}}{<`",
        "HUGO|`{{{% x %} }} $1 {{< y >}}`|`{{{< param \"galley.brace\" >}}{% x %} }} $1"
            + " {{</* y */>}}`",
        "HUGO|## a {#b} {.c} { d `{#`|## a &#123;#b} &#123;.c} { d `{#`",
        "JEKYLL|a {{ x }} {% y %} {# z #}|a &#123;{ x }} &#123;% y %} &#123;# z #}",
        "JEKYLL|a {: .b} `{: x`|a &#123;: .b} `{: x`",
        "JEKYLL|\\{% y %}|&#123;% y %}",
        "JEKYLL|\\\\{% y %}|\\\\&#123;% y %}",
        "JEKYLL|`a {{ x }} {%`|`a {{ \"{\" }}{ x }} {{ \"{\" }}%`",
        "JEKYLL|{{{|&#123;&#123;{",
        "ELEVENTY|a {# z #} `{#`|a &#123;# z #} `{{ \"{\" }}#`",
        "PLAIN|{{ x }} {% y %} {{< z >}}|{{ x }} {% y %} {{< z >}}",
        "ASTRO|{{ x }} {% y %} {{< z >}}|{{ x }} {% y %} {{< z >}}"
      })
  void leaveAsText(Profile profile, String body, String wanted) {
    assertEquals(wanted, new TemplateTags(profile).protectedFrom(body));
  }

  @Test
  void leaveAsTextInCodeOfEveryKind() {
    String body =
        """
        Words {{ x }}

        ```liquid
        {{ page.title }}
        ```

            {% indented %}

        > - ~~~
        >   {{ deep }}
        >   ~~~
        """;
    assertEquals(
        """
        Words &#123;{ x }}

        ```liquid
        {{ "{" }}{ page.title }}
        ```

            {{ "{" }}% indented %}

        > - ~~~
        >   {{ "{" }}{ deep }}
        >   ~~~
        """,
        new TemplateTags(Profile.JEKYLL).protectedFrom(body));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void looksTheSameToReadersOutsideCode(Profile profile) {
    String body =
        "# {{< a\n\n[l]({{x}}) {% y \\{{ \\\\{{< z\n\n| {{ a | b %} |\n|--|--|\n| {% | {{% |\n";
    assertEquals(html(body), html(new TemplateTags(profile).protectedFrom(body)));
  }

  private static String html(String body) {
    return String.join(
        "\n",
        Markdown.parse(body).render(PictureHtml.plain()).stream()
            .map(block -> block.html())
            .toList());
  }

  @Test
  void touchNothingWhereThereAreNone() {
    String body = "Plain { words } and `code`";
    assertSame(body, new TemplateTags(Profile.JEKYLL).protectedFrom(body));
  }
}
