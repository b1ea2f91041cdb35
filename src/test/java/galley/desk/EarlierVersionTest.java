package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.store.Library;
import galley.store.OpenOptions;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What version 0.1.0 wrote, read by this one. */
final class EarlierVersionTest {
  @TempDir Path folder;

  @Test
  void readsALibraryAndItsJournals() throws IOException {
    Path here = unzipped("library-0.1.0.zip");
    try (Library library = Library.open(here, Clock.systemUTC(), OpenOptions.existing())) {
      assertEquals(1, library.opening().sentences().size(), "That it was brought forward");
      assertEquals(List.of(), library.verify((_, _) -> {}).problems());
      isTheFerry(library.find("a-ferry").orElseThrow().draft());
      Post second = library.find("second").orElseThrow();
      assertEquals("Words that came later", second.details().standfirst());
      assertEquals(2, library.revisions(second.id()).size());
    }
  }

  @Test
  void writesTheSameBytesForTheSameDraft() throws IOException {
    Path here = unzipped("library-0.1.0.zip");
    try (Library library = Library.open(here, Clock.systemUTC(), OpenOptions.existing())) {
      for (String slug : List.of("a-ferry", "second")) {
        Post post = library.find(slug).orElseThrow();
        int revisions = library.revisions(post.id()).size();
        assertEquals(post, library.save(post, Revision.Kind.AUTOSAVED, ""));
        assertEquals(revisions, library.revisions(post.id()).size(), "Nothing has changed");
      }
    }
  }

  @Test
  void readsJournalsWithoutTheDatabase() throws IOException {
    Path here = unzipped("library-0.1.0.zip");
    Files.delete(here.resolve("galley.mv.db"));
    try (Library library = Library.open(here, Clock.systemUTC(), OpenOptions.existing())) {
      isTheFerry(library.find("a-ferry").orElseThrow().draft());
      assertEquals(2, library.posts().size());
    }
  }

  @Test
  void readsALibraryAsPlainFiles() throws IOException {
    Path files = unzipped("files-0.1.0.zip");
    Path fresh = folder.resolve("fresh");
    try (Library library = Library.open(fresh, Clock.systemUTC(), OpenOptions.creating());
        Library earlier =
            Library.open(
                unzipped("library-0.1.0.zip"), Clock.systemUTC(), OpenOptions.existing())) {
      assertEquals(2, new LibraryIn(library).read(files, _ -> {}).posts());
      for (String slug : List.of("a-ferry", "second")) {
        Post before = earlier.find(slug).orElseThrow();
        assertEquals(earlier.kept(before.id()), library.kept(before.id()));
      }
    }
  }

  @Test
  void readsAnArchive() throws IOException {
    Path post = unzipped("files-0.1.0.zip").resolve("posts/2024-05-07-a-ferry");
    try (Desk desk = Desk.open(folder.resolve("desk"), Clock.systemUTC(), DeskOptions.starting())) {
      ImportReport report = desk.importing().bring(List.of(post), _ -> {}).join();
      assertEquals(List.of(), report.refused());
      isTheFerry(desk.find("a-ferry").join().orElseThrow().draft());
    }
  }

  private static void isTheFerry(Draft draft) {
    assertEquals("A ferry at dawn", draft.details().headline());
    assertEquals("2024-05-07T10:00:30+02:00", draft.details().date().orElseThrow().toString());
    assertEquals(List.of("harbour", "ÜBER", "3"), draft.details().tags());
    Map<String, Object> extra = draft.details().extra();
    assertEquals(
        List.of("large", "huge", "half", "none", "no", "list"), List.copyOf(extra.keySet()));
    assertEquals(123456789012345L, extra.get("large"));
    assertEquals(
        new BigInteger("1606938044258990275541962092341162602522202993782792835301376"),
        extra.get("huge"));
    assertEquals(0.5, extra.get("half"));
    assertEquals(Arrays.asList(1, "two", Map.of("three", 3, "$", "x")), extra.get("list"));
    assertTrue(draft.body().startsWith("# One\n\nA ferry."));
    assertEquals("media/ferry.png", draft.images().getFirst().file());
    assertTrue(draft.images().getFirst().sha256().isPresent());
  }

  private Path unzipped(String name) throws IOException {
    Path into = folder.resolve(name);
    if (Files.exists(into)) {
      return into;
    }
    List<Path> made = new ArrayList<>();
    try (InputStream in = EarlierVersionTest.class.getResourceAsStream("/earlier/" + name);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          Path file = into.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
          made.add(file);
        }
      }
    }
    assertTrue(made.size() > 3, name);
    return into;
  }
}
