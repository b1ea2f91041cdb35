package galley.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * The file beside a backup that says what is in it. A backup without one was never verified.
 *
 * @param library the id of the library it was made of; nothing where that was not noted
 * @param sha256 of the backup's file
 * @param journals the journal sequence that each post in it contains
 * @param pictures the fingerprints of all pictures it refers to; nothing where that was not noted
 */
record Manifest(
    Optional<UUID> library,
    Instant at,
    long sequence,
    int posts,
    int revisions,
    String sha256,
    Map<UUID, Long> journals,
    Optional<List<String>> pictures) {

  /** What the audit of a backup found in it. */
  static Manifest of(Instant at, Audit audit, String sha256) {
    return new Manifest(
        Optional.of(audit.library()),
        at,
        audit.totals().sequence(),
        audit.posts(),
        audit.revisions(),
        sha256,
        audit.journals(),
        Optional.of(audit.pictures()));
  }

  static Path of(Path backup) {
    String name = backup.getFileName().toString();
    return backup.resolveSibling(name.replaceFirst("\\.zip$", "") + ".json");
  }

  void write(Path backup, Disk disk) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    library.ifPresent(id -> json.put("library", id.toString()));
    json.put("at", at.toString());
    json.put("sequence", sequence);
    json.put("posts", posts);
    json.put("revisions", revisions);
    json.put("sha256", sha256);
    ObjectNode sequences = json.putObject("journals");
    journals.forEach((post, number) -> sequences.put(post.toString(), number.longValue()));
    pictures.ifPresent(hashes -> hashes.forEach(json.putArray("pictures")::add));
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
      Optional<List<String>> pictures = Optional.empty();
      if (json.path("pictures").isArray()) {
        List<String> hashes = new ArrayList<>();
        json.path("pictures").forEach(hash -> hashes.add(hash.stringValue()));
        pictures = Optional.of(hashes);
      }
      return Optional.of(
          new Manifest(
              library(json),
              Instant.parse(json.required("at").asString()),
              json.required("sequence").asLong(),
              json.required("posts").asInt(),
              json.required("revisions").asInt(),
              json.required("sha256").asString(),
              journals,
              pictures));
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> library(JsonNode json) {
    JsonNode id = json.path("library");
    return id.isMissingNode() ? Optional.empty() : Optional.of(UUID.fromString(id.asString()));
  }

  Backup backup(Path file) throws IOException {
    return new Backup(file, at, sequence, posts, revisions, Files.size(file), library);
  }
}
