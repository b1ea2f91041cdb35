package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.SmallJvm;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KilledAtWorkTest {
  private static final int KILLS = Effort.count("kills", 40, 500);

  @TempDir private Path folder;

  /** The longest time is about what a step takes. */
  @ParameterizedTest
  @CsvSource({"migrate,1,450", "backup,3,100", "pictures,5,20", "sites,4,30"})
  void leavesTheOldStateOrTheNewOneWhenKilled(String work, int steps, int longest)
      throws IOException, InterruptedException {
    Path original = folder.resolve("original");
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      drafts.add(Sample.draft(i, 400));
    }
    try (Library library = Sample.open(original)) {
      library.create(drafts, Revision.Kind.CREATED);
    }
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    Path rehearsal = copy(original, folder.resolve("rehearsal"));
    jvm.rehearse(KilledAtWork.class, SmallJvm::go, rehearsal.toString(), work);
    Random random = new Random(Effort.seed(4));
    int afterwards = 0;
    Process next = jvm.start(KilledAtWork.class, folder.resolve(work + 0).toString(), work);
    for (int kill = 0; kill < KILLS; kill++) {
      Path place = copy(original, folder.resolve(work + kill));
      Process process = next;
      next = jvm.start(KilledAtWork.class, folder.resolve(work + (kill + 1)).toString(), work);
      SmallJvm.go(process);
      afterwards += SmallJvm.kill(process, random.nextInt(steps), random.nextInt(longest)) ? 0 : 1;
      assertWhole(place, drafts, kill % 2 == 0);
      remove(place);
    }
    next.destroyForcibly();
    assertTrue(afterwards < KILLS * 2 / 3, afterwards + " of " + KILLS + " were done before");
  }

  private static void assertWhole(Path place, List<Draft> drafts, boolean later)
      throws IOException {
    // The program that opens it next is the one that was killed: it knows the newer schema.
    Seams seams = new Seams(new Disk(), "file", KilledAtWork.NEXT);
    try (Library library = Library.open(place, Clock.systemUTC(), OpenOptions.existing(), seams)) {
      assertEquals(drafts.size(), library.posts().size());
      for (PostSummary summary : library.posts()) {
        Post post = library.post(summary.id()).orElseThrow();
        Draft draft = drafts.get(Integer.parseInt(post.slug().substring("post-".length())));
        assertTrue(post.body().startsWith(draft.body()));
        for (ImageRef image : post.draft().images()) {
          assertTrue(library.media().find(image.sha256().orElseThrow()).isPresent());
        }
      }
      for (Set<UUID> own : library.sites().posts().values()) {
        assertEquals(drafts.size(), own.size(), "posts move all together");
      }
      assertTrue(library.sites().posts().size() <= 1, "a post has one site");
      if (later) {
        library.backups().make();
      }
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      assertTrue(library.opening().restoredFrom().isEmpty());
    }
    if (later) {
      try (var left = Files.list(place.resolve("backups"))) {
        assertEquals(
            List.of(),
            left.filter(file -> !file.toString().matches(".*(\\.zip|\\.json|media)")).toList());
      }
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
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
    return to;
  }

  private static void remove(Path place) throws IOException {
    try (var files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
