package galley.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One publication of a site, as the library keeps it.
 *
 * @param number counts a site's publications; the order that holds even when a clock jumps
 * @param release what stands at the destination since then
 * @param by who published
 * @param reason why errors were passed over, empty where there were none
 * @param put posts that were new there or had changed
 * @param gone posts that are no longer there
 * @param passed why errors stand there, by post and what they are known by
 */
public record LogEntry(
    long number,
    Kind kind,
    String release,
    Instant at,
    String by,
    String destination,
    Counts counts,
    String reason,
    Map<UUID, Put> put,
    List<UUID> gone,
    Map<UUID, Map<String, String>> passed) {
  /** What was done. */
  public enum Kind {
    PUBLISHED,
    /** The site went back to a release that had stood there. */
    ROLLED_BACK
  }

  /** How many files were sent and removed. */
  public record Counts(int sent, long bytes, int removed) {}

  /**
   * A post at a destination.
   *
   * @param path below the site's home
   * @param sha256 the fingerprint of its draft, as published
   */
  public record Put(String path, String sha256) {}

  public LogEntry {
    put = Map.copyOf(put);
    gone = List.copyOf(gone);
    passed = Map.copyOf(passed);
  }

  String name() {
    return "%010d".formatted(number);
  }

  String json() {
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", kind.name().toLowerCase(Locale.ROOT))
            .put("release", release)
            .put("at", at.toString())
            .put("by", by)
            .put("destination", destination)
            .put("sent", counts.sent())
            .put("bytes", counts.bytes())
            .put("removed", counts.removed())
            .put("reason", reason);
    ObjectNode posts = root.putObject("posts");
    new TreeMap<>(put)
        .forEach((id, one) -> posts.putArray(id.toString()).add(one.path()).add(one.sha256()));
    ArrayNode left = root.putArray("gone");
    new TreeSet<>(gone).forEach(id -> left.add(id.toString()));
    if (!passed.isEmpty()) {
      ObjectNode over = root.putObject("passed");
      new TreeMap<>(passed)
          .forEach((id, marks) -> {
            ObjectNode some = over.putObject(id.toString());
            new TreeMap<>(marks).forEach(some::put);
          });
    }
    return JsonMapper.shared().writeValueAsString(root);
  }

  /**
   * The entry that {@link #json} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static LogEntry read(String name, String json) {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      Map<UUID, Put> put = new TreeMap<>();
      root.required("posts")
          .properties()
          .forEach(entry ->
              put.put(
                  UUID.fromString(entry.getKey()),
                  new Put(
                      entry.getValue().required(0).stringValue(),
                      entry.getValue().required(1).stringValue())));
      TreeSet<UUID> gone = new TreeSet<>();
      root.required("gone").forEach(id -> gone.add(UUID.fromString(id.stringValue())));
      return new LogEntry(
          Long.parseLong(name),
          Kind.valueOf(text(root, "kind").toUpperCase(Locale.ROOT)),
          text(root, "release"),
          Instant.parse(text(root, "at")),
          text(root, "by"),
          text(root, "destination"),
          new Counts(
              root.required("sent").intValue(),
              root.required("bytes").longValue(),
              root.required("removed").intValue()),
          text(root, "reason"),
          put,
          List.copyOf(gone),
          passed(root.path("passed")));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not a publication: " + e.getMessage(), e);
    }
  }

  /** Earlier versions did not keep it. */
  private static Map<UUID, Map<String, String>> passed(JsonNode node) {
    Map<UUID, Map<String, String>> all = new TreeMap<>();
    node.properties()
        .forEach(post -> {
          Map<String, String> some = new TreeMap<>();
          post.getValue()
              .properties()
              .forEach(mark -> some.put(mark.getKey(), mark.getValue().stringValue()));
          all.put(UUID.fromString(post.getKey()), some);
        });
    return all;
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).stringValue();
  }
}
