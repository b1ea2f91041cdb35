package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import galley.store.Library;
import galley.store.OpenOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpkeepDaysTest {
  private static final Instant START = Instant.parse("2026-11-23T07:10:15Z");

  @TempDir private Path folder;
  private UUID post;
  private String picture;

  @Test
  void clearsAPostAndItsPictureWhenTheirTimeIsOver() {
    onDay(
        0,
        library -> {
          picture = library.media().put("picture".getBytes(StandardCharsets.UTF_8), "jpg");
          post = library.create(draft("first"), Revision.Kind.CREATED).id();
          library.toBin(post);
        });
    onDay(29, library -> assertTrue(library.post(post).isPresent()));
    onDay(31, library -> assertEquals(Optional.empty(), library.post(post)));
    assertTrue(find().isPresent(), "thirty days more");
    onDay(
        60,
        library ->
            library.create(
                new Draft(Details.draft("L", "later"), "", List.of()), Revision.Kind.CREATED));
    assertTrue(find().isPresent(), "thirty days more");
    onDay(62, library -> {});
    assertEquals(Optional.empty(), find());
  }

  @Test
  void thinsOldRevisionsAndLeavesYoungOnes() {
    onDay(
        0,
        library -> {
          Post now = library.create(typed(0), Revision.Kind.CREATED);
          for (int i = 1; i < 20; i++) {
            Post next = new Post(now.id(), typed(i), now.version(), now.created(), now.changed());
            now = library.save(next, Revision.Kind.AUTOSAVED, "");
          }
          post = now.id();
        });
    onDay(0, library -> assertEquals(20, library.revisions(post).size()));
    onDay(
        1,
        library -> {
          // What it began as, one of that hour, and the newest
          assertEquals(3, library.revisions(post).size());
          assertEquals(typed(19).body(), library.post(post).orElseThrow().body());
          assertEquals(List.of(), library.verify((_, _) -> {}).problems());
        });
  }

  private static Draft typed(int times) {
    return new Draft(Details.draft("P", "typed"), "word ".repeat(times), List.of());
  }

  private Draft draft(String slug) {
    ImageRef image = ImageRef.place("media/a.jpg").withPicture(picture, "a.jpg", 7, 1, 1);
    return new Draft(Details.draft("P", slug), "![](media/a.jpg)", List.of(image));
  }

  private Optional<Path> find() {
    Path file = folder.resolve("media").resolve(picture.substring(0, 2)).resolve(picture + ".jpg");
    return Optional.of(file).filter(java.nio.file.Files::exists);
  }

  private void onDay(int day, java.util.function.Consumer<Library> work) {
    Clock clock = Clock.fixed(START.plus(Duration.ofDays(day)), ZoneOffset.UTC);
    try (Library library = Library.open(folder, clock, OpenOptions.creating());
        Jobs jobs = new Jobs(event -> {})) {
      Bench bench = new Bench(library, jobs, clock, event -> {}, Autosave.Pauses.STANDARD);
      Upkeep upkeep = new Upkeep(bench, false, library::health);
      upkeep.emptyBin();
      upkeep.backUp();
      upkeep.thin();
      upkeep.clearPictures();
      work.accept(library);
    }
  }
}
