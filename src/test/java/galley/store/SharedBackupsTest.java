package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two libraries whose backups go to one folder. */
final class SharedBackupsTest {
  @TempDir private Path folder;
  private final Sample.Hand clock = new Sample.Hand();
  private Path shared = Path.of("");

  @BeforeEach
  void makesTheFolder() throws IOException {
    shared = Files.createDirectory(folder.resolve("shared"));
  }

  private Library open(String name) {
    OpenOptions options = OpenOptions.creating().withSecondBackups(shared);
    return Library.open(folder.resolve(name), clock, options);
  }

  private static List<String> slugs(Library library) {
    return library.posts().stream().map(post -> post.slug()).toList();
  }

  private static UUID id(Library library) {
    return library.backups().list().getFirst().library().orElseThrow();
  }

  private Set<Path> sharedOf(UUID library) throws IOException {
    return BackupFolder.own(shared, library, true).stream()
        .map(Backup::file)
        .collect(Collectors.toSet());
  }

  private static Post withPicture(Library library, String slug) {
    String hash = library.media().put(slug.getBytes(StandardCharsets.UTF_8), "jpg");
    ImageRef image = ImageRef.place("media/a.jpg").withPicture(hash, "a.jpg", 7, 1, 1);
    Draft draft = new Draft(Details.draft(slug, slug), "![](media/a.jpg)", List.of(image));
    return library.create(draft, Revision.Kind.CREATED);
  }

  private static void original(Path library, Post post) throws IOException {
    Path file = library.resolve("originals/" + post.id() + "/page.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<p>" + post.id());
  }

