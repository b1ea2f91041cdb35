package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Details;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Site;
import galley.post.Stage;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that is built again after changes is the site that is built at once. */
final class SiteChangesTest {
  @TempDir Path folder;

  private final Theme theme = Theme.named("opinion", Optional.empty());

  private SiteBundle built(Path where, Site site, List<Post> posts) {
    return new SiteBuild(new Pictures(), where, 2)
        .build(site, theme, SitePosts.of(posts), _ -> Optional.empty(), SiteProgress.NONE);
  }

  /** What really lies in a build folder. */
  private static Map<String, String> lying(Path where) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    Path site = where.resolve("site");
    try (var files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(site.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
      }
    }
    return hashes;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isTheSameByteForByteHoweverItCameAbout(long seed) throws IOException {
    Random random = new Random(seed);
    List<Post> posts = TestSites.posts(45);
    Site site = TestSites.site();
    Path kept = folder.resolve("kept");
    built(kept, site, posts);
    for (int step = 0; step < 12; step++) {
      for (int change = 0; change <= random.nextInt(3); change++) {
        change(posts, random);
      }
      if (random.nextInt(6) == 0) {
        site = renamed(site, "Review " + step);
      }
      SiteBundle again = built(kept, site, posts);
      Path fresh = folder.resolve("fresh" + step);
      Map<String, String> expected = SiteBuildTest.hashes(built(fresh, site, posts).bundle());
      assertEquals(expected, SiteBuildTest.hashes(again.bundle()));
      assertEquals(expected, lying(kept));
      assertEquals(0, built(kept, site, posts).made());
    }
  }

  private static Site renamed(Site site, String name) {
    return new Site(
        site.id(),
        name,
        site.address(),
        site.language(),
        site.description(),
        site.social(),
        site.sections(),
        site.authors(),
        site.theme(),
        site.settings());
  }

  private static void change(List<Post> posts, Random random) {
    int at = random.nextInt(posts.size());
    Post post = posts.get(at);
    Details details = post.details();
    int number = random.nextInt(1000);
    switch (random.nextInt(9)) {
      case 0 -> posts.remove(at);
      case 1 -> posts.add(TestSites.post(1000 + posts.size() * 1000 + number));
      case 2 -> posts.set(at, changed(post, details.withHeadline("Another " + number)));
      case 3 -> posts.set(at, changed(post, details.withSlug("slug-" + number % 3)));
      case 4 -> posts.set(at, changed(post, details.withSection("Section " + number % 3)));
      case 5 -> posts.set(at, changed(post, details.withTags(List.of("Tag " + number % 4))));
      case 6 ->
          posts.set(
              at,
              changed(
                  post,
                  details.withDate(
                      number % 4 == 0
                          ? Optional.empty()
                          : Optional.of(
                              PublicationDate.of(LocalDate.of(2024, 1, 1).plusDays(number))))));
      case 7 ->
          posts.set(
              at, changed(post, details.withStage(number % 2 == 0 ? Stage.DRAFT : Stage.READY)));
      default ->
          posts.set(
              at,
              new Post(
                  post.id(),
                  post.draft().withBody("Words " + number),
                  post.version() + 1,
                  post.created(),
                  post.changed().plusSeconds(5)));
    }
  }

  private static Post changed(Post post, Details details) {
    return new Post(
        post.id(),
        post.draft().withDetails(details),
        post.version() + 1,
        post.created(),
        post.changed().plusSeconds(60));
  }

