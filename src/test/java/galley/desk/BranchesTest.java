package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BranchesTest {
  @TempDir Path folder;

  @Test
  void whatIsKeptIsThereAgainAndGoesWhenItIsNotWanted() {
    UUID post = UUID.randomUUID();
    Branch branch = new Branch("Old\r\nwords 😀", "New\r\nwords 😀\u0301");
    new Branches(folder).write(post, new Branch("", ""));
    new Branches(folder).write(post, branch);
    assertEquals(Optional.of(branch), new Branches(folder).read(post));
    assertEquals(Optional.empty(), new Branches(folder).read(UUID.randomUUID()));
    new Branches(folder).remove(post);
    new Branches(folder).remove(post);
    assertEquals(Optional.empty(), new Branches(folder).read(post));
  }

  @Test
  void aDamagedOneIsSaidAndStaysWhereItIs() throws Exception {
    UUID post = UUID.randomUUID();
    Branches branches = new Branches(folder);
    branches.write(post, new Branch("a", "b"));
    Path file = folder.resolve("branches").resolve(post + ".json");
    Files.writeString(file, "{");
    assertThrows(DeskException.class, () -> branches.read(post));
    assertEquals("{", Files.readString(file));
  }
}
