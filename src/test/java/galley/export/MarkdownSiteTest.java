package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Post;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MarkdownSiteTest {
  @TempDir Path folder;

  private Bundle made(Profile profile, List<Post> posts, Samples samples) {
    return new MarkdownSite(new Pictures())
        .bundle(TestSites.site(), SitePosts.of(posts), samples::find, profile, SiteProgress.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void holdsEveryPostThatMayLeaveTheSameInAnyOrder(Profile profile) throws IOException {
    Samples samples = new Samples(folder);
    List<Post> posts = TestSites.full(samples, 12);
    Bundle bundle = made(profile, posts, samples);
    long texts =
        bundle.files().stream()
            .filter(file -> file.path().matches(".*(post|ferry|about|tags).*\\.md"))
            .count();
    assertEquals(15, texts);
    for (BundleFile file : bundle.files()) {
      byte[] content = file.bytesOf();
      assertEquals(file.sha256(), Sha256.of(content), file.path());
      assertFalse(new String(content, StandardCharsets.UTF_8).contains("Not yet."), file.path());
      assertFalse(file.path().contains(".galley"), file.path());
    }
    Collections.shuffle(posts);
    assertEquals(SiteBuildTest.hashes(bundle), SiteBuildTest.hashes(made(profile, posts, samples)));
  }

  @Test
  void twoPostsOfOneNameKeepBoth() throws IOException {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Post post = TestSites.post(i);
      posts.add(
          TestSites.post(
              i,
              1,
              post.draft()
                  .withDetails(post.details().withSlug("same").withSection(i == 2 ? "B" : "A"))));
    }
    Samples samples = new Samples(folder);
    Map<String, String> hugo = SiteBuildTest.hashes(made(Profile.HUGO, posts, samples));
    assertTrue(hugo.containsKey("content/a/same/index.md"), hugo.keySet().toString());
    assertTrue(hugo.containsKey("content/a/same-2/index.md"), hugo.keySet().toString());
    assertTrue(hugo.containsKey("content/b/same/index.md"), hugo.keySet().toString());
    Map<String, String> jekyll = SiteBuildTest.hashes(made(Profile.JEKYLL, posts, samples));
    assertEquals(3, jekyll.keySet().stream().filter(path -> path.startsWith("_posts/")).count());
  }

  /** Writes a bundle for each generator, to be built by hand: {@code MarkdownSiteTest <folder>}. */
  public static void main(String[] args) throws IOException {
    Path into = Files.createDirectories(Path.of(args[0]));
    Samples samples = new Samples(Files.createDirectories(into.resolve("samples")));
    for (Profile profile : Profile.values()) {
      BundleWriter.folder(
          new MarkdownSite(new Pictures())
              .bundle(
                  TestSites.site(),
                  SitePosts.of(TestSites.full(samples, 12)),
                  samples::find,
                  profile,
                  SiteProgress.NONE),
          into);
    }
  }
}
