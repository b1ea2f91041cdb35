package galley.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.SmallJvm;
import galley.images.TestPictures;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PostSummary;
import galley.store.Library;
import galley.store.OpenOptions;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills a process that brings posts in or lets them leave, again and again. */
final class KilledAtWorkTest {
  private static final int KILLS = Effort.count("kills", 40, 500);
  private static final int POSTS = 6;
  private static final int LONGEST = 20; // milliseconds, about a step

  @TempDir Path folder;
  private final Random random = new Random(Effort.seed(8));

  @Test
  void aPostIsBroughtInWithAllItsPicturesOrNotAtAll() throws IOException, InterruptedException {
    Path posts = folder.resolve("posts");
    for (int i = 0; i < POSTS; i++) {
      write(posts.resolve(i + ".jpg"), TestPictures.jpegWithMetadata(40 + i, 30, 1));
      write(posts.resolve("post-" + i + ".md"), text(i).getBytes(UTF_8));
    }
    Path library = folder.resolve("library");
    Desk.open(library, Clock.systemUTC(), DeskOptions.starting()).close();
    int[] brought = {0};
    kill(library, "import", posts, 3 * POSTS, () -> brought[0] += checked(library));
    assertTrue(brought[0] > KILLS, "so many posts came in: " + brought[0]);
  }

  @Test
  void aBundleIsTheEarlierOneOrTheNewOne() throws IOException, InterruptedException {
    Path library = folder.resolve("library");
    try (Desk desk = Desk.open(library, Clock.systemUTC(), DeskOptions.starting())) {
      Path posts = folder.resolve("posts");
      write(posts.resolve("media/a.jpg"), TestPictures.jpegWithMetadata(900, 600, 1));
      write(posts.resolve("quay.md"), "![The quay](media/a.jpg)\n".getBytes(UTF_8));
      desk.importing().bring(List.of(posts), progress -> {}).join();
    }
    Path out = folder.resolve("out");
    int[] seen = {0, 0, 0};
    kill(
        library,
        "export",
        out,
        10,
        () -> {
          Path bundle = out.resolve("quay");
          seen[0] += assertWhole(Files.exists(bundle) ? bundle : out.resolve("quay.old"));
          seen[2] += assertWholePage(out.resolve("quay.html"));
          if (Files.exists(out.resolve("quay.zip"))) {
            try (FileSystem zip = FileSystems.newFileSystem(out.resolve("quay.zip"))) {
              seen[1] += assertWhole(zip.getPath("quay"));
            }
          }
        });
    for (int bundles : seen) {
      assertTrue(bundles > KILLS / 2, "so many were there: " + bundles);
    }
  }

  /** What is looked at after a kill. */
  private interface Looking {
    void look() throws IOException;
  }

  private void kill(Path library, String work, Path place, int steps, Looking looking)
      throws IOException, InterruptedException {
    String[] arguments = {library.toString(), work, place.toString()};
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    jvm.rehearse(DeskAtWork.class, SmallJvm::go, arguments);
    Process next = jvm.start(DeskAtWork.class, arguments);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = next;
      next = jvm.start(DeskAtWork.class, arguments); // starts up while the other one works
      SmallJvm.go(process);
      assertTrue(
          SmallJvm.kill(process, random.nextInt(steps), random.nextInt(LONGEST)),
          "it ended by itself");
      looking.look();
    }
    next.destroyForcibly();
  }

  /** Looks at all that came in, and takes it out again. */
  private static int checked(Path folder) throws IOException {
    List<PostSummary> posts;
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      assertEquals(List.of(), library.verify((done, total) -> {}).problems());
      posts = library.posts();
      for (PostSummary summary : posts) {
        Draft draft = library.post(summary.id()).orElseThrow().draft();
        int number = Integer.parseInt(draft.details().headline().substring("Post ".length()));
        assertEquals(body(number), draft.body());
        ImageRef image = draft.images().getFirst();
        assertTrue(library.media().find(image.sha256().orElseThrow()).isPresent());
        library.toBin(summary.id());
      }
      library.emptyBin(Clock.systemUTC().instant().plusSeconds(60));
    }
    Desk.open(folder, Clock.systemUTC(), DeskOptions.existing()).close();
    try (var left = Files.list(folder.resolve("incoming"))) {
      assertEquals(List.of(), left.toList());
    }
    return posts.size();
  }

  /** Compares every file of a bundle with the list in it; 1 where there is a bundle. */
  private static int assertWhole(Path bundle) throws IOException {
    if (!Files.exists(bundle)) {
      return 0; // killed before the first
    }
    JsonNode list = JsonMapper.shared().readTree(Files.readString(bundle.resolve("manifest.json")));
    Set<String> listed = new HashSet<>(Set.of("manifest.json"));
    for (JsonNode file : list.required("files")) {
      String path = file.required("path").asString();
      listed.add(path);
      byte[] bytes = Files.readAllBytes(bundle.resolve(path));
      assertEquals(file.required("sha256").asString(), Sha256.of(bytes), path);
    }
    Set<String> there = new HashSet<>();
    try (var files = Files.walk(bundle)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> there.add(bundle.relativize(file).toString().replace('\\', '/')));
    }
    assertEquals(listed, there);
    assertTrue(Files.readString(bundle.resolve("index.html")).contains(DeskAtWork.ROUND));
    return 1;
  }

  private static int assertWholePage(Path page) throws IOException {
    if (!Files.exists(page)) {
      return 0;
    }
    String html = Files.readString(page);
    assertTrue(html.contains(DeskAtWork.ROUND) && html.strip().endsWith("</html>"));
    return 1;
  }

  private static String text(int number) {
    return "---\ntitle: Post " + number + "\n---\n" + body(number);
  }

  private static String body(int number) {
    return "![The quay](" + number + ".jpg)\n\n" + ("Words of " + number + ". ").repeat(400) + "\n";
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
