package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.check.Checks;
import galley.images.PictureCache;
import galley.images.Pictures;
import galley.markdown.FrontMatter;
import galley.markdown.Markdown;
import galley.post.Draft;
import galley.post.Post;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real posts, where they are at hand. */
final class CorpusTest {
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  private Optional<Corpus> open = Optional.empty();
  @TempDir Path folder;

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(Corpus.isHere());
    open = Optional.of(new Corpus(folder));
  }

  @AfterEach
  void close() {
    open.ifPresent(Corpus::close);
  }

  private Corpus corpus() {
    return open.orElseThrow();
  }

  @Test
  void everyPageIsValidAndLeadsNowhereInVain() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Post post : corpus().posts()) {
      Bundle bundle = bundles.html(post, corpus()::find);
      String html = HtmlBundleTest.text(bundle, "index.html");
      Validator.of(html).forEach(message -> wrong.add(post.slug() + " " + message));
      Set<String> paths = bundle.files().stream().map(BundleFile::path).collect(Collectors.toSet());
      boolean anchors =
          Checks.basic(post.draft(), Markdown.parse(post.body())).stream()
              .noneMatch(finding -> finding.rule().equals("link-anchor"));
      if (anchors) {
        for (String name : HtmlBundleTest.named(html)) {
          assertTrue(paths.contains(name), post.slug() + " " + name);
        }
      }
      assertTrue(
          HtmlBundleTest.bytes(bundle, "index.html").length <= 60_000
              || post.body().length() > 40_000,
          post.slug());
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyFormOfAPostHasAllItsWords() throws IOException {
    Set<String> lost = new TreeSet<>();
    for (Post post : corpus().posts()) {
      String page = HtmlBundleTest.text(bundles.html(post, _ -> Optional.empty()), "index.html");
      Element article = Jsoup.parse(page).select("article").getFirst();
      article.select("header.head, footer.foot, .footnote-ref, .footnote-back").remove();
      String text = new PlainText(post, Theme.opinion()).text();
      missing(article, text).forEach(word -> lost.add("text " + post.slug() + ": " + word));
      for (PasteEditor editor : PasteEditor.values()) {
        String pasted = Jsoup.parse(bundles.pasted(post, editor).html()).text();
        missing(article, pasted)
            .forEach(word -> lost.add(editor + " " + post.slug() + ": " + word));
      }
    }
    assertEquals(Set.of(), lost);
  }

  private static List<String> missing(Element article, String text) {
    List<String> missing = words(article.text());
    words(text).forEach(missing::remove);
    return missing;
  }

  private static List<String> words(String text) {
    return Pattern.compile("[\\p{L}\\p{N}]+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void everyBodyGoesOutAsItIs() throws IOException {
    for (Post post : corpus().posts()) {
      Bundle plain =
          bundles.markdown(post, Variant.ARCHIVE, Profile.PLAIN, corpus()::find, List.of());
      String text = HtmlBundleTest.text(plain, "index.md");
      assertEquals(post.body(), FrontMatter.split(text).body());
    }
  }

  @Test
  @Tag("bench")
  void exportsTwentyPostsASecond() throws IOException {
    List<Post> posts =
        corpus().posts().stream()
            .map(post -> Samples.post(post.draft().withImages(List.of())))
            .toList();
    for (int round = 0; round < 4; round++) {
      long start = System.nanoTime();
      List<Bundle> made = new ArrayList<>();
      for (Post post : posts) {
        made.add(bundles.html(post, sha256 -> Optional.empty()));
      }
      double making = (System.nanoTime() - start) / 1e9;
      Path plain = folder.resolve("plain" + round);
      start = System.nanoTime();
      for (Bundle bundle : made) {
        plainly(bundle, plain.resolve(bundle.name()), false);
      }
      double bare = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      for (Bundle bundle : made) {
        plainly(bundle, plain.resolve("forced-" + bundle.name()), true);
      }
      double forced = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      for (Post post : posts) {
        BundleWriter.folder(
            bundles.html(post, sha256 -> Optional.empty()), folder.resolve("out" + round));
      }
      double whole = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%.0f posts a second made, %.0f made and written so that none is ever half;"
              + " time x %.1f of plain files, x %.2f of plain files forced one by one%n",
          posts.size() / making,
          posts.size() / whole,
          whole / bare,
          whole / forced);
    }
    Pictures keeping =
        new Pictures(
            new PictureCache(
                folder.resolve("cache"), PictureCache.STANDARD_SIZE, Clock.systemUTC()));
    for (Pictures pictures : List.of(new Pictures(), keeping, keeping)) {
      Bundles slow = new Bundles(pictures, Theme.opinion());
      long start = System.nanoTime();
      int count = 0;
      for (Post post : corpus().posts()) {
        Draft draft = post.draft();
        count += (int) draft.images().stream().filter(image -> !image.isPlace()).count();
        slow.html(post, corpus()::find);
      }
      System.out.printf(
          Locale.ROOT,
          "%d posts with %d pictures in all widths in %.2f s%n",
          corpus().posts().size(),
          count,
          (System.nanoTime() - start) / 1e9);
    }
  }

  private static void plainly(Bundle bundle, Path into, boolean force) throws IOException {
    for (BundleFile file : bundle.files()) {
      Path path = into.resolve(file.path());
      Files.createDirectories(path.getParent());
      try (InputStream in = file.content().open()) {
        Files.copy(in, path);
      }
      if (force) {
        new Disk().force(path);
      }
    }
  }
}
