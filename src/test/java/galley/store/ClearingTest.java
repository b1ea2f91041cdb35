package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which picture files go, and which never do. */
final class ClearingTest {
  private static final Instant START = Instant.parse("2026-11-23T07:10:15Z");

  @TempDir private Path folder;
  private final Sample.Hand clock = new Sample.Hand();
  private Library library;

  @BeforeEach
  void open() {
    library = Library.open(folder, clock, OpenOptions.creating());
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void clearsWhatNothingUsesAfterABackupAndThirtyDays() {
    String unused = put("unused");
    library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    library.backups().make();
    assertEquals(List.of(), clear());
    day(29);
    library.backups().make();
    assertEquals(List.of(), clear());
    day(31);
    assertEquals(List.of(unused), clear());
    assertEquals(Optional.empty(), library.media().find(unused));
    assertEquals(List.of(), clear());
  }

  @Test
  void clearsNothingThatNoBackupCameAfter() throws IOException {
    library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    library.backups().make();
    day(1);
    String unused = put("unused");
    clear();
    day(40);
    assertEquals(List.of(), clear());
    Path backup = library.backups().make().file();
    byte[] good = Files.readAllBytes(backup);
    Files.write(backup, new byte[] {1});
    assertEquals(List.of(), clear());
    Files.write(backup, good);
    assertEquals(List.of(unused), clear());
  }

  @Test
  void keepsWhatARevisionTheBinOrAJournalUses() {
    List<String> used =
        List.of(put("now"), put("earlier"), put("bin"), put("journal"), put("old journal"));
    Post post = library.create(with(used.get(1), "one"), Revision.Kind.CREATED);
    save(post, with(used.get(0), "one"));
    library.toBin(library.create(with(used.get(2), "two"), Revision.Kind.CREATED).id());
    Post typed = library.create(Sample.draft(3, 20), Revision.Kind.CREATED);
    library.journal(typed.id()).append(with(used.get(4), "post-3"));
    library.journal(typed.id()).append(with(used.get(3), "post-3"));
    clear();
    day(100);
    library.backups().make();
    assertEquals(List.of(), clear());
    used.forEach(hash -> assertTrue(library.media().find(hash).isPresent()));
  }

  @Test
  void keepsWhatTheListOfUsesHasForgotten() throws Exception {
    String earlier = put("earlier");
    Post post = library.create(with(earlier, "one"), Revision.Kind.CREATED);
    save(post, Sample.draft(1, 20));
    try (var connection =
            java.sql.DriverManager.getConnection(
                Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
        var statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate("DELETE FROM picture_use"));
    }
    clear();
    day(31);
    library.backups().make();
    day(32);
    library.backups().make(); // with the second one the journals go, which would know it too
    assertTrue(Files.notExists(folder.resolve("journal/" + post.id() + ".journal")));
    assertEquals(List.of(), clear());
    assertTrue(library.media().find(earlier).isPresent());
  }

  @Test
  void clearsNothingWhileAJournalIsDamaged() throws IOException {
    put("unused");
    Post post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    library.save(LibraryTest.edited(post, 1), Revision.Kind.AUTOSAVED, "");
    clear();
    day(31);
    Path journal = folder.resolve("journal/" + post.id() + ".journal");
    byte[] good = Files.readAllBytes(journal);
    byte[] bad = good.clone();
    bad[40] ^= 1;
    Files.write(journal, bad);
    library.backups().make();
    assertEquals(List.of(), clear());
    Files.write(journal, good);
    assertEquals(1, clear().size());
  }

  @Test
  void givesAPictureThatIsAddedAgainItsFullTime() {
    String again = put("again");
    clear();
    day(20);
    assertEquals(again, put("again"));
    clear();
    day(40);
    library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    library.backups().make();
    assertEquals(List.of(), clear());
    day(51);
    assertEquals(List.of(again), clear());
  }

  @Test
  void clearsAPostsPicturesThirtyDaysAfterThePostAndABackupStillHasThem() {
    String picture = put("of a post");
    Post post = library.create(with(picture, "one"), Revision.Kind.CREATED);
    Backup backup = library.backups().make();
    day(50);
    library.toBin(post.id());
    clear();
    day(90);
    assertEquals(List.of(post.id()), library.emptyBin(clock.instant()));
    library.backups().make();
    assertEquals(List.of(), clear());
    day(121);
    library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    library.backups().make();
    assertEquals(List.of(picture), clear());
    library.restore(backup.file());
    assertTrue(library.media().find(picture).isPresent());
    assertEquals(List.of(), library.verify(Progress.SILENT).problems());
  }

  private String put(String picture) {
    return library.media().put(picture.getBytes(StandardCharsets.UTF_8), "jpg");
  }

  private void save(Post post, Draft draft) {
    library.save(
        new Post(post.id(), draft, post.version(), post.created(), post.changed()),
        Revision.Kind.AUTOSAVED,
        "");
  }

  private List<String> clear() {
    return library.clearPictures(clock.instant().minus(Duration.ofDays(30)));
  }

  private void day(int number) {
    clock.set(START.plus(Duration.ofDays(number)));
  }

  private static Draft with(String picture, String slug) {
    ImageRef image = ImageRef.place("media/a.jpg").withPicture(picture, "a.jpg", 20, 1, 1);
    return new Draft(Details.draft("Post", slug), "![](media/a.jpg)", List.of(image));
  }
}
