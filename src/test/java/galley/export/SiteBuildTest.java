package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteBuildTest {
  @TempDir Path folder;

  private static Theme theme(String name) {
    return Theme.named(name, Optional.empty());
  }

  private SiteBundle built(String where, List<Post> posts, Samples samples, String theme) {
    return new SiteBuild(new Pictures(), folder.resolve(where))
        .build(
            TestSites.site(), theme(theme), SitePosts.of(posts), samples::find, SiteProgress.NONE);
  }

  private Samples samples() throws IOException {
    return new Samples(Files.createDirectories(folder.resolve("media")));
  }

  /** Everything in a bundle, by path. */
  static Map<String, String> hashes(Bundle bundle) {
    Map<String, String> hashes = new TreeMap<>();
    bundle.files().forEach(file -> hashes.put(file.path(), file.sha256()));
    return hashes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"opinion", "plain"})
  void everyPageOfASiteIsValidAndEveryFileSound(String theme) throws IOException {
    Samples samples = samples();
    Bundle bundle = built("a", TestSites.full(samples, 60), samples, theme).bundle();
    Set<String> paths = hashes(bundle).keySet();
    for (String expected :
        List.of(
            "index.html",
            "404.html",
            "robots.txt",
            "sitemap.xml",
            "feed.xml",
            "manifest.json",
            "favicon.svg",
            "opinion/index.html",
            "opinion/feed.xml",
            "opinion/the-ferry/index.html",
            "opinion/the-ferry/media/ferry-og.jpg",
            "authors/ada/index.html",
            "tags/index.html",
            "tags/transport/index.html",
            "tags/transport/page/2/index.html",
            "archive/2026/index.html",
            "corrections/index.html",
            "search/index.html",
            "search/index.json",
            "about/index.html",
            "2026/old-ferry/index.html",
            "ferry.html",
            "tags-post/index.html",
            "tags/海/index.html")) {
      assertTrue(paths.contains(expected), expected + " of " + paths);
    }
    TreeSet<String> wrong = new TreeSet<>();
    Map<String, byte[]> files = new TreeMap<>();
    for (BundleFile file : bundle.files()) {
      files.put(file.path(), file.bytesOf());
      if (file.path().endsWith(".html")) {
        String html = new String(file.bytesOf(), StandardCharsets.UTF_8);
        Validator.of(html).forEach(message -> wrong.add(file.path() + ": " + message));
        assertFalse(html.contains("secret"), file.path());
        assertTrue(Jsoup.parse(html).select("link[href*=assets/site.]").size() == 1, file.path());
      }
    }
    wrong.addAll(SiteSound.faults(files, TestSites.site().address()));
    assertEquals(Set.of(), wrong);
  }

  @Test
  void theSameInputGivesTheSameBytesInAnyOrderOnAnyNumberOfThreads() throws IOException {
    Samples samples = samples();
    List<Post> posts = TestSites.full(samples, 40);
    List<Post> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(5));
    Map<String, String> first = hashes(built("a", posts, samples, "opinion").bundle());
    for (int threads : List.of(1, 4)) {
      SiteBundle again =
          new SiteBuild(new Pictures(), folder.resolve("b" + threads), threads)
              .build(
                  TestSites.site(),
                  theme("opinion"),
                  SitePosts.of(shuffled),
                  samples::find,
                  SiteProgress.NONE);
      assertEquals(first, hashes(again.bundle()));
    }
    assertEquals(List.of("A secret draft"), built("a", posts, samples, "opinion").heldBack());
    assertEquals(0, built("a", posts, samples, "opinion").made());
  }
}
