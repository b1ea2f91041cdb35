package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.images.TestPictures;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HtmlBundleTest {
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  @TempDir Path folder;

  @Test
  void holdsEveryFileItsPageNamesAndNoOther() throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.html(samples.full(), samples::find);
    assertEquals("the-ferry", bundle.name());
    assertEquals(List.of("media/gone.jpg"), bundle.leftOut());
    Set<String> paths = bundle.files().stream().map(BundleFile::path).collect(Collectors.toSet());
    Set<String> named = named(text(bundle, "index.html"));
    named.addAll(Set.of("index.html", "manifest.json", "assets/fonts/OFL.txt"));
    Theme.opinion().fonts().forEach(font -> named.add("assets/fonts/" + font));
    assertEquals(named, paths);
    assertTrue(paths.contains("media/ferry-480.webp"), paths.toString());
    assertTrue(paths.contains("media/ferry-1600.jpg"), paths.toString());
    assertTrue(paths.contains("media/ferry-og.jpg"), paths.toString());
    assertTrue(paths.contains("media/plan.svg"), paths.toString());
    assertTrue(paths.contains("media/waves.gif"), paths.toString());
    assertTrue(paths.contains("media/quay-1000.png"), paths.toString());
  }

  /** Everything inside the bundle that a page leads to; anchors must be there. */
  static Set<String> named(String html) {
    Document document = Jsoup.parse(html);
    Set<String> named = new TreeSet<>();
    for (Element element : document.select("[src]")) {
      named.add(element.attr("src"));
    }
    for (Element element : document.select("[srcset]")) {
      for (String copy : element.attr("srcset").split(", ", -1)) {
        named.add(copy.split(" ", -1)[0]);
      }
    }
    for (Element element : document.select("link[rel=stylesheet]")) {
      named.add(element.attr("href"));
    }
    for (Element element : document.select("meta[property=og:image]")) {
      named.add(element.attr("content"));
    }
    for (Element link : document.select("a[href^=#]")) {
      assertTrue(document.getElementById(link.attr("href").substring(1)) != null, link.outerHtml());
    }
    return named;
  }

  @Test
  void listsEveryFileWithItsHash() throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.html(samples.full(), samples::find);
    JsonNode manifest = new JsonMapper().readTree(text(bundle, "manifest.json"));
    assertEquals(bundle.files().size() - 1, manifest.get("files").size());
    for (JsonNode entry : manifest.get("files")) {
      byte[] bytes = bytes(bundle, entry.get("path").asString());
      assertEquals(entry.get("sha256").asString(), Sha256.of(bytes));
      assertEquals(entry.get("bytes").asInt(), bytes.length);
    }
  }

  @Test
  void isTheSameBytesEveryTime() throws IOException {
    Samples samples = new Samples(folder);
    Post post = samples.full();
    assertEquals(
        hashes(bundles.html(post, samples::find)),
        hashes(new Bundles(new Pictures(), Theme.opinion()).html(post, samples::find)));
    assertEquals(
        hashes(bundles.single(post, samples::find)), hashes(bundles.single(post, samples::find)));
  }

  static Map<String, String> hashes(Bundle bundle) {
    return bundle.files().stream().collect(Collectors.toMap(BundleFile::path, BundleFile::sha256));
  }

  @Test
  void letsNothingOutThatReadersShouldNotSee() throws IOException {
    Samples samples = new Samples(folder);
    ImageRef photo =
        samples.picture("media/phone.jpg", TestPictures.jpegWithMetadata(900, 600, 6), 600, 900);
    ImageRef screen =
        samples.picture("media/screen.png", TestPictures.pngWithMetadata(900, 600), 900, 600);
    Post full = samples.full();
    List<ImageRef> images = new ArrayList<>(full.draft().images());
    images.add(photo);
    images.add(screen);
    Draft draft =
        full.draft()
            .withImages(images)
            .withBody("![a](media/phone.jpg)\n\n![b](media/screen.png)\n\n" + full.body());
    Post post = Samples.post(draft);
    for (Bundle bundle :
        List.of(
            bundles.html(post, samples::find),
            bundles.single(post, samples::find),
            bundles.markdown(post, Variant.PUBLISH, Profile.PLAIN, samples::find, List.of()))) {
      for (BundleFile file : bundle.files()) {
        byte[] bytes = bytes(bundle, file.path());
        for (String word :
            List.of(
                TestPictures.SECRET,
                "Exif\0",
                "xmpmeta",
                "Photoshop",
                "/home/ada",
                "IMG_0001",
                "Unnamed mate",
                folder.toString())) {
          if (!file.path().endsWith(".woff2")) {
            assertFalse(TestPictures.holds(bytes, word), word + " in " + file.path());
          }
        }
      }
    }
  }

  @Test
  void isOneFileWithEverythingInIt() throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.single(samples.full(), samples::find);
    assertEquals(1, bundle.files().size());
    String html = text(bundle, "the-ferry.html");
    assertEquals(List.of(), Validator.of(html));
    for (String address : named(html)) {
      assertTrue(address.startsWith("data:"), address.substring(0, Math.min(80, address.length())));
    }
    assertFalse(html.contains("url(fonts/"));
    assertTrue(html.contains("font-src data:"));
  }

  @Test
  void namesPicturesOnceWhateverTheBodyCallsThem() {
    Samples samples = new Samples(folder);
    byte[] a = Samples.transparent(20, 20);
    byte[] b = Samples.transparent(20, 21);
    byte[] c = Samples.transparent(20, 22);
    Draft draft =
        Samples.plain("![1](a/Ünder%20way!.PNG) ![2](b/under-way.png) ![3](../../CON.png)")
            .draft()
            .withImages(
                List.of(
                    samples.picture("a/Ünder%20way!.PNG", a, 20, 20),
                    samples.picture("b/under-way.png", b, 20, 21),
                    samples.picture("../../CON.png", c, 20, 22)));
    Bundle bundle = bundles.html(Samples.post(draft), samples::find);
    assertEquals(
        List.of(
            "media/con-picture-20.png",
            "media/con-picture-20.webp",
            "media/under-way-2-20.png",
            "media/under-way-2-20.webp",
            "media/under-way-20.png",
            "media/under-way-20.webp",
            "media/under-way-og.jpg"),
        bundle.files().stream()
            .map(BundleFile::path)
            .filter(path -> path.startsWith("media/"))
            .toList());
  }

  @Test
  void leavesOutPicturesWhoseFileIsGone() throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.html(samples.full(), sha256 -> Optional.empty());
    assertEquals(6, bundle.leftOut().size());
    assertEquals(0, Jsoup.parse(text(bundle, "index.html")).select("img, figure").size());
  }

  @Test
  void staysWithinItsBudgetOnATelephone() throws IOException {
    Samples samples = new Samples(folder);
    Post full = samples.full();
    Draft draft = full.draft().withBody("A paragraph of words and words. ".repeat(900));
    Bundle bundle = bundles.html(Samples.post(draft), samples::find);
    long html = bytes(bundle, "index.html").length;
    long all = html;
    for (BundleFile file : bundle.files()) {
      if (file.path().startsWith("assets/") && !file.path().endsWith("OFL.txt")
          || file.path().equals("media/ferry-800.webp")) {
        all += file.bytes();
      }
    }
    assertTrue(html < 60_000, html + " bytes of HTML");
    assertTrue(all < 150_000, all + " bytes in all");
  }

  @Test
  void hasANameThatCanBeAFolder() {
    Post plain = Samples.plain("x");
    assertNotEquals("..", Bundles.name(withSlug(plain, "..")));
    assertEquals("a-headline", Bundles.name(withSlug(plain, "")));
    assertEquals("etc-passwd", Bundles.name(withSlug(plain, "../etc/passwd")));
    assertEquals("con-post", Bundles.name(withSlug(plain, "con")));
  }

  static Post withSlug(Post post, String slug) {
    return Samples.post(post.draft().withDetails(post.details().withSlug(slug)));
  }

  static String text(Bundle bundle, String path) throws IOException {
    return new String(bytes(bundle, path), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Bundle bundle, String path) throws IOException {
    BundleFile file =
        bundle.files().stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
    try (var in = file.content().open()) {
      return in.readAllBytes();
    }
  }
}
