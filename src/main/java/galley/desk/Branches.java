package galley.desk;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the branches of posts somebody suggests on, one file each: a new file beside, forced, moved
 * over the old one. Any thread; blocks.
 */
final class Branches {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  Branches(Path library) {
    folder = library.resolve("branches");
  }

  private Path file(UUID post) {
    return folder.resolve(post + ".json");
  }

  synchronized Optional<Branch> read(UUID post) {
    Path file = file(post);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      return Optional.of(
          new Branch(json.path("base").asString(""), json.path("text").asString("")));
    } catch (IOException | JacksonException e) {
      throw new DeskException(Messages.text("desk.branch-unread", file), e);
    }
  }

  synchronized void write(UUID post, Branch branch) {
    Path file = file(post);
    byte[] bytes =
        JSON.writeValueAsBytes(
            JSON.createObjectNode().put("base", branch.base()).put("text", branch.text()));
    try {
      Files.createDirectories(folder);
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.branch-unwritten", file), e);
    }
  }

  synchronized void remove(UUID post) {
    try {
      Files.deleteIfExists(file(post));
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.branch-unwritten", file(post)), e);
    }
  }
}
