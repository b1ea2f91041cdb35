package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpeningTest {
  private static final Migrations.Step NEXT =
      new Migrations.Step(
          4, "004-next", "ALTER TABLE post ADD COLUMN colour VARCHAR(10) DEFAULT 'red' NOT NULL;");

  @TempDir private Path folder;

  @Test
  void makesALibraryOnlyWhenAsked() {
    Path place = folder.resolve("a/b");
    StoreException missing =
        assertThrows(
            StoreException.class,
            () -> Library.open(place, new Sample.Hand(), OpenOptions.existing()));
    assertEquals(StoreException.Kind.MISSING, missing.kind());
    String how = "make a new library there: galley --library \"" + place + "\" new";
    assertTrue(String.valueOf(missing.getMessage()).contains(how), missing.getMessage());
    assertFalse(Files.exists(place));
    try (Library library = Sample.open(place)) {
      assertTrue(library.opening().created());
      assertEquals(List.of(), library.opening().sentences());
    }
  }

  @Test
  void refusesASecondGalleyAtOnceAndRaisesTheFirst() throws InterruptedException {
    BlockingQueue<List<Path>> asked = new ArrayBlockingQueue<>(10);
    assertFalse(Instance.ask(folder, List.of()));
    try (Library library = Sample.open(folder)) {
      library.instance().onAsked(asked::add);
      for (int i = 0; i < 50; i++) {
        StoreException refused = assertThrows(StoreException.class, () -> Sample.open(folder));
        assertEquals(StoreException.Kind.IN_USE, refused.kind());
        assertTrue(refused.getMessage().contains("open in another Galley"));
      }
      assertTrue(Instance.ask(folder, List.of(Path.of("/tmp/a b.md"), Path.of("/x/č.md"))));
      assertEquals(
          List.of(Path.of("/tmp/a b.md"), Path.of("/x/č.md")), asked.poll(5, TimeUnit.SECONDS));
      library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    }
    assertFalse(Instance.ask(folder, List.of()));
    try (Library library = Sample.open(folder)) {
      assertEquals(1, library.posts().size());
    }
  }

  @Test
  @Timeout(120)
  void refusesASecondGalleyWithoutWaitingForTheFirst() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean holds = new AtomicBoolean();
    Disk disk =
        new Disk(bytes -> {
          if (holds.get()) {
            busy.countDown();
            awaited(goOn);
          }
          return bytes;
        });
    Seams seams = new Seams(disk, "file", Migrations.shipped());
    try (Library library = Library.open(folder, new Sample.Hand(), OpenOptions.creating(), seams)) {
      holds.set(true);
      Thread saving =
          Thread.ofVirtual()
              .start(() -> library.create(Sample.draft(1, 20), Revision.Kind.CREATED));
      busy.await();
      StoreException refused = assertThrows(StoreException.class, () -> Sample.open(folder));
      assertEquals(StoreException.Kind.IN_USE, refused.kind());
      assertTrue(saving.isAlive(), "the first is still at it");
      goOn.countDown();
      saving.join();
      assertEquals(1, library.posts().size());
    }
  }

  /** Permissions say nothing to an administrator, so the disk itself refuses here. */
  @Test
  void saysThatAFolderIsReadOnlyAndLeavesTheLibraryAsItIs() throws IOException {
    AtomicBoolean denies = new AtomicBoolean();
    Seams seams = new Seams(new Disk(new Guarded(denies)), "file", Migrations.shipped());
    Post post;
    try (Library library = Library.open(folder, new Sample.Hand(), OpenOptions.creating(), seams)) {
      Post made = library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
      denies.set(true);
      StoreException refused =
          assertThrows(
              StoreException.class,
              () -> library.save(LibraryTest.edited(made, 1), Revision.Kind.AUTOSAVED, ""));
      assertEquals(StoreException.Kind.READ_ONLY, refused.kind(), refused.getMessage());
      assertEquals(made, library.post(made.id()).orElseThrow());
      denies.set(false);
      post = library.save(LibraryTest.edited(made, 2), Revision.Kind.AUTOSAVED, "");
    }
    Files.delete(folder.resolve("state.json"));
    denies.set(true);
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> Library.open(folder, new Sample.Hand(), OpenOptions.existing(), seams));
    assertEquals(StoreException.Kind.READ_ONLY, refused.kind(), refused.getMessage());
    try (Library library = Sample.open(folder)) {
      assertEquals(post.draft(), library.post(post.id()).orElseThrow().draft());
    }
  }

  @Test
  void saysThatALibraryCannotLieWhereAFileIs() throws IOException {
    Path file = Files.writeString(folder.resolve("a file"), "mine");
    for (Path place : List.of(file, file.resolve("library"))) {
      StoreException refused = assertThrows(StoreException.class, () -> Sample.open(place));
      assertTrue(refused.getMessage().contains(place.toString()), refused.getMessage());
      assertEquals("mine", Files.readString(file));
    }
  }

  @Test
  void refusesALibraryOfANewerGalley() throws IOException {
    try (Library library = open(new Migrations(steps()))) {
      library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
    }
    byte[] before = Files.readAllBytes(folder.resolve("state.json"));
    StoreException newer = assertThrows(StoreException.class, () -> Sample.open(folder));
    assertEquals(StoreException.Kind.NEWER, newer.kind());
    assertTrue(newer.getMessage().contains("newer Galley"), newer.getMessage());
    assertTrue(Arrays.equals(before, Files.readAllBytes(folder.resolve("state.json"))));
    assertFalse(Files.exists(folder.resolve("set-aside")));
    try (Library library = open(new Migrations(steps()))) {
      assertEquals(1, library.posts().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"number = 65", "checksum = 'a0'", "number = 0"})
  void takesADamagedListOfStepsForDamageAndNotForANewerGalley(String damage) throws SQLException {
    Draft draft = Sample.draft(1, 20);
    try (Library library = Sample.open(folder)) {
      library.create(draft, Revision.Kind.CREATED);
      library.backups().make();
    }
    try (Connection connection =
            DriverManager.getConnection(
                Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE migration SET " + damage + " WHERE number = 1");
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(draft, library.find("post-1").orElseThrow().draft());
      assertTrue(library.opening().restoredFrom().isPresent());
    }
  }

  @Test
  void bringsAnEarlierSchemaForwardWithABackupOfIt() throws SQLException {
    Draft draft = Sample.full();
    try (Library library = Sample.open(folder)) {
      library.create(draft, Revision.Kind.CREATED);
    }
    try (Library library = open(new Migrations(steps()))) {
      assertEquals(draft, library.find("ferry").orElseThrow().draft());
      assertTrue(library.opening().sentences().getFirst().contains("brought to this version"));
      assertEquals(1, library.backups().list().size());
    }
    try (Connection connection =
            DriverManager.getConnection(
                Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
        Statement statement = connection.createStatement();
        var result = statement.executeQuery("SELECT colour FROM post")) {
      assertTrue(result.next());
      assertEquals("red", result.getString(1));
    }
  }

  @Test
  void leavesTheOldLibraryWhereAMigrationFails() {
    Draft draft = Sample.draft(1, 20);
    try (Library library = Sample.open(folder)) {
      library.create(draft, Revision.Kind.CREATED);
    }
    List<Migrations.Step> broken = new ArrayList<>(steps());
    broken.set(3, new Migrations.Step(4, "004-next", "DELETE FROM post_text;"));
    StoreException failed = assertThrows(StoreException.class, () -> open(new Migrations(broken)));
    assertTrue(failed.getMessage().contains("It is as it was"), failed.getMessage());
    try (Library library = Sample.open(folder)) {
      assertEquals(draft, library.find("post-1").orElseThrow().draft());
      assertEquals(List.of(), library.opening().sentences());
    }
  }

  @Test
  void opensAfterBeingCutWhileItWasCreated() throws IOException, SQLException {
    String url = Database.url(folder.resolve("galley.mv.db"), "file");
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      assertTrue(connection.isValid(1));
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(List.of(), library.posts());
    }
  }

  @Test
  void leavesADatabaseAloneThatNothingCouldReplace() throws IOException {
    byte[] noise =
        "not a database at all".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(folder.resolve("galley.mv.db"), noise);
    StoreException hopeless = assertThrows(StoreException.class, () -> Sample.open(folder));
    assertEquals(StoreException.Kind.DAMAGED, hopeless.kind());
    assertTrue(Arrays.equals(noise, Files.readAllBytes(folder.resolve("galley.mv.db"))));
  }

  @Test
  void keepsTheOrderOfSavesWhenTheClockJumps() {
    Sample.Hand clock = new Sample.Hand();
    try (Library library = Library.open(folder, clock, OpenOptions.creating())) {
      var post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
      for (int i = 0; i < 20; i++) {
        clock.set(clock.instant().plus(Duration.ofDays(i % 2 == 0 ? 900 : -1000)));
        post = library.save(LibraryTest.edited(post, i), Revision.Kind.AUTOSAVED, "");
        library.backups().make();
      }
      assertEquals(post.draft(), library.revision(library.revisions(post.id()).getFirst().id()));
      assertTrue(library.backups().list().getFirst().sequence() >= 21);
    }
  }

  /** A disk that opens nothing to be written to while it is told so. */
  private record Guarded(AtomicBoolean denies) implements Disk.Hardware {
    @Override
    public int fits(int bytes) {
      return bytes;
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
      if (denies.get()) {
        throw new AccessDeniedException(file.toString());
      }
      return FileChannel.open(file, options);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Library open(Migrations migrations) {
    return Library.open(
        folder,
        new Sample.Hand(),
        OpenOptions.creating(),
        new Seams(new Disk(), "file", migrations));
  }

  private static List<Migrations.Step> steps() {
    return List.of(
        Migrations.Step.of("001-library"),
        Migrations.Step.of("002-review"),
        Migrations.Step.of("003-sites"),
        NEXT);
  }
}
