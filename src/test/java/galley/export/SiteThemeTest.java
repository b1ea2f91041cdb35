package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Themes that come with the program, and those of a site owner. */
final class SiteThemeTest {
  @TempDir Path folder;

  private Bundle built(Theme theme, List<Post> posts, MediaFiles media) {
    return new SiteBuild(new Pictures(), folder.resolve("build"))
        .build(TestSites.site(), theme, SitePosts.of(posts), media, SiteProgress.NONE)
        .bundle();
  }

  private Theme own(Map<String, String> files) throws IOException {
    Path own = Files.createDirectories(folder.resolve("themes/mine"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(own.resolve(file.getKey()), file.getValue());
    }
    return Theme.named("mine", Optional.of(folder.resolve("themes")));
  }

  private static String text(Bundle bundle, String path) {
    return bundle.files().stream()
        .filter(file -> file.path().equals(path))
        .map(file -> new String(file.bytesOf(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opinion", "plain"})
  void aPageStaysWithinItsBudget(String name) throws IOException {
    Samples samples = new Samples(Files.createDirectories(folder.resolve("media")));
    Theme theme = Theme.named(name, Optional.empty());
    Bundle bundle = built(theme, TestSites.full(samples, 30), samples::find);
    long css =
        bundle.files().stream()
            .filter(file -> file.path().endsWith(".css"))
            .mapToLong(BundleFile::bytes)
            .sum();
    assertTrue(css <= 8_000, css + " bytes of CSS");
    for (BundleFile file : bundle.files()) {
      assertTrue(
          !file.path().endsWith(".html") || file.bytes() <= 60_000,
          file.path() + " has " + file.bytes());
    }
    long fonts =
        bundle.files().stream()
            .filter(file -> file.path().endsWith(".woff2"))
            .mapToLong(BundleFile::bytes)
            .sum();
    long phone = text(bundle, "opinion/the-ferry/index.html").length() + css + fonts;
    phone +=
        bundle.files().stream()
            .filter(file -> file.path().endsWith("ferry-800.webp"))
            .mapToLong(BundleFile::bytes)
            .sum();
    assertTrue(phone <= 150_000, phone + " bytes for a phone");
  }

  @Test
  void theArticleOfASiteIsTheArticleOfThePreviewButForLinksToTheSite() {
    Post post = TestSites.post(0);
    String site =
        text(
            built(Theme.opinion(), List.of(post), _ -> Optional.empty()),
            "opinion/post-0/index.html");
    Bundle alone = new Bundles(new Pictures(), Theme.opinion()).html(post, _ -> Optional.empty());
    String single = text(alone, "index.html");
    assertEquals(article(single), article(site));
  }

  private static String article(String html) {
    return html.substring(html.indexOf("<article>"), html.indexOf("</article>"))
        .replaceAll(
            "(<p class=\"kicker\">|<li>|<span class=\"author\">)<a [^>]*>([^<]*)</a>", "$1$2");
  }

  @Test
  void aSiteOwnersThemeGoesBeforeTheOneItIsBasedOn() throws IOException {
    Theme theme =
        own(
            Map.of(
                "base.txt",
                "plain\n",
                "404.peb",
                "{{ heading }}: {{ site.settings.size }}{% for s in site.sections %} {{ s.name"
                    + " }}{% endfor %}"));
    // A map has no method for a template, only keys
    ExportException refused =
        assertThrows(
            ExportException.class, () -> built(theme, TestSites.posts(3), _ -> Optional.empty()));
    assertTrue(String.valueOf(refused.getMessage()).contains("line 1"), refused.getMessage());
    Theme mended =
        own(
            Map.of(
                "404.peb",
                "<p>{{ heading }}{% for s in site.sections %} {{ s.name }}{% endfor %}"));
    Bundle bundle = built(mended, TestSites.posts(3), _ -> Optional.empty());
    assertEquals("<p>This page isn’t here Opinion Harbour Islands", text(bundle, "404.html"));
    assertFalse(bundle.files().stream().anyMatch(file -> file.path().endsWith(".woff2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ site.nothing }} | 404.peb | line 2",
        "{% for | 404.peb | line 2",
        "{{ heading.class.forName('java.lang.Runtime') }} | 404.peb | line 2",
        "{% for a in range(1, 99999999999) %}x{% endfor %} | 404.peb | line 2",
        "{% for a in range(1,9999) %}{% for b in range(1,9999) %}{% endfor %}{% endfor %} | 404.peb"
            + " | never ends",
        "{% include '404.peb' %} | 404.peb | never ends",
        "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }} | 404.peb | never ends",
        "{% include '../../secret.peb' %} | 404.peb | no template",
        "{{ say('nothing') }} | 404.peb | line 2",
      })
  void aMistakeInATemplateIsNamedWithItsFileAndLine(String template, String file, String why)
      throws IOException {
    Theme theme = own(Map.of("404.peb", "first\n" + template));
    ExportException refused =
        assertThrows(
            ExportException.class, () -> built(theme, TestSites.posts(3), _ -> Optional.empty()));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(file), message);
    assertTrue(message.contains(why), message);
    // What is mended can be built at once
    own(Map.of("404.peb", "fine"));
    assertEquals("fine", text(built(theme, TestSites.posts(3), _ -> Optional.empty()), "404.html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opinion", "plain"})
  void aCopyOfAThemeMakesTheSameSite(String name) throws IOException {
    Path themes = folder.resolve("themes");
    Theme.copy(name, themes, "copy-of-" + name);
    List<Post> posts = TestSites.posts(8);
    Bundle first = built(Theme.named(name, Optional.empty()), posts, _ -> Optional.empty());
    Map<String, String> before = SiteBuildTest.hashes(first);
    Theme copy = Theme.named("copy-of-" + name, Optional.of(themes));
    assertEquals(before, SiteBuildTest.hashes(built(copy, posts, _ -> Optional.empty())));
  }

  @Test
  void noLinkOfATemplateRunsCode() throws IOException {
    String page = "{%% extends 'frame.peb' %%}{%% block main %%}%s{%% endblock %%}";
    Theme harmless = own(Map.of("404.peb", page.formatted("<p>href=javascript:x</p>")));
    assertTrue(
        text(built(harmless, List.of(), _ -> Optional.empty()), "404.html").contains("x</p>"));
    for (String link : List.of("javascript:x()", " jAva\n\tscript:x()", "data:text/html,x")) {
      Files.writeString(
          folder.resolve("themes/mine/404.peb"),
          page.formatted("<p><a href=\"" + link + "\">here</a></p>"));
      Theme theme = Theme.named("mine", Optional.of(folder.resolve("themes")));
      ExportException refused =
          assertThrows(ExportException.class, () -> built(theme, List.of(), _ -> Optional.empty()));
      assertTrue(String.valueOf(refused.getMessage()).contains("404.peb"), refused.getMessage());
    }
  }

  @Test
  void whatATemplateWritesIsEscaped() throws IOException {
    Theme theme = own(Map.of("404.peb", "{{ site.description }}"));
    assertEquals(
        "Letters from the coast &amp; its &quot;islands&quot;.",
        text(built(theme, TestSites.posts(1), _ -> Optional.empty()), "404.html"));
  }
}
