package galley.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Post;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class EpubBundleTest {
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  @TempDir Path folder;

  private static byte[] bytes(Bundle bundle) throws IOException {
    try (var in = bundle.files().getFirst().content().open()) {
      return in.readAllBytes();
    }
  }

  private static Map<String, byte[]> entries(byte[] book) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static Document xml(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
  }

  private static List<String> attributes(Document document, String element, String attribute) {
    NodeList nodes = document.getElementsByTagNameNS("*", element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      String value = ((Element) nodes.item(i)).getAttribute(attribute);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  @Test
  void beginsWithItsTypeUncompressed() throws IOException {
    Samples samples = new Samples(folder);
    byte[] book = bytes(bundles.epub(samples.full(), samples::find));
    // OCF 4.3: so that a reader knows the file by its first bytes
    assertEquals(
        "mimetypeapplication/epub+zip", new String(book, 30, 28, StandardCharsets.US_ASCII));
  }

  @Test
  void namesEveryFileItHoldsAndNoOther() throws Exception {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.epub(samples.full(), samples::find);
    assertEquals("the-ferry.epub", bundle.files().getFirst().path());
    assertEquals(List.of("media/gone.jpg"), bundle.leftOut());
    Map<String, byte[]> entries = entries(bytes(bundle));
    Document opf = xml(entries.get("EPUB/package.opf"));
    Set<String> named = new TreeSet<>(Set.of("mimetype", "META-INF/container.xml"));
    named.add("EPUB/package.opf");
    attributes(opf, "item", "href").forEach(path -> named.add("EPUB/" + path));
    assertEquals(named, new TreeSet<>(entries.keySet()));
    Document article = xml(entries.get("EPUB/article.xhtml"));
    for (String picture : attributes(article, "img", "src")) {
      assertTrue(entries.containsKey("EPUB/" + picture), picture);
    }
  }

  @Test
  void itsTableOfContentsLeadsToEveryHeading() throws Exception {
    Samples samples = new Samples(folder);
    Map<String, byte[]> entries = entries(bytes(bundles.epub(samples.full(), samples::find)));
    Set<String> ids = new HashSet<>();
    Document article = xml(entries.get("EPUB/article.xhtml"));
    for (String heading : List.of("h2", "h3", "h4")) {
      ids.addAll(attributes(article, heading, "id"));
    }
    List<String> links = attributes(xml(entries.get("EPUB/nav.xhtml")), "a", "href");
    assertEquals("article.xhtml", links.getFirst());
    assertFalse(links.size() < 3, links.toString());
    for (String link : links.subList(1, links.size())) {
      assertTrue(ids.contains(link.substring(link.indexOf('#') + 1)), link + " " + ids);
    }
  }

  @Test
  void nothingInItIsFetchedOrRuns() throws Exception {
    Samples samples = new Samples(folder);
    Map<String, byte[]> entries = entries(bytes(bundles.epub(samples.full(), samples::find)));
    Document article = xml(entries.get("EPUB/article.xhtml"));
    assertEquals(0, article.getElementsByTagNameNS("*", "script").getLength());
    for (String picture : attributes(article, "img", "src")) {
      assertTrue(picture.startsWith("media/"), picture);
    }
    assertFalse(new String(entries.get("EPUB/book.css"), StandardCharsets.UTF_8).contains("url("));
  }

  @Test
  void isTheSameBytesEachTime() throws IOException {
    Samples samples = new Samples(folder);
    Post post = samples.full();
    assertArrayEquals(
        bytes(bundles.epub(post, samples::find)), bytes(bundles.epub(post, samples::find)));
  }

  @Test
  void replacesAnEarlierBookOfOursAndNoOther() throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.epub(samples.full(), samples::find);
    Path written = BundleWriter.file(bundle, folder.resolve("out"));
    assertEquals(written, BundleWriter.file(bundle, folder.resolve("out")));
    Files.writeString(written, "somebody's novel");
    assertThrows(ExportException.class, () -> BundleWriter.file(bundle, folder.resolve("out")));
    assertEquals("somebody's novel", Files.readString(written));
  }
}
