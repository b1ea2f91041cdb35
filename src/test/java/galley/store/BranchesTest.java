package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Branch;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BranchesTest {
  private static final Branch BRANCH =
      new Branch(
          new Texts("Old", "", "Old\r\nwords 😀 שלום"),
          new Texts("New", "Why", "New\r\nwords 😀\u0301 \ud800"));

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsThereAgainAndGoesWhenItIsNotWanted() {
    UUID post = UUID.randomUUID();
    Branches branches = branches(new Disk());
    branches.write(post, new Branch(Texts.NONE, Texts.NONE));
    branches.write(post, BRANCH);
    assertEquals(Optional.of(BRANCH), branches(new Disk()).read(post));
    assertEquals(Optional.empty(), branches.read(UUID.randomUUID()));
    branches.end(post);
    branches.end(post);
    assertEquals(Optional.empty(), branches.read(post));
  }

  @Test
  void oneFromBeforeHeadlinesWereSuggestedOnIsRead() throws IOException {
    UUID post = UUID.randomUUID();
    Files.createDirectories(folder.resolve("branches"));
    Files.writeString(file(post), "{\"base\":\"a\",\"text\":\"b\"}");
    assertEquals(
        Optional.of(new Branch(new Texts("", "", "a"), new Texts("", "", "b"))),
        branches(new Disk()).read(post));
  }

  @Test
  void aDamagedOneIsSetAsideAndSaid() throws IOException {
    UUID post = UUID.randomUUID();
    Branches branches = branches(new Disk());
    branches.write(post, BRANCH);
    String whole = Files.readString(file(post));
    Files.writeString(file(post), whole.replace("Why", "Who"));
    assertFalse(Branches.isWhole(file(post)));
    StoreException said = assertThrows(StoreException.class, () -> branches.read(post));
    assertTrue(said.getMessage().contains("set aside"), said.getMessage());
    assertEquals(Optional.empty(), branches.read(post));
    Path aside = folder.resolve("set-aside").resolve("branches").resolve(post + ".json");
    assertTrue(Files.readString(aside).contains("Who"));
  }

  @Test
  void aFullDiskKeepsTheOneBefore() {
    UUID post = UUID.randomUUID();
    branches(new Disk()).write(post, BRANCH);
    Branches full = branches(new Disk(bytes -> bytes / 2));
    StoreException said =
        assertThrows(
            StoreException.class, () -> full.write(post, new Branch(Texts.NONE, Texts.NONE)));
    assertEquals(StoreException.Kind.FULL, said.kind());
    assertEquals(Optional.of(BRANCH), full.read(post));
  }

  @Test
  void itGoesIntoBackupsIsVerifiedAndComesBackWithThem() throws IOException {
    Path place = folder.resolve("library");
    UUID id;
    Path backup;
    try (Library library = Sample.open(place)) {
      Post post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
      id = post.id();
      library.branches().write(id, BRANCH);
      backup = library.backups().make().file();
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      Path file = place.resolve("branches").resolve(id + ".json");
      Files.writeString(file, "{}");
      assertEquals(1, library.verify(Progress.SILENT).problems().size());
      Files.delete(file);
      library.restore(backup);
      assertEquals(Optional.of(BRANCH), library.branches().read(id));
      library.branches().end(id);
      library.save(
          LibraryTest.edited(library.post(id).orElseThrow(), 1), Revision.Kind.AUTOSAVED, "");
      backup = library.backups().make().file();
      Files.delete(file);
      library.restore(backup);
      assertEquals(Optional.empty(), library.branches().read(id), "it had ended");
      library.branches().write(id, BRANCH);
      library.toBin(id);
      library.emptyBin(java.time.Instant.now().plusSeconds(86_400));
      assertEquals(Optional.empty(), library.branches().read(id));
    }
  }

  private Path file(UUID post) {
    return folder.resolve("branches").resolve(post + ".json");
  }

  private Branches branches(Disk disk) {
    return new Branches(new Layout(folder), disk);
  }
}
