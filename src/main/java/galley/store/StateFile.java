package galley.store;

import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code state.json}: how far the library has been saved, kept outside of the database so
 * that a database that has fallen back is noticed.
 */
final class StateFile {
  private final Path file;
  private final Disk disk;

  StateFile(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /**
   * How far a library has been saved.
   *
   * @param digest of the seals of all posts
   * @param library its id; nothing where an earlier Galley wrote the file, or the id is damaged
   */
  record State(long sequence, String digest, Optional<UUID> library) {}

  boolean exists() {
    return Files.exists(file);
  }

  void write(State state) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sequence", state.sequence());
    json.put("digest", state.digest());
    json.put("check", check(state));
    state
        .library()
        .ifPresent(id -> { // with a check of its own: an earlier Galley knows the other one
          json.put("library", id.toString());
          json.put("libraryCheck", Sha256.of(id.toString()));
        });
    disk.replace(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing where there is no file or it has been damaged. */
  Optional<State> read() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    try {
      JsonNode json =
          JsonMapper.shared()
              .readTree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      State state =
          new State(
              json.required("sequence").asLong(),
              json.required("digest").asString(),
              library(json));
      return json.required("check").asString().equals(check(state))
          ? Optional.of(state)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> library(JsonNode json) {
    String id = json.path("library").asString("");
    if (!Sha256.of(id).equals(json.path("libraryCheck").asString(""))) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String check(State state) {
    return Sha256.of(state.sequence() + " " + state.digest());
  }
}
