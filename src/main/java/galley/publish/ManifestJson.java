package galley.publish;

import galley.publish.Manifest.Earlier;
import galley.publish.Manifest.Held;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A manifest as the JSON that lies on the host, and back. */
final class ManifestJson {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT);
    node.put("generation", manifest.generation());
    node.put("release", manifest.release());
    node.put("at", manifest.at().toString());
    ArrayNode earlier = node.putArray("earlier");
    for (Earlier one : manifest.earlier()) {
      earlier.addObject().put("release", one.release()).put("at", one.at().toString());
    }
    ArrayNode files = node.putArray("files");
    for (Held file : new TreeMap<>(manifest.files()).values()) {
      ObjectNode one = files.addObject();
      one.put("path", file.path()).put("bytes", file.bytes()).put("sha256", file.sha256());
      if (!file.mark().isEmpty()) {
        one.put("mark", file.mark());
      }
    }
    return JSON.writeValueAsBytes(node);
  }

  /**
   * The manifest that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is none, or one of a newer Galley
   */
  static Manifest read(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      if (node.required("format").asInt() != FORMAT) {
        throw new IllegalArgumentException("A manifest in format " + node.required("format"));
      }
      Map<String, Held> files = new TreeMap<>();
      for (JsonNode file : node.required("files")) {
        String path = file.required("path").stringValue();
        SitePath.check(path);
        files.put(
            path,
            new Held(
                path,
                file.required("bytes").asLong(),
                file.required("sha256").stringValue(),
                file.path("mark").asString("")));
      }
      List<Earlier> earlier = new ArrayList<>();
      for (JsonNode one : node.required("earlier")) {
        earlier.add(new Earlier(id(one), time(one)));
      }
      return new Manifest(
          node.required("generation").asLong(), id(node), time(node), files, earlier);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not a manifest: " + e.getMessage(), e);
    }
  }

  private static String id(JsonNode node) {
    String id = node.required("release").stringValue();
    Release.checkId(id);
    return id;
  }

  private static Instant time(JsonNode node) {
    return Instant.parse(node.required("at").stringValue());
  }
}
