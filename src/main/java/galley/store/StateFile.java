package galley.store;

import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
   */
  record State(long sequence, String digest) {}

  boolean exists() {
    return Files.exists(file);
  }

  void write(State state) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sequence", state.sequence());
    json.put("digest", state.digest());
    json.put("check", check(state));
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
          new State(json.required("sequence").asLong(), json.required("digest").asString());
      return json.required("check").asString().equals(check(state))
          ? Optional.of(state)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String check(State state) {
    return Sha256.of(state.sequence() + " " + state.digest());
  }
}
