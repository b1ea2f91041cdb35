package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackupsTest {
  @TempDir private Path folder;

  @Test
  void restoresAnEarlierStateAndCanGoBack() throws IOException {
    Path place = folder.resolve("library");
    try (Library library = Sample.open(place)) {
      Post post = library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
      Backup first = library.backups().make();
      Post later = library.save(LibraryTest.edited(post, 1), Revision.Kind.AUTOSAVED, "");
      library.create(Sample.draft(2, 50), Revision.Kind.CREATED);
      library.restore(first.file());
      assertEquals(List.of("post-1"), library.posts().stream().map(p -> p.slug()).toList());
      assertEquals(post.draft(), library.post(post.id()).orElseThrow().draft());
      Post other =
          library.save(
              LibraryTest.edited(library.post(post.id()).orElseThrow(), 9),
              Revision.Kind.AUTOSAVED,
              "");
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      Backup beforeRestoring = library.backups().list().stream().skip(1).findFirst().orElseThrow();
      Files.delete(place.resolve("galley.mv.db"));
      assertEquals(other.draft(), library.save(other, Revision.Kind.AUTOSAVED, "").draft());
      library.restore(
          library.backups().list().stream()
              .filter(backup -> backup.posts() == 2)
              .findFirst()
              .orElseThrow()
              .file());
      assertEquals(later.draft(), library.post(post.id()).orElseThrow().draft());
      assertEquals(2, library.posts().size());
      assertTrue(beforeRestoring.posts() >= 1);
    }
  }

  @Test
  void takesPicturesAlongAndBringsThemBack() throws IOException {
    Path place = folder.resolve("library");
    Path second = Files.createDirectory(folder.resolve("second"));
    OpenOptions options = OpenOptions.creating().withSecondBackups(second);
    try (Library library = Library.open(place, new Sample.Hand(), options)) {
      byte[] picture = "not really a picture".getBytes(StandardCharsets.UTF_8);
      String hash = library.media().put(picture, "JPG");
      assertEquals(hash, library.media().put(picture, "jpg"));
      ImageRef image = ImageRef.place("media/a.jpg").withPicture(hash, "a.jpg", 20, 1, 1);
      library.create(
          new Draft(Details.draft("P", "p"), "![](media/a.jpg)", List.of(image)),
          Revision.Kind.CREATED);
      Backup backup = library.backups().make();
      assertEquals(1, BackupFolder.list(second).size());
      Path file = library.media().find(hash).orElseThrow();
      Files.write(file, new byte[] {1});
      assertEquals(1, library.verify(Progress.SILENT).problems().size());
      Files.delete(file);
      assertEquals(1, library.verify(Progress.SILENT).problems().size());
      library.restore(backup.file());
      assertEquals(
          new String(picture, StandardCharsets.UTF_8),
          Files.readString(library.media().find(hash).orElseThrow()));
      assertTrue(
          Files.exists(
              second.resolve("media").resolve(hash.substring(0, 2)).resolve(hash + ".jpg")));
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void secondFolderThatFailsIsSaidAndTheBackupLiesBesideTheLibraryAllTheSame() throws IOException {
    Path place = folder.resolve("library");
    Path away = folder.resolve("disk/backups");
    OpenOptions options = OpenOptions.creating().withSecondBackups(away);
    try (Library library = Library.open(place, new Sample.Hand(), options)) {
      library.create(new Draft(Details.draft("P", "p"), "Text.", List.of()), Revision.Kind.CREATED);
      StoreException said = assertThrows(StoreException.class, () -> library.backups().make());
      assertTrue(said.getMessage().contains("beside the library"), said.getMessage());
      assertTrue(said.getMessage().contains(away.toString()), said.getMessage());
      assertEquals(1, library.backups().list().size());
      assertFalse(Files.exists(away));
      Files.createDirectories(away);
      library.backups().make();
      assertEquals(1, BackupFolder.list(away).size());
      library.backups().second(Optional.empty());
      library.backups().make();
      assertEquals(1, BackupFolder.list(away).size());
    }
    Files.delete(away.resolve(BackupFolder.list(away).getFirst().file().getFileName()));
    Files.writeString(folder.resolve("no-folder"), "");
    Library.open(place, new Sample.Hand(), options.withSecondBackups(folder.resolve("no-folder")))
        .close();
  }

  @Test
  void bringsBackPicturesOfEarlierRevisionsAndOriginals() throws IOException {
    Path place = folder.resolve("library");
    Path second = Files.createDirectory(folder.resolve("second"));
    OpenOptions options = OpenOptions.creating().withSecondBackups(second);
    String hash;
    Path original;
    Path late;
    try (Library library = Library.open(place, new Sample.Hand(), options)) {
      hash = library.media().put("a picture".getBytes(StandardCharsets.UTF_8), "jpg");
      ImageRef image = ImageRef.place("media/a.jpg").withPicture(hash, "a.jpg", 9, 1, 1);
      Draft with = new Draft(Details.draft("P", "p"), "![](media/a.jpg)", List.of(image));
      Post post = library.create(with, Revision.Kind.CREATED);
      Draft without = new Draft(with.details(), "None.", List.of());
      library.save(
          new Post(post.id(), without, post.version(), post.created(), post.changed()),
          Revision.Kind.AUTOSAVED,
          "");
      original = place.resolve("originals/" + post.id() + "/Pismo \u010D.2026.txt");
      late = original.resolveSibling("late.html");
      Files.createDirectories(original.getParent());
      Files.write(original, new byte[] {(byte) 0xE8, 13, 10, 0});
      Backup backup = library.backups().make();
      Files.writeString(late, "<p>late</p>");
      assertEquals(Optional.empty(), library.backups().makeIfChanged());
      for (Path gone : List.of(library.media().find(hash).orElseThrow(), original, late)) {
        Files.delete(gone);
      }
      library.restore(backup.file());
      assertTrue(library.media().find(hash).isPresent());
      assertEquals("<p>late</p>", Files.readString(late));
      assertEquals(-24, Files.readAllBytes(original)[0]);
      Files.write(original, new byte[] {1, 2}); // damage here does not reach the backups
      library.backups().make();
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      assertEquals(3, Belongings.files(second.resolve("originals")).size());
    }
    Files.delete(place.resolve("galley.mv.db"));
    Files.delete(original);
    Files.delete(late);
    Path shelf = place.resolve("media").resolve(hash.substring(0, 2));
    Files.delete(shelf.resolve(hash + ".jpg"));
    try (Library library = Library.open(place, new Sample.Hand(), options)) {
      assertTrue(library.opening().restoredFrom().isPresent());
      assertTrue(library.media().find(hash).isPresent());
      assertTrue(Files.exists(original));
      assertTrue(Files.exists(late));
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void keepsJournalsUntilTwoBackupsHoldThem() throws IOException {
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
      Path journal = folder.resolve("journal/" + post.id() + ".journal");
      library.backups().make();
      assertTrue(Files.exists(journal));
      library.backups().make();
      assertFalse(Files.exists(journal));
      library.save(LibraryTest.edited(post, 1), Revision.Kind.AUTOSAVED, "");
      assertTrue(Files.exists(journal));
      assertEquals(Optional.empty(), library.backups().makeIfChanged().filter(b -> b.posts() > 1));
      assertTrue(Files.exists(journal));
      assertEquals(Optional.empty(), library.backups().makeIfChanged());
    }
  }

  @Test
  void passesADamagedBackupOver() throws IOException {
    List<Path> damaged = new ArrayList<>();
    Post post;
    try (Library library = Sample.open(folder)) {
      post = library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
      library.backups().make();
      post = library.save(LibraryTest.edited(post, 1), Revision.Kind.AUTOSAVED, "");
      damaged.add(library.backups().make().file());
      byte[] all = Files.readAllBytes(damaged.getFirst());
      all[all.length / 2] ^= 4;
      Files.write(damaged.getFirst(), all);
      List<Problem> problems = library.verify(Progress.SILENT).problems();
      assertEquals(1, problems.size());
      assertTrue(problems.getFirst().where().endsWith(".zip"));
      StoreException refused =
          assertThrows(StoreException.class, () -> library.restore(damaged.getFirst()));
      assertTrue(refused.getMessage().contains("The library is as it was"));
    }
    Files.delete(folder.resolve("galley.mv.db"));
    for (Backup backup : BackupFolder.list(folder.resolve("backups"))) {
      if (!damaged.contains(backup.file()) && backup.sequence() > 1) {
        Files.delete(Manifest.of(backup.file()));
      }
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(post.draft(), library.post(post.id()).orElseThrow().draft());
      assertTrue(
          library.opening().sentences().stream().anyMatch(text -> text.contains("passed over")),
          library.opening().sentences().toString());
    }
  }

  @Test
  void noticesEveryFlippedBitOfABackup() throws IOException {
    try (Library library = Sample.open(folder)) {
      library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
      Path file = library.backups().make().file();
      byte[] all = Files.readAllBytes(file);
      Random random = new Random(Effort.seed(2));
      for (int i = 0; i < Effort.count("flips", 400, 4_000); i++) {
        byte[] flipped = all.clone();
        flipped[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, flipped);
        assertFalse(BackupFolder.isWhole(file));
      }
    }
  }

  /** A library whose post with a picture and an original has gone for good, and its backups. */
  private Library withoutItsPost(Path place, Sample.Hand clock, OpenOptions options)
      throws IOException {
    Library library = Library.open(place, clock, options);
    String hash = library.media().put("picture".getBytes(StandardCharsets.UTF_8), "jpg");
    ImageRef image = ImageRef.place("media/a.jpg").withPicture(hash, "a.jpg", 7, 1, 1);
    Post gone =
        library.create(
            new Draft(Details.draft("P", "p"), "![](media/a.jpg)", List.of(image)),
            Revision.Kind.CREATED);
    Path original = place.resolve("originals/" + gone.id() + "/p.html");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "<p>P");
    library.backups().make();
    library.toBin(gone.id());
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    library.emptyBin(clock.instant());
    return library;
  }

  private static void age(Path copies) throws IOException {
    for (Path file : Belongings.files(copies)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
  }

  /** A backup a day, each with a change, so that the first ones make room for later ones. */
  private static void passDays(Library library, Sample.Hand clock, int days) {
    for (int i = 0; i < days; i++) {
      clock.set(clock.instant().plus(Duration.ofDays(1)));
      library.create(Sample.draft(1000 + i, 5), Revision.Kind.CREATED);
      library.backups().make();
    }
  }

  @Test
  void keepsPicturesBesideBackupsAsLongAsOneOfThemRefersToThem() throws IOException {
    Path place = folder.resolve("library");
    Path second = Files.createDirectory(folder.resolve("second"));
    Sample.Hand clock = new Sample.Hand();
    OpenOptions options = OpenOptions.creating().withSecondBackups(second);
    try (Library library = withoutItsPost(place, clock, options)) {
      List<Path> copies = List.of(place.resolve("backups"), second);
      passDays(library, clock, 3);
      for (Path folder : copies) {
        age(folder.resolve("media"));
        age(folder.resolve("originals"));
      }
      library.backups().make();
      Backup first = library.backups().list().getLast();
      for (Path folder : copies) {
        assertEquals(1, Belongings.files(folder.resolve("media")).size());
        assertEquals(1, Belongings.files(folder.resolve("originals")).size());
        Files.delete(folder.resolve(first.file().getFileName()));
        Files.delete(Manifest.of(folder.resolve(first.file().getFileName())));
      }
      library.backups().make();
      for (Path folder : copies) {
        assertEquals(List.of(), Belongings.files(folder.resolve("media")));
        assertEquals(List.of(), Belongings.files(folder.resolve("originals")));
      }
      for (Backup backup : library.backups().list()) {
        library.restore(backup.file());
        assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "torn", "older", "young"})
  void letsNoPictureGoWhileItIsUnsureWhatBackupsReferTo(String trouble) throws IOException {
    Path place = folder.resolve("library");
    Sample.Hand clock = new Sample.Hand();
    clock.set(Instant.now());
    try (Library library = withoutItsPost(place, clock, OpenOptions.creating())) {
      Backup first = library.backups().list().getLast();
      Path manifest = Manifest.of(first.file());
      String said = Files.readString(manifest);
      age(place.resolve("backups/media"));
      switch (trouble) {
        case "gone" -> Files.delete(manifest);
        case "torn" -> Files.writeString(manifest, said.substring(0, said.length() / 2));
        case "older" -> Files.writeString(manifest, said.replace("\"pictures\"", "\"unknown\""));
        default -> {
          Files.delete(first.file());
          Files.delete(manifest);
          for (Path file : Belongings.files(place.resolve("backups/media"))) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
          }
        }
      }
      library.backups().make();
      assertEquals(1, Belongings.files(place.resolve("backups/media")).size());
    }
  }

  @Test
  void keepsBackupsByHourDayAndMonth() {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    List<Backup> backups = new ArrayList<>();
    for (int i = 0; i < 2 * 24 * 500; i++) {
      Instant at = now.minus(Duration.ofMinutes(30L * i));
      backups.add(new Backup(Path.of("b" + i), at, 1_000_000 - i, 1, 1, 1, Optional.empty()));
    }
    List<Backup> kept = Backups.kept(backups);
    assertTrue(kept.containsAll(backups.subList(0, 2)));
    assertTrue(kept.size() >= 60 && kept.size() <= 24 + 30 + 12 + 2, "" + kept.size());
    assertTrue(kept.getLast().at().isBefore(now.minus(Duration.ofDays(320))));
  }
}
