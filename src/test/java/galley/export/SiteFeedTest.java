package galley.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import galley.images.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

final class SiteFeedTest {
  @TempDir Path folder;
  private Bundle bundle = new Bundle("none", java.util.List.of(), java.util.List.of());

  @BeforeEach
  void build() throws IOException {
    Samples samples = new Samples(Files.createDirectories(folder.resolve("media")));
    bundle =
        new SiteBuild(new Pictures(), folder.resolve("build"))
            .build(
                TestSites.site(),
                Theme.named("opinion", Optional.empty()),
                SitePosts.of(TestSites.full(samples, 30)),
                samples::find,
                SiteProgress.NONE)
            .bundle();
  }

  private byte[] bytes(String path) {
    return bundle.files().stream()
        .filter(file -> file.path().equals(path))
        .map(BundleFile::bytesOf)
        .findFirst()
        .orElseThrow();
  }

  private SyndFeed feed(String path) throws Exception {
    return new SyndFeedInput().build(new StringReader(new String(bytes(path), UTF_8)));
  }

  @Test
  void aFeedHoldsTheNewestPostsWithAllTheirWords() throws Exception {
    SyndFeed feed = feed("feed.xml");
    assertEquals("Coastal Review", feed.getTitle());
    Document xml = Jsoup.parse(new String(bytes("feed.xml"), UTF_8), "", Parser.xmlParser());
    assertEquals(
        "https://example.org/review/", xml.select("feed > link[rel=alternate]").attr("href"));
    assertEquals(
        "https://example.org/review/feed.xml", xml.select("feed > link[rel=self]").attr("href"));
    assertEquals(20, feed.getEntries().size());
    SyndEntry first = feed.getEntries().getFirst();
    assertEquals("https://example.org/review/opinion/the-ferry/", first.getLink());
    assertEquals("The ferry is the last \"public\" square <we> have & hold", first.getTitle());
    Document content = Jsoup.parse(first.getContents().getFirst().getValue());
    assertTrue(content.text().contains("A last word."), content.text());
    content
        .select("[href],[src]")
        .forEach(it ->
            assertTrue(
                (it.attr("href") + it.attr("src")).startsWith("https://example.org/"),
                it.outerHtml()));
    assertFalse(feed.getEntries().stream().anyMatch(entry -> entry.getTitle().contains("About")));
  }

  @Test
  void aSectionsFeedHoldsItsPosts() throws Exception {
    for (SyndEntry entry : feed("harbour/feed.xml").getEntries()) {
      assertTrue(entry.getLink().contains("/harbour/"), entry.getLink());
    }
  }

  @Test
  void theSitemapNamesEveryPostOnceAndWhenItChanged() throws Exception {
    NodeList places =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes("sitemap.xml")))
            .getElementsByTagName("loc");
    TreeSet<String> addresses = new TreeSet<>();
    for (int i = 0; i < places.getLength(); i++) {
      assertTrue(addresses.add(places.item(i).getTextContent()), places.item(i).getTextContent());
    }
    assertTrue(addresses.contains("https://example.org/review/"));
    assertTrue(addresses.contains("https://example.org/review/about/"));
    assertTrue(addresses.contains("https://example.org/review/opinion/the-ferry/"));
    assertTrue(addresses.contains("https://example.org/review/tags/%E6%B5%B7/"), "" + addresses);
    assertFalse(addresses.stream().anyMatch(it -> it.contains("secret")));
  }
}
