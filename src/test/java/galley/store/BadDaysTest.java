package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What storage promises for the days on which disks and people go wrong. */
final class BadDaysTest {
  @TempDir private Path folder;

  @Test
  void bringsEverythingBackFromJournalsAloneWhereTheDatabaseIsGone() throws IOException {
    Map<UUID, Draft> drafts = filled(folder);
    Files.delete(folder.resolve("galley.mv.db"));
    try (Library library = Sample.open(folder)) {
      assertEquals(drafts, drafts(library));
      assertEquals(drafts.size(), library.opening().postsBroughtBack());
      List<String> said = library.opening().sentences();
      assertEquals(5, said.stream().filter(line -> line.contains("as it was last typed")).count());
      assertEquals("3 more posts were brought back in the same way.", said.getLast());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void bringsEverythingBackFromBackupAndJournals() throws IOException {
    Map<UUID, Draft> drafts;
    try (Library library = Sample.open(folder)) {
      Post early = library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
      library.backups().make();
      library.save(LibraryTest.edited(early, 1), Revision.Kind.AUTOSAVED, "");
      library.backups().make();
      Post saved = library.post(early.id()).orElseThrow();
      library.save(LibraryTest.edited(saved, 2), Revision.Kind.NAMED, "Named late");
      library.create(Sample.draft(2, 50), Revision.Kind.CREATED);
      try (Journal journal = library.journal(early.id())) {
        journal.append(Sample.draft(3, 50).withDetails(early.details()));
      }
      drafts = drafts(library);
      drafts.put(early.id(), Sample.draft(3, 50).withDetails(early.details()));
    }
    Files.write(folder.resolve("galley.mv.db"), new byte[5000]);
    try (Library library = Sample.open(folder)) {
      assertEquals(drafts, drafts(library));
      assertTrue(library.opening().restoredFrom().isPresent());
      assertTrue(Files.exists(library.opening().setAside().orElseThrow()));
      assertEquals(2, library.opening().postsBroughtBack());
      Post early = library.find("post-1").orElseThrow();
      String name = early.draft().details().headline();
      assertTrue(
          library.opening().sentences().stream()
              .anyMatch(line ->
                  line.startsWith("\u201c" + name + "\u201d was brought back")
                      && line.endsWith("It is in the library.")),
          library.opening().sentences().toString());
      assertTrue(
          library.revisions(early.id()).stream()
              .anyMatch(revision -> revision.name().equals("Named late")));
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void bringsBackWhatWasTypedButNotSaved() {
    Draft typed = Sample.draft(2, 50);
    UUID id;
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
      id = post.id();
      typed = typed.withDetails(post.details());
      library.journal(id).append(typed);
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(typed, library.post(id).orElseThrow().draft());
      assertEquals(1, library.opening().postsBroughtBack());
      assertEquals(2, library.revisions(id).size());
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(List.of(), library.opening().sentences());
    }
  }

  @Test
  void noticesEveryFlippedBitOfTheDatabase() throws IOException {
    Map<UUID, Draft> drafts = filled(folder.resolve("a"));
    Path file = folder.resolve("a/galley.mv.db");
    byte[] all = Files.readAllBytes(file);
    Path state = folder.resolve("state.json");
    Files.copy(folder.resolve("a/state.json"), state);
    Random random = new Random(Effort.seed(11));
    for (int i = 0; i < Effort.count("flips", 400, 4_000); i++) {
      byte[] flipped = all.clone();
      flipped[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      Files.copy(state, folder.resolve("a/state.json"), StandardCopyOption.REPLACE_EXISTING);
      assertAllThere(folder.resolve("a"), drafts, "flip " + i);
    }
  }

  @Test
  void noticesEveryTruncatedDatabase() throws IOException {
    Map<UUID, Draft> drafts = filled(folder.resolve("a"));
    Path file = folder.resolve("a/galley.mv.db");
    byte[] all = Files.readAllBytes(file);
    Random random = new Random(Effort.seed(12));
    Path state = folder.resolve("state.json");
    Files.copy(folder.resolve("a/state.json"), state);
    for (int i = 0; i < Effort.count("cuts", 200, 2_000); i++) {
      Files.write(file, Arrays.copyOf(all, i == 0 ? 0 : random.nextInt(all.length)));
      Files.copy(state, folder.resolve("a/state.json"), StandardCopyOption.REPLACE_EXISTING);
      assertAllThere(folder.resolve("a"), drafts, "cut " + i);
    }
  }

  @Test
  void goesOnWhereTheDatabaseIsDeletedWhileOpen() throws IOException {
    for (int i = 0; i < 4; i++) {
      Path place = folder.resolve("deleted" + i);
      try (Library library = Sample.open(place)) {
        Post post = library.create(Sample.draft(1, 50), Revision.Kind.CREATED);
        Post other = library.create(Sample.draft(2, 50), Revision.Kind.CREATED);
        if (i % 2 == 1) {
          library.backups().make();
        }
        assertTrue(library.health().isWell(), library.health().toString());
        Files.delete(place.resolve("galley.mv.db"));
        assertFalse(library.health().isWell());
        Post saved = library.save(LibraryTest.edited(post, 7), Revision.Kind.AUTOSAVED, "");
        assertEquals(saved, library.post(post.id()).orElseThrow());
        assertEquals(other.draft(), library.post(other.id()).orElseThrow().draft());
        assertFalse(library.opening().sentences().isEmpty());
      }
      try (Library library = Sample.open(place)) {
        assertEquals(2, library.posts().size());
        assertTrue(
            library
                .post(library.find("post-1").orElseThrow().id())
                .orElseThrow()
                .body()
                .endsWith(" word7"));
      }
    }
  }

  @Test
  void goesOnWhereTheDatabaseIsReplacedWhileOpen() throws IOException {
    Path old = folder.resolve("old.mv.db");
    Path place = folder.resolve("library");
    UUID id;
    try (Library library = Sample.open(place)) {
      id = library.create(Sample.draft(1, 50), Revision.Kind.CREATED).id();
    }
    Files.copy(place.resolve("galley.mv.db"), old);
    try (Library library = Sample.open(place)) {
      Post post = library.post(id).orElseThrow();
      for (int i = 0; i < 5; i++) {
        post = library.save(LibraryTest.edited(post, i), Revision.Kind.AUTOSAVED, "");
      }
      Files.delete(place.resolve("galley.mv.db"));
      Files.copy(old, place.resolve("galley.mv.db"));
      assertFalse(library.health().isWell());
      Post saved = library.save(LibraryTest.edited(post, 99), Revision.Kind.AUTOSAVED, "");
      assertTrue(saved.body().endsWith("word4 word99"));
      assertEquals(saved, library.post(id).orElseThrow());
    }
  }

  @Test
  void saysThatTheDatabaseHasFallenBack() throws IOException {
    UUID id;
    Path file = folder.resolve("galley.mv.db");
    Path old = folder.resolve("old");
    Post post;
    try (Library library = Sample.open(folder)) {
      id = library.create(Sample.draft(1, 50), Revision.Kind.CREATED).id();
    }
    Files.copy(file, old);
    try (Library library = Sample.open(folder)) {
      post =
          library.save(
              LibraryTest.edited(library.post(id).orElseThrow(), 1), Revision.Kind.AUTOSAVED, "");
    }
    Files.copy(old, file, StandardCopyOption.REPLACE_EXISTING);
    try (Library library = Sample.open(folder)) {
      assertEquals(post.draft(), library.post(id).orElseThrow().draft());
      assertTrue(
          library.opening().sentences().getFirst().contains("fallen back"),
          library.opening().sentences().toString());
    }
  }

  @Test
  void losesNothingWhereTheDiskIsFullAtAnyWrite() {
    Seams seams = FullDisk.seams();
    Sample.Hand clock = new Sample.Hand();
    Random random = new Random(Effort.seed(8));
    Path place = folder.resolve("library");
    int refused = 0;
    try (Library library = Library.open(place, clock, OpenOptions.creating(), seams)) {
      Post post = library.create(Sample.draft(0, 200), Revision.Kind.CREATED);
      for (int i = 0; i < Effort.count("writes", 200, 2_000); i++) {
        FullDisk.room(random.nextInt(30_000));
        Post edited =
            new Post(
                post.id(),
                Sample.draft(i, 200).withDetails(post.details()),
                post.version(),
                post.created(),
                post.changed());
        try {
          post = library.save(edited, Revision.Kind.AUTOSAVED, "");
        } catch (StoreException e) {
          refused++;
          assertEquals(StoreException.Kind.FULL, e.kind(), e.getMessage());
          FullDisk.room(Long.MAX_VALUE);
          post = library.save(edited, Revision.Kind.AUTOSAVED, "");
        }
        FullDisk.room(Long.MAX_VALUE);
        assertEquals(post.draft(), library.post(post.id()).orElseThrow().draft());
      }
    }
    assertTrue(refused > 20, "refused " + refused);
    try (Library library = Library.open(place, clock, OpenOptions.existing())) {
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void healsATextFromItsRevisionOrItsJournal() throws Exception {
    Post post;
    try (Library library = Sample.open(folder)) {
      post = library.create(Sample.draft(1, 200), Revision.Kind.CREATED);
      try (var connection =
              java.sql.DriverManager.getConnection(
                  Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
          var statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE post_text SET draft = X'00'");
        assertEquals(post.draft(), library.post(post.id()).orElseThrow().draft());
        statement.executeUpdate("UPDATE revision_text SET difference = X'00'");
        assertEquals(post.draft(), library.post(post.id()).orElseThrow().draft());
        assertEquals(2, library.verify(Progress.SILENT).problems().size());
        StoreException damaged =
            assertThrows(
                StoreException.class,
                () -> library.revision(library.revisions(post.id()).getFirst().id()));
        assertEquals(StoreException.Kind.DAMAGED, damaged.kind());
      }
    }
  }

  /** Power cuts leave such rows, though the schema allows none. */
  @ParameterizedTest
  @ValueSource(strings = {"post_text.draft", "revision_text.difference", "post.stage", "post.slug"})
  void takesAnEmptyColumnForDamage(String place) throws Exception {
    Map<UUID, Draft> drafts = filled(folder);
    String table = place.substring(0, place.indexOf('.'));
    String column = place.substring(place.indexOf('.') + 1);
    for (boolean open : List.of(true, false)) {
      Library library = Sample.open(folder);
      if (!open) {
        library.close();
      }
      try (var connection =
              java.sql.DriverManager.getConnection(
                  Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
          var statement = connection.createStatement()) {
        statement.execute("ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP NOT NULL");
        statement.execute("UPDATE " + table + " SET " + column + " = NULL");
      }
      try (Library opened = open ? library : Sample.open(folder)) {
        assertEquals(drafts, drafts(opened), place);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"post_text", "revision_text", "post"})
  void bringsBackWhatCanNotBeReadWhileOpen(String table) throws Exception {
    for (boolean backedUp : List.of(true, false)) {
      for (boolean saving : List.of(true, false)) {
        Path place = folder.resolve(table + backedUp + saving);
        Map<UUID, Draft> drafts = filled(place);
        try (Library library = Sample.open(place)) {
          if (backedUp) {
            library.backups().make();
          }
          Post post = library.find("post-7").orElseThrow();
          try (var connection =
                  java.sql.DriverManager.getConnection(
                      Database.url(place.resolve("galley.mv.db"), "file"), "sa", "");
              var statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table + " CASCADE");
          }
          if (saving) {
            post = library.save(LibraryTest.edited(post, 9), Revision.Kind.AUTOSAVED, "");
            drafts.put(post.id(), post.draft());
          }
          assertEquals(drafts, drafts(library));
          assertEquals(List.of(), library.verify(Progress.SILENT).problems());
          assertEquals(post.draft(), library.revision(newest(library, post)));
          assertEquals(backedUp, library.opening().restoredFrom().isPresent());
        }
      }
    }
  }

  private static UUID newest(Library library, Post post) {
    return library.revisions(post.id()).getFirst().id();
  }

  /** A closed library with eight posts of different lengths and histories, never backed up. */
  private static Map<UUID, Draft> filled(Path place) {
    try (Library library = Sample.open(place)) {
      for (int i = 0; i < 8; i++) {
        Post post = library.create(Sample.draft(i, 20 << (i / 2)), Revision.Kind.CREATED);
        for (int k = 0; k < i; k++) {
          post = library.save(LibraryTest.edited(post, k), Revision.Kind.AUTOSAVED, "");
        }
      }
      return drafts(library);
    }
  }

  private static Map<UUID, Draft> drafts(Library library) {
    Map<UUID, Draft> drafts = new TreeMap<>(Comparator.naturalOrder());
    library
        .posts()
        .forEach(post -> drafts.put(post.id(), library.post(post.id()).orElseThrow().draft()));
    return drafts;
  }

  private static void assertAllThere(Path place, Map<UUID, Draft> drafts, String when) {
    try (Library library = Sample.open(place)) {
      assertEquals(drafts, drafts(library), when);
    }
  }
}
