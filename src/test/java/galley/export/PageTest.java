package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.Markdown;
import galley.post.Byline;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PageTest {
  @TempDir Path folder;

  /** Every picture of a known size at an address that tells its name. */
  private record Everywhere(Optional<String> styleSheet, Optional<String> address)
      implements PageLinks {
    @Override
    public Optional<PictureFiles> picture(ImageRef image) {
      return image.isPlace()
          ? Optional.empty()
          : Optional.of(PictureFiles.of(image.file(), image.width(), image.height()));
    }

    @Override
    public String font(String name) {
      return "fonts/" + name;
    }

    @Override
    public String sources() {
      return "'self'";
    }
  }

  private static Page page(Post post) {
    return Page.of(
        post,
        Markdown.parse(post.body()),
        Theme.opinion(),
        new Everywhere(Optional.of("site.css"), Optional.empty()));
  }

  @Test
  void isValidWithEverythingInIt() {
    Post post = new Samples(folder).full();
    String html = page(post).html();
    assertEquals(List.of(), Validator.of(html), html);
  }

  @Test
  void isValidWithAlmostNothingInIt() {
    String html = page(Samples.plain("")).html();
    assertEquals(List.of(), Validator.of(html), html);
  }

  @Test
  void isValidWithItsStyleSheetInside() {
    Post post = new Samples(folder).full();
    Page page =
        Page.of(
            post,
            Markdown.parse(post.body()),
            Theme.opinion(),
            new Everywhere(Optional.empty(), Optional.of("https://example.org/a/b/")));
    String html = page.html();
    assertEquals(List.of(), Validator.of(html));
    Document document = Jsoup.parse(html);
    Element style = document.selectFirst("style");
    assertTrue(
        policy(document).contains("style-src 'sha256-" + sha256(style.data()) + "'"),
        policy(document));
    assertEquals(page.css(), style.data());
  }

  @Test
  void isItsShellAroundItsBlocks() {
    Page page = page(new Samples(folder).full());
    String blocks = String.join("\n", page.blocks().stream().map(PageBlock::html).toList());
    assertEquals(page.html(), page.before() + blocks + page.after());
    assertTrue(page.before().contains(page.head()));
    assertEquals(-1, page.blocks().getFirst().firstLine());
    assertEquals(0, page.blocks().get(1).firstLine());
    assertTrue(page.blocks().getLast().html().startsWith("<footer"));
  }

  @Test
  void hasOneHeadlineLandmarksAndASkipLink() {
    Document document = Jsoup.parse(page(new Samples(folder).full()).html());
    assertEquals(1, document.select("h1").size());
    assertEquals("en-GB", document.selectFirst("html").attr("lang"));
    assertEquals(1, document.select("main#content > article > header.head").size());
    assertEquals("#content", document.selectFirst("body > a").attr("href"));
    assertEquals("2026-11-23T06:40:00+01:00", document.selectFirst("time").attr("datetime"));
    assertEquals(
        "By Ada Quill, Bo Ń. <Fenn> and Cy Marsh 23 November 2026 1 min read",
        document.selectFirst(".byline").text());
  }

  @Test
  void loadsTheLeadPictureAtOnceAndOthersLater() {
    Document document = Jsoup.parse(page(new Samples(folder).full()).html());
    List<Element> pictures = document.select("img");
    assertEquals(5, pictures.size());
    assertEquals("high", pictures.getFirst().attr("fetchpriority"));
    assertFalse(pictures.getFirst().hasAttr("loading"));
    for (Element picture : pictures.subList(1, 5)) {
      assertEquals("lazy", picture.attr("loading"));
    }
    for (Element picture : pictures) {
      assertTrue(picture.hasAttr("width") && picture.hasAttr("height") && picture.hasAttr("alt"));
    }
    assertEquals(
        "The 06:40 leaving the head of the bay on a November morning."
            + " Photograph: the harbour office · CC BY 4.0",
        document.selectFirst("figure.lead figcaption").text());
    assertEquals(
        "The quay at low water Drawing: A. <Hand> & \"Co\"",
        document.select("figure figcaption").get(1).text());
  }

  @Test
  void leavesOutAPictureWithoutAFileAndItsCaption() {
    String html = page(new Samples(folder).full()).html();
    assertFalse(html.contains("gone.jpg"));
    assertFalse(html.contains("A caption of nothing"));
  }

  @Test
  void doesNotShowTheLeadPictureTwiceInARow() {
    Samples samples = new Samples(folder);
    Post post = samples.full();
    Post twice =
        Samples.post(
            post.draft().withBody("\n![x](media/ferry.jpg)\n\nText\n\n![again](media/ferry.jpg)"));
    Document document = Jsoup.parse(page(twice).html());
    assertEquals(2, document.select("img").size());
    assertEquals(1, document.select(".head img").size());
  }

  @Test
  void saysWhatItIsToMachinesWithoutEndingTheScript() {
    Page page = page(new Samples(folder).full());
    Document document = Jsoup.parse(page.html());
    assertEquals(1, document.select("script").size());
    String data = document.selectFirst("script").data();
    assertFalse(data.contains("<") || data.contains(">") || data.contains("&"), data);
    assertTrue(policy(document).contains("script-src 'sha256-" + sha256(data) + "'"));
    JsonNode json = new JsonMapper().readTree(data);
    assertEquals("OpinionNewsArticle", json.get("@type").asString());
    assertEquals(
        "The ferry is the last \"public\" square <we> have & hold",
        json.get("headline").asString());
    assertEquals(3, json.get("author").size());
    assertEquals("Accounts </script><b>", json.get("citation").get(0).get("name").asString());
    assertEquals(3, json.get("citation").size());
  }

  @Test
  void showsNeitherInterviewsNorFilesOnADisk() {
    String html = page(new Samples(folder).full()).html();
    assertFalse(html.contains("Unnamed mate"));
    assertFalse(html.contains("/home/ada"));
    assertFalse(html.contains("IMG_0001"));
    assertTrue(html.contains("<li>Minutes, page 4</li>"));
    assertTrue(
        html.contains("x=1&amp;y=2\">Accounts &lt;/script&gt;&lt;b&gt;</a>, 20 November 2026"));
  }

  @Test
  void namesItsAddressOnlyWhereItIsKnown() {
    Post post = new Samples(folder).full();
    assertFalse(page(post).html().contains("canonical"));
    String html =
        Page.of(
                post,
                Markdown.parse(post.body()),
                Theme.opinion(),
                new Everywhere(Optional.of("s.css"), Optional.of("https://example.org/a/")))
            .html();
    assertTrue(html.contains("<link rel=\"canonical\" href=\"https://example.org/a/\">"));
    assertEquals(List.of(), Validator.of(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|By A|23 November 2026|Skip to the article",
        "en-US|By A|November 23, 2026|Skip to the article",
        "de|Von A|23. November 2026|Zum Artikel springen",
        "fr-CA|Par A|23 novembre 2026|Aller à l’article",
        "ja|By A|2026年11月23日|Skip to the article"
      })
  void speaksThePostsLanguage(String language, String by, String date, String skip) {
    Post plain = Samples.plain("Words");
    Post post =
        Samples.post(
            plain
                .draft()
                .withDetails(
                    plain
                        .details()
                        .withLanguage(language)
                        .withDate(PublicationDate.parse("2026-11-23"))
                        .withBylines(List.of(new Byline("A")))));
    Document document = Jsoup.parse(page(post).html());
    assertTrue(document.selectFirst(".byline").text().startsWith(by + " " + date), document.html());
    assertEquals(skip, document.selectFirst(".skip").text());
  }

  @ParameterizedTest
  @CsvSource({
    "'### a|#### b|## c|### d', 2 3 2 3",
    "'# a|### b|###### c|# d', 2 3 4 2",
    "'## a|> #### q|### b', 2 3 3",
    "'#### a|### b|## c', 2 2 2"
  })
  void skipsNoLevelOfHeadings(String body, String levels) {
    Document document = Jsoup.parse(page(Samples.plain(body.replace("|", "\n\n"))).html());
    assertEquals(
        levels,
        String.join(
            " ",
            document.select("h2, h3, h4, h5, h6").stream()
                .map(heading -> heading.tagName().substring(1))
                .toList()));
    assertEquals(List.of(), Validator.of(page(Samples.plain(body.replace("|", "\n\n"))).html()));
  }

  @Test
  void writesFromRightToLeft() {
    Post plain = Samples.plain("Words");
    Post post = Samples.post(plain.draft().withDetails(plain.details().withLanguage("ar")));
    assertEquals("rtl", Jsoup.parse(page(post).html()).selectFirst("html").attr("dir"));
    assertEquals(List.of(), Validator.of(page(post).html()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L|true",
        "l|true",
        "É|true",
        "1|false",
        "“L|false",
        "*L*|false",
        "[L](https://e.org)|false"
      })
  void opensWithALargeLetterOnlyWhereThereIsOne(String start, boolean large) {
    String body = start + " and so it goes on for a while".repeat(8);
    assertEquals(
        large ? 1 : 0, Jsoup.parse(page(Samples.plain(body)).html()).select("p.opening").size());
  }

  @Test
  void keepsAShortFirstParagraphPlain() {
    assertEquals(0, Jsoup.parse(page(Samples.plain("Short.")).html()).select("p.opening").size());
  }

  @Test
  void hasAStyleSheetWithinItsBudget() {
    int bytes = Theme.opinion().css().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 8_000, bytes + " bytes");
    assertFalse(Theme.opinion().css().contains("/*"));
    assertEquals(3, Theme.opinion().fonts().size());
  }

  @Test
  void hasAllItsWordsInEveryLanguage() {
    String[] words = {"skip", "by", "and", "minutes", "sources", "topics"};
    for (String language : Locale.getISOLanguages()) {
      Vocabulary.Language known = Theme.opinion().words(language);
      for (String word : words) {
        assertFalse(known.say(word, "1", "2").isBlank());
      }
    }
  }

  private static String policy(Document document) {
    return document.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
