package galley.export.bench;

import galley.export.SiteBuild;
import galley.export.SiteBundle;
import galley.export.SitePosts;
import galley.export.SiteProgress;
import galley.export.Theme;
import galley.images.Pictures;
import galley.post.Post;
import galley.post.Site;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds a site of so many posts, and the same posts with Hugo, and prints both times: {@code
 * SiteBench <posts> <folder> [hugo]}. Hugo's theme here has the same kinds of page: articles, lists
 * of sections and tags with paging, feeds with the whole text, a sitemap.
 */
final class SiteBench {
  private SiteBench() {}

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(BenchPosts.post(i));
    }
    if (args.length > 2) {
      BenchPosts.hugo(posts, folder.resolve("hugo"));
      took("hugo", () -> run(folder.resolve("hugo")));
    }
    Path build = folder.resolve("build");
    took("full build", () -> built(posts, build));
    took("nothing changed", () -> built(posts, build));
    for (int round = 0; round < 4; round++) {
      Post one = posts.get(count / 2);
      posts.set(
          count / 2,
          new Post(
              one.id(),
              one.draft().withBody(one.body() + "\nOne more line.\n"),
              one.version() + 1,
              one.created(),
              one.changed().plusSeconds(60)));
      took("one post changed", () -> built(posts, build));
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("memory in use at the end %,d kB%n", runtime.totalMemory() >> 10);
  }

  private interface Work {
    String run() throws IOException;
  }

  private static void took(String what, Work work) throws IOException {
    long start = System.nanoTime();
    String result = work.run();
    System.out.printf("%-18s %,7d ms  %s%n", what, (System.nanoTime() - start) / 1_000_000, result);
  }

  private static String built(List<Post> posts, Path build) {
    Site site = Site.of(new UUID(1, 2), "Coastal Review", "https://example.org/", "en");
    SiteBundle built =
        new SiteBuild(new Pictures(), build)
            .build(
                site,
                Theme.named("opinion", Optional.empty()),
                SitePosts.of(posts),
                _ -> Optional.empty(),
                SiteProgress.NONE);
    return built.made() + " files made of " + built.bundle().files().size();
  }

  private static String run(Path folder) throws IOException {
    Process hugo =
        new ProcessBuilder("/usr/bin/time", "-f", "%M kB", "hugo", "--quiet")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "hugo.log"))
            .start();
    try {
      hugo.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    try (var made = Files.walk(folder.resolve("public"))) {
      return made.filter(Files::isRegularFile).count()
          + " files, "
          + Files.readString(folder.resolve("hugo.log"), StandardCharsets.UTF_8).strip();
    }
  }
}
