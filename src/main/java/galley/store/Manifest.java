package galley.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file beside a backup that says what is in it. It is written last: a backup without one was
 * never verified.
 *
 * @param sha256 of the backup's file
 * @param journals the journal sequence that each post in it contains
 */
record Manifest(
    Instant at, long sequence, int posts, int revisions, String sha256, Map<UUID, Long> journals) {

  static Path of(Path backup) {
    String name = backup.getFileName().toString();
    return backup.resolveSibling(name.replaceFirst("\\.zip$", "") + ".json");
  }

  void write(Path backup, Disk disk) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", at.toString());
    json.put("sequence", sequence);
    json.put("posts", posts);
    json.put("revisions", revisions);
    json.put("sha256", sha256);
    ObjectNode sequences = json.putObject("journals");
    journals.forEach((post, number) -> sequences.put(post.toString(), number.longValue()));
    disk.replace(of(backup), (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing where there is none or it can't be read. */
  static Optional<Manifest> read(Path backup) throws IOException {
    Path file = of(backup);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json =
          JsonMapper.shared()
              .readTree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      Map<UUID, Long> journals = new TreeMap<>();
      json.required("journals")
          .properties()
          .forEach(
              entry -> journals.put(UUID.fromString(entry.getKey()), entry.getValue().asLong()));
      return Optional.of(
          new Manifest(
              Instant.parse(json.required("at").asString()),
              json.required("sequence").asLong(),
              json.required("posts").asInt(),
              json.required("revisions").asInt(),
              json.required("sha256").asString(),
              journals));
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Backup backup(Path file) throws IOException {
    return new Backup(file, at, sequence, posts, revisions, Files.size(file));
  }
}