  @Test
  void aChangedPostTouchesItsPageAndWhatNamesItAndNothingElse() throws IOException {
    List<Post> posts = TestSites.posts(200);
    Path kept = folder.resolve("kept");
    Map<String, String> before =
        SiteBuildTest.hashes(built(kept, TestSites.site(), posts).bundle());
    Post post = posts.get(100);
    posts.set(100, changed(post, post.details().withHeadline(post.headline() + ", otherwise")));
    SiteBundle again = built(kept, TestSites.site(), posts);
    Map<String, String> after = SiteBuildTest.hashes(again.bundle());
    Set<String> touched = new TreeSet<>();
    after.forEach((path, hash) -> {
      if (!hash.equals(before.get(path))) {
        touched.add(path);
      }
    });
    assertEquals(before.keySet(), after.keySet());
    assertTrue(touched.contains("harbour/post-100/index.html"), touched.toString());
    assertTrue(touched.contains("manifest.json"), touched.toString());
    for (String path : touched) {
      assertTrue(
          path.matches(
              "harbour/post-100/index\\.html|manifest\\.json|sitemap\\.xml|search/index\\.json"
                  + "|search/\\w/index\\.html"
                  + "|(harbour|tags/.*|authors/ada|archive/202\\d)/(page/\\d/)?index\\.html"),
          path);
    }
    assertTrue(touched.size() <= 12, touched.toString());
    assertEquals(touched.size(), again.made());
  }

  @Test
  void aBuildThatWasStoppedGoesOnWhereItWas() throws IOException {
    List<Post> posts = TestSites.posts(60);
    Path kept = folder.resolve("kept");
    SiteProgress stopping =
        new SiteProgress() {
          private volatile int reached;

          @Override
          public void at(int done, int total) {
            reached = done;
          }

          @Override
          public boolean stopped() {
            return reached >= 20;
          }
        };
    SiteBuild build = new SiteBuild(new Pictures(), kept, 2);
    assertThrows(
        CancellationException.class,
        () ->
            build.build(
                TestSites.site(), theme, SitePosts.of(posts), _ -> Optional.empty(), stopping));
    SiteBundle whole = built(kept, TestSites.site(), posts);
    Path fresh = folder.resolve("fresh");
    assertEquals(
        SiteBuildTest.hashes(built(fresh, TestSites.site(), posts).bundle()),
        SiteBuildTest.hashes(whole.bundle()));
    assertTrue(whole.kept() >= 20, whole.kept() + " kept");
  }

  @Test
  void aBuildThatWasKilledIsBegunAnew() throws IOException {
    List<Post> posts = TestSites.posts(10);
    Path kept = folder.resolve("kept");
    Map<String, String> before =
        SiteBuildTest.hashes(built(kept, TestSites.site(), posts).bundle());
    Files.createFile(kept.resolve("galley-build.unfinished"));
    Files.writeString(kept.resolve("site/index.html"), "half");
    built(kept, TestSites.site(), posts);
    assertEquals(before, lying(kept));
  }

  @Test
  void filesThatWentAreMadeAgainAndAStateNobodyCanReadIsNoHarm() throws IOException {
    List<Post> posts = TestSites.posts(10);
    Path kept = folder.resolve("kept");
    Map<String, String> before =
        SiteBuildTest.hashes(built(kept, TestSites.site(), posts).bundle());
    Files.delete(kept.resolve("site/feed.xml"));
    Files.delete(kept.resolve("site/opinion/post-0/index.html"));
    assertEquals(2, built(kept, TestSites.site(), posts).made());
    assertEquals(before, lying(kept));
    Files.writeString(kept.resolve("galley-build"), "something else");
    built(kept, TestSites.site(), posts);
    assertEquals(before, lying(kept));
  }

  @Test
  void aFolderOfSomebodyElseIsRefusedUntouched() throws IOException {
    Path strange = folder.resolve("strange");
    Files.createDirectories(strange.resolve("site"));
    Files.writeString(strange.resolve("site/mine.txt"), "mine");
    ExportException refused =
        assertThrows(
            ExportException.class, () -> built(strange, TestSites.site(), new ArrayList<>()));
    assertTrue(String.valueOf(refused.getMessage()).contains("not from a build"));
    assertEquals("mine", Files.readString(strange.resolve("site/mine.txt")));
  }
}
