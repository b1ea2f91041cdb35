package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is there after the power went, whatever the disk made of writes it was not told to keep. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files there have no key to be told apart by")
final class PowerCutTest {
  private static final int CUTS = Effort.count("cuts", 100, 3_334);
  private static final int CUTS_A_LIBRARY = 15;

  @TempDir private Path folder;
  private final Clock clock = new Sample.Hand(Duration.ofSeconds(1));
  private final Map<UUID, Draft> kept = new HashMap<>();
  private final List<String> pictures = new ArrayList<>();
  private Optional<Draft> doing = Optional.empty();
  private int images;
  private int inTheMidst;
  private int unsettled;
  private int broughtBack;
  private int lost;
  private int failedOpens;

  @Test
  void losesNothingItAcknowledgedWhenThePowerGoes() throws IOException {
    for (int cut = 0; cut < CUTS; cut += CUTS_A_LIBRARY) {
      library(Effort.seed(cut), Math.min(CUTS_A_LIBRARY, CUTS - cut), true);
    }
    System.out.println("Power cuts: " + summary());
    assertEquals(CUTS * 3, images);
    assertTrue(inTheMidst > CUTS / 5, summary());
    assertTrue(unsettled > CUTS / 10, summary());
    assertEquals(0, lost, summary());
    assertEquals(0, failedOpens, summary());
  }

  /** Without which the test above would say nothing. */
  @Test
  void findsOutADiskThatForcesNothing() throws IOException {
    library(0, 3, false);
    assertTrue(lost + failedOpens > 0, summary());
  }

  private String summary() {
    return "%d images: %d in the midst of work, %d with writes unforced, %d brought back, %d lost,"
            .formatted(images, inTheMidst, unsettled, broughtBack, lost)
        + " %d not opened".formatted(failedOpens);
  }

  /** Writes into one library and cuts its power so often. */
  private void library(long seed, int cuts, boolean honest) throws IOException {
    kept.clear();
    pictures.clear();
    Random random = new Random(seed);
    Path place = folder.resolve("library-" + seed);
    Seams seams = PowerCut.seams(place, honest);
    try (Library library = Library.open(place, clock, OpenOptions.creating(), seams)) {
      for (int i = 0; i < 3; i++) {
        Post post = library.create(Sample.draft(i, 100 << i), Revision.Kind.CREATED);
        kept.put(post.id(), post.draft());
      }
      for (int cut = 0; cut < cuts; cut++) {
        for (int quiet = random.nextInt(3); quiet > 0; quiet--) {
          work(library, random);
        }
        Map<UUID, Draft> before = Map.copyOf(kept);
        List<String> picturesBefore = List.copyOf(pictures);
        PowerCut.after(random.nextInt(6));
        work(library, random);
        boolean midst = PowerCut.isTaken();
        inTheMidst += midst ? 1 : 0;
        look(
            PowerCut.take(),
            new Known(
                midst ? before : kept,
                midst ? picturesBefore : pictures,
                midst ? doing : Optional.empty()),
            random);
      }
    }
  }

  /** What must be there, and what may be there instead of one of it. */
  private record Known(Map<UUID, Draft> posts, List<String> pictures, Optional<Draft> doing) {}

  private void work(Library library, Random random) {
    List<UUID> ids = kept.keySet().stream().sorted().toList();
    UUID id = ids.get(random.nextInt(ids.size()));
    Draft draft =
        Sample.draft(random.nextInt(100_000), 60 + random.nextInt(1200))
            .withDetails(kept.get(id).details());
    doing = Optional.of(draft);
    switch (random.nextInt(12)) {
      case 0 -> {
        Draft made = Sample.draft(1000 + kept.size(), 80);
        kept.put(library.create(made, Revision.Kind.CREATED).id(), made);
      }
      case 1 -> {
        doing = Optional.empty();
        library.backups().make();
      }
      case 2 -> {
        doing = Optional.empty();
        byte[] picture = new byte[20_000];
        random.nextBytes(picture);
        pictures.add(library.media().put(picture, "jpg"));
      }
      case 3, 4, 5, 6, 7 -> {
        Post post = library.post(id).orElseThrow();
        library.save(
            new Post(id, draft, post.version(), post.created(), post.changed()),
            Revision.Kind.AUTOSAVED,
            "");
        kept.put(id, draft);
      }
      default -> {
        library.journal(id).append(draft);
        kept.put(id, draft);
      }
    }
  }

  private void look(Map<Path, PowerCut.Image> cut, Known known, Random random) throws IOException {
    unsettled += cut.values().stream().allMatch(PowerCut.Image::isSettled) ? 0 : 1;
    for (PowerCut.Policy policy : PowerCut.Policy.values()) {
      Path place = folder.resolve("image-" + images++);
      for (Map.Entry<Path, PowerCut.Image> file : cut.entrySet()) {
        Path target = place.resolve(file.getKey());
        Files.createDirectories(Disk.folderOf(target));
        Files.write(target, file.getValue().after(policy, random));
      }
      try (Library library = Library.open(place, clock, OpenOptions.existing())) {
        broughtBack += library.opening().setAside().isPresent() ? 1 : 0;
        lost += isAllThere(library, known) ? 0 : 1;
      } catch (StoreException e) {
        failedOpens++;
      }
      remove(place);
    }
  }

  private static boolean isAllThere(Library library, Known known) throws IOException {
    for (Map.Entry<UUID, Draft> post : known.posts().entrySet()) {
      Optional<Draft> there = library.post(post.getKey()).map(Post::draft);
      if (there.isEmpty() || !there.get().equals(post.getValue()) && !there.equals(known.doing())) {
        return false;
      }
    }
    for (String picture : known.pictures()) {
      Optional<Path> file = library.media().find(picture);
      if (file.isEmpty() || !Media.isWhole(file.get())) {
        return false;
      }
    }
    return true;
  }

  private static void remove(Path place) throws IOException {
    try (var files = Files.walk(place)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
