package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KilledAtWorkTest {
  private static final int KILLS = Boolean.getBoolean("galley.nightly") ? 500 : 12;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "backup", "pictures"})
  void leavesTheOldStateOrTheNewOneWhenKilled(String work)
      throws IOException, InterruptedException {
    Path original = folder.resolve("original");
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      drafts.add(Sample.draft(i, 400));
    }
    try (Library library = Sample.open(original)) {
      library.create(drafts, Revision.Kind.CREATED);
    }
    Random random = new Random(4);
    for (int kill = 0; kill < KILLS; kill++) {
      Path place = folder.resolve(work + kill);
      copy(original, place);
      Process process = KillLoop.start(KilledAtWork.class, place.toString(), work);
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      process.waitFor(300 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertWhole(place, drafts, kill % 2 == 0);
    }
  }

  private static void assertWhole(Path place, List<Draft> drafts, boolean later) {
    // The program that opens it next is the one that was killed: it knows the newer schema.
    Seams seams = new Seams(new Disk(), "file", KilledAtWork.NEXT);
    try (Library library = Library.open(place, Clock.systemUTC(), OpenOptions.existing(), seams)) {
      assertEquals(drafts.size(), library.posts().size());
      for (PostSummary summary : library.posts()) {
        Post post = library.post(summary.id()).orElseThrow();
        Draft draft = drafts.get(Integer.parseInt(post.slug().substring("post-".length())));
        assertTrue(post.body().startsWith(draft.body()));
      }
      if (later) {
        library.backups().make();
      }
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      assertTrue(library.opening().restoredFrom().isEmpty());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var walk = Files.walk(from)) {
      for (Path file : walk.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