  /** As an earlier Galley wrote it. */
  private static void takeIdOut(Path backup) throws IOException {
    Path manifest = Manifest.of(backup);
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\"library\":\"[^\"]*\",", ""));
    assertEquals(Optional.empty(), Manifest.read(backup).orElseThrow().library());
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void neitherWritesOverTheOthersBackupOfTheSameMoment() throws IOException {
    try (Library one = open("one");
        Library other = open("other")) {
      one.create(Sample.draft(1, 20), Revision.Kind.CREATED);
      other.create(Sample.draft(2, 20), Revision.Kind.CREATED);
      Backup first = one.backups().make();
      Backup second = other.backups().make();
      assertEquals(first.at(), second.at());
      assertEquals(first.sequence(), second.sequence());
      assertEquals(2, BackupFolder.list(shared).size());
      for (Backup backup : BackupFolder.list(shared)) {
        assertTrue(BackupFolder.isWhole(backup.file()));
      }
      assertEquals(List.of(), one.verify(Progress.SILENT).problems());
      assertEquals(List.of(), other.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void eachThinsOnlyItsOwn() throws IOException {
    try (Library one = open("one");
        Library other = open("other")) {
      Post kept = withPicture(other, "kept");
      original(folder.resolve("other"), kept);
      other.backups().make();
      Set<Path> others = sharedOf(id(other));
      for (Path file : Belongings.files(shared)) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      }
      for (int i = 0; i < 70; i++) { // all kinds of ages, and many an hour that both have
        one.create(Sample.draft(i, 5), Revision.Kind.CREATED);
        one.backups().make();
        clock.set(clock.instant().plus(Duration.ofMinutes(i < 40 ? 12 : 60 * 24)));
      }
      int left = sharedOf(id(one)).size();
      assertTrue(left < 60, left + " left");
      assertEquals(others, sharedOf(id(other)));
      assertEquals(1, Belongings.files(shared.resolve("media")).size());
      assertEquals(1, Belongings.files(shared.resolve("originals")).size());
      other.create(Sample.draft(500, 5), Revision.Kind.CREATED);
      other.backups().make();
      assertEquals(left, sharedOf(id(one)).size());
    }
  }

  @Test
  void eachBringsBackItsOwn() throws IOException {
    UUID id;
    Post mine;
    try (Library one = open("one");
        Library other = open("other")) {
      mine = withPicture(one, "mine");
      original(folder.resolve("one"), mine);
      one.backups().make();
      id = id(one);
      original(folder.resolve("other"), withPicture(other, "theirs"));
      for (int i = 0; i < 5; i++) {
        other.create(Sample.draft(i, 5), Revision.Kind.CREATED);
      }
      other.backups().make(); // the newest there, and with the highest number
    }
    Path place = folder.resolve("one");
    for (String gone : List.of("backups", "media", "originals", "journal", "galley.mv.db")) {
      deleteAll(place.resolve(gone));
    }
    try (Library one = open("one")) {
      assertEquals(List.of("mine"), slugs(one));
      assertTrue(one.opening().restoredFrom().isPresent());
      assertEquals(mine.draft(), one.post(mine.id()).orElseThrow().draft());
      assertEquals(1, Belongings.files(place.resolve("media")).size());
      assertEquals(1, Belongings.files(place.resolve("originals")).size());
      assertEquals(List.of(), one.verify(Progress.SILENT).problems());
      one.create(Sample.draft(9, 5), Revision.Kind.CREATED);
      one.backups().make();
      assertEquals(id, id(one));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lostLibraryIsNotFilledWithAnother(boolean known) throws IOException {
    try (Library other = open("other")) {
      other.create(Sample.draft(1, 5), Revision.Kind.CREATED);
      other.backups().make();
    }
    if (known) {
      try (Library one = open("one")) {
        one.create(Sample.draft(2, 5), Revision.Kind.CREATED);
      }
      Files.delete(folder.resolve("one/galley.mv.db"));
    }
    try (Library one = open("one")) {
      assertEquals(known ? List.of("post-2") : List.of(), slugs(one));
      assertEquals(Optional.empty(), one.opening().restoredFrom());
      assertTrue(
          one.opening().sentences().stream().anyMatch(said -> said.contains(shared.toString())),
          one.opening().sentences().toString());
    }
  }

  @Test
  void libraryKeepsItsIdThroughTheLossOfItsDatabase() throws IOException {
    UUID id;
    try (Library one = open("one")) {
      one.create(Sample.draft(1, 5), Revision.Kind.CREATED);
      id = one.backups().make().library().orElseThrow();
    }
    deleteAll(folder.resolve("one/backups"));
    deleteAll(shared);
    Files.createDirectory(shared);
    Files.delete(folder.resolve("one/galley.mv.db"));
    try (Library one = open("one")) {
      assertEquals(List.of("post-1"), slugs(one));
      assertEquals(id, one.backups().make().library().orElseThrow());
    }
  }

  @Test
  void backupThatDoesNotSayWhoseItIsCountsOnlyBesideTheLibrary() throws IOException {
    Path place = folder.resolve("one");
    try (Library one = open("one")) {
      for (int i = 0; i < 4; i++) { // in one hour: the newest two stay
        one.create(Sample.draft(i, 5), Revision.Kind.CREATED);
        Path file = one.backups().make().file();
        takeIdOut(file);
        takeIdOut(shared.resolve(file.getFileName()));
      }
      assertEquals(2, one.backups().list().size());
      assertEquals(4, BackupFolder.list(shared).size());
      assertEquals(List.of(), one.verify(Progress.SILENT).problems());
      for (int i = 4; i < 8; i++) {
        one.create(Sample.draft(i, 5), Revision.Kind.CREATED);
        one.backups().make();
      }
      assertEquals(2, one.backups().list().size());
      assertEquals(4 + 2, BackupFolder.list(shared).size());
      one.backups().list().forEach(backup -> assertTrue(backup.library().isPresent()));
      takeIdOut(one.backups().list().getFirst().file());
    }
    Files.delete(place.resolve("galley.mv.db"));
    deleteAll(shared);
    Files.createDirectory(shared);
    try (Library one = open("one")) {
      assertTrue(one.opening().restoredFrom().isPresent());
      assertEquals(8, one.posts().size());
    }
  }

  @Test
  void restoringAnotherLibrarysBackupSaysSoAndTheLibraryStaysItself() throws IOException {
    try (Library one = open("one");
        Library other = open("other")) {
      withPicture(other, "theirs");
      Backup theirs = other.backups().make();
      Path copy = shared.resolve(theirs.file().getFileName());
      one.create(Sample.draft(1, 5), Revision.Kind.CREATED);
      UUID id = one.backups().make().library().orElseThrow();
      one.restore(copy);
      assertEquals(List.of("theirs"), slugs(one));
      assertTrue(
          one.opening().sentences().getFirst().contains("from another library"),
          one.opening().sentences().toString());
      assertEquals(List.of(), one.verify(Progress.SILENT).problems());
      Backup later = one.backups().make();
      assertEquals(id, later.library().orElseThrow());
      assertNotEquals(id, theirs.library().orElseThrow());
      assertTrue(sharedOf(theirs.library().orElseThrow()).contains(copy));
      Backup before =
          one.backups().list().stream()
              .filter(backup -> backup.sequence() < later.sequence())
              .findFirst()
              .orElseThrow();
      one.restore(before.file());
      assertEquals(List.of("post-1"), slugs(one));
      assertEquals(List.of(), one.opening().sentences());
      assertEquals(List.of("theirs"), slugs(other));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"without", "damaged"})
  void noteOfTheLastSaveGetsTheIdAgain(String trouble) throws IOException {
    Path state = folder.resolve("one/state.json");
    open("one").close();
    String said = Files.readString(state);
    UUID id = new StateFile(state, new Disk()).read().orElseThrow().library().orElseThrow();
    Files.writeString(
        state,
        trouble.equals("without")
            ? said.replaceFirst(",\"library\".*\"", "")
            : said.replace(id.toString(), UUID.randomUUID().toString()));
    StateFile.State older = new StateFile(state, new Disk()).read().orElseThrow();
    assertFalse(older.library().isPresent());
    try (Library one = open("one")) {
      assertEquals(List.of(), one.opening().sentences());
      assertEquals(said, Files.readString(state));
    }
  }
}
