package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import galley.images.Pictures;
import galley.post.Details;
import galley.post.Post;
import galley.post.Stage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site of real posts, where they are at hand. */
final class CorpusSiteTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"opinion", "plain"})
  void everyFileOfASiteOfRealPostsIsSound(String theme) throws Exception {
    Assumptions.assumeTrue(Corpus.isHere());
    try (Corpus corpus = new Corpus(Files.createDirectories(folder.resolve("scratch")))) {
      List<Post> posts = new ArrayList<>();
      for (Post post : corpus.posts()) {
        Details published = post.details().withStage(Stage.PUBLISHED);
        posts.add(TestSites.post(posts.size(), 1, post.draft().withDetails(published)));
      }
      Bundle bundle =
          new SiteBuild(new Pictures(), folder.resolve("build"))
              .build(
                  TestSites.site(),
                  Theme.named(theme, Optional.empty()),
                  SitePosts.of(posts),
                  corpus::find,
                  SiteProgress.NONE)
              .bundle();
      Map<String, byte[]> files = new HashMap<>();
      bundle.files().forEach(file -> files.put(file.path(), file.bytesOf()));
      assertEquals(Set.of(), SiteSound.faults(files, TestSites.site().address()));
      assertTrue(files.size() > 3 * posts.size(), files.size() + " files");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (file.getKey().endsWith("feed.xml")) {
          String xml = new String(file.getValue(), StandardCharsets.UTF_8);
          SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));
          assertTrue(feed.getEntries().size() <= SiteFeed.LENGTH, file.getKey());
        }
      }
    }
  }
}
