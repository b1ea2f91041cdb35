package galley.post;

import galley.post.Destination.Serving;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A destination as JSON and back, the same destination; {@code kind} tells which it is. */
public final class DestinationJson {
  private DestinationJson() {}

  public static ObjectNode write(Destination destination) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (destination) {
      case Destination.Folder to ->
          node.put("kind", "folder")
              .put("name", to.name())
              .put("path", to.path())
              .put("serving", key(to.serving()));
      case Destination.Sftp to -> {
        node.put("kind", "sftp")
            .put("name", to.name())
            .put("host", to.host())
            .put("port", to.port())
            .put("user", to.user())
            .put("folder", to.folder())
            .put("serving", key(to.serving()));
        to.keyFile().ifPresent(file -> node.put("keyFile", file));
      }
      case Destination.Ftps to ->
          node.put("kind", "ftps")
              .put("name", to.name())
              .put("host", to.host())
              .put("port", to.port())
              .put("user", to.user())
              .put("folder", to.folder());
      case Destination.WebDav to ->
          node.put("kind", "webdav")
              .put("name", to.name())
              .put("address", to.address())
              .put("user", to.user());
      case Destination.S3 to ->
          node.put("kind", "s3")
              .put("name", to.name())
              .put("endpoint", to.endpoint())
              .put("region", to.region())
              .put("bucket", to.bucket())
              .put("prefix", to.prefix())
              .put("accessKey", to.accessKey());
      case Destination.Git to -> {
        node.put("kind", "git")
            .put("name", to.name())
            .put("address", to.address())
            .put("branch", to.branch())
            .put("folder", to.folder());
        to.keyFile().ifPresent(file -> node.put("keyFile", file));
      }
    }
    return node;
  }

  /**
   * The destination that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if a key is missing or holds something else
   */
  public static Destination read(JsonNode node) {
    try {
      String name = text(node, "name");
      String kind = text(node, "kind");
      return switch (kind) {
        case "folder" -> new Destination.Folder(name, text(node, "path"), serving(node));
        case "sftp" ->
            new Destination.Sftp(
                name,
                text(node, "host"),
                node.required("port").asInt(),
                text(node, "user"),
                text(node, "folder"),
                serving(node),
                optional(node, "keyFile"));
        case "ftps" ->
            new Destination.Ftps(
                name,
                text(node, "host"),
                node.required("port").asInt(),
                text(node, "user"),
                text(node, "folder"));
        case "webdav" -> new Destination.WebDav(name, text(node, "address"), text(node, "user"));
        case "s3" ->
            new Destination.S3(
                name,
                text(node, "endpoint"),
                text(node, "region"),
                text(node, "bucket"),
                text(node, "prefix"),
                text(node, "accessKey"));
        case "git" ->
            new Destination.Git(
                name,
                text(node, "address"),
                text(node, "branch"),
                text(node, "folder"),
                optional(node, "keyFile"));
        default -> throw new IllegalArgumentException("No kind of destination: " + kind);
      };
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a destination: " + e.getMessage(), e);
    }
  }

  private static String key(Serving serving) {
    return switch (serving) {
      case IN_PLACE -> "inPlace";
      case LINK -> "link";
    };
  }

  private static Serving serving(JsonNode node) {
    String key = text(node, "serving");
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "inplace" -> Serving.IN_PLACE;
      case "link" -> Serving.LINK;
      default -> throw new IllegalArgumentException("No way of serving: " + key);
    };
  }

  private static String text(JsonNode node, String key) {
    JsonNode found = node.required(key);
    if (!found.isString()) {
      throw new IllegalArgumentException(key + " is not text");
    }
    return found.stringValue();
  }

  private static Optional<String> optional(JsonNode node, String key) {
    return node.hasNonNull(key) ? Optional.of(text(node, key)) : Optional.empty();
  }
}
