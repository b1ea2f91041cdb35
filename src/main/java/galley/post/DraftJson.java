package galley.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft as JSON and back, the same draft: in a library's database and journals, and in archives.
 * Equal drafts give equal JSON with the keys in one order; fingerprints are made over it, so what
 * is written for a draft never changes. Keys that are not known are passed over.
 */
public final class DraftJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DraftJson() {}

  /** The whole draft. */
  public static ObjectNode write(Draft draft) {
    return writeWithoutBody(draft).put("body", draft.body());
  }

  /** All but the body, for those who keep that beside it. */
  public static ObjectNode writeWithoutBody(Draft draft) {
    Details details = draft.details();
    ObjectNode node = JSON.objectNode();
    node.put("headline", details.headline());
    node.put("standfirst", details.standfirst());
    node.put("slug", details.slug());
    ArrayNode bylines = node.putArray("bylines");
    details.bylines().forEach(byline -> bylines.add(byline.name()));
    details
        .date()
        .ifPresent(date -> {
          ObjectNode one = node.putObject("date");
          one.put("day", date.day().toString());
          date.time().ifPresent(time -> one.put("time", time.toString()));
        });
    node.put("section", details.section());
    ArrayNode tags = node.putArray("tags");
    details.tags().forEach(tags::add);
    node.put("stage", details.stage().key());
    details.leadImage().ifPresent(file -> node.put("leadImage", file));
    node.put("language", details.language());
    ArrayNode sources = node.putArray("sources");
    for (Source source : details.sources()) {
      ObjectNode one = sources.addObject();
      one.put("kind", source.kind().name());
      one.put("title", source.title());
      one.put("address", source.address());
      source.date().ifPresent(date -> one.put("date", date.toString()));
    }
    node.set("extra", ExtraJson.write(details.extra()));
    ArrayNode images = node.putArray("images");
    draft.images().forEach(image -> images.add(image(image)));
    return node;
  }

  /** JSON for a file: half a surrogate pair becomes an escape, for UTF-8 has no bytes for it. */
  public static String forUtf8(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(c -> {
          if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            out.append("\\u").append(Integer.toHexString(c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  /**
   * The draft that {@link #write} wrote, or the first version of the program in an archive: that
   * had the details in a group of their own, and a date as one text.
   *
   * @throws IllegalArgumentException if a key is missing or holds something else
   */
  public static Draft read(JsonNode node) {
    return read(node, () -> text(node, "body"));
  }

  /**
   * The draft that {@link #writeWithoutBody} wrote.
   *
   * @throws IllegalArgumentException if a key is missing or holds something else
   */
  public static Draft read(JsonNode node, String body) {
    return read(node, () -> body);
  }

  private static Draft read(JsonNode node, Supplier<String> body) {
    try {
      List<ImageRef> images = new ArrayList<>();
      for (JsonNode image : list(node, "images")) {
        images.add(image(image));
      }
      JsonNode details = node.path("details").isObject() ? node.path("details") : node;
      return new Draft(details(details), body.get(), images);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not a draft: " + e.getMessage(), e);
    }
  }

  private static Details details(JsonNode node) {
    List<Source> sources = new ArrayList<>();
    for (JsonNode source : list(node, "sources")) {
      sources.add(source(source));
    }
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    if (!node.path("extra").isObject()) {
      throw new IllegalArgumentException("extra is not a group of keys");
    }
    ExtraJson.read(node.path("extra"), extra);
    String stage = text(node, "stage");
    return new Details(
        text(node, "headline"),
        text(node, "standfirst"),
        text(node, "slug"),
        texts(node, "bylines").stream().map(Byline::new).toList(),
        node.hasNonNull("date") ? Optional.of(date(node.path("date"))) : Optional.empty(),
        text(node, "section"),
        texts(node, "tags"),
        Stage.of(stage).orElseThrow(() -> new IllegalArgumentException("No stage: " + stage)),
        optional(node, "leadImage"),
        text(node, "language"),
        sources,
        extra);
  }

  private static PublicationDate date(JsonNode node) {
    if (node.isString()) {
      return PublicationDate.parse(node.stringValue())
          .orElseThrow(() -> new IllegalArgumentException("Not a date: " + node));
    }
    return new PublicationDate(
        LocalDate.parse(text(node, "day")), optional(node, "time").map(OffsetTime::parse));
  }

  private static Source source(JsonNode node) {
    return new Source(
        Source.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
        text(node, "title"),
        text(node, "address"),
        optional(node, "date").map(LocalDate::parse));
  }

  private static ObjectNode image(ImageRef image) {
    ObjectNode node = JSON.objectNode();
    node.put("file", image.file());
    image.sha256().ifPresent(hash -> node.put("sha256", hash));
    node.put("originalName", image.originalName());
    node.put("bytes", image.bytes());
    node.put("width", image.width());
    node.put("height", image.height());
    node.put("alt", image.alt());
    node.put("caption", image.caption());
    node.put("credit", image.credit());
    node.put("licence", image.licence());
    node.put("decorative", image.decorative());
    return node;
  }

  private static ImageRef image(JsonNode node) {
    return new ImageRef(
        text(node, "file"),
        optional(node, "sha256"),
        text(node, "originalName"),
        node.required("bytes").asLong(),
        node.required("width").asInt(),
        node.required("height").asInt(),
        text(node, "alt"),
        text(node, "caption"),
        text(node, "credit"),
        text(node, "licence"),
        node.required("decorative").asBoolean());
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

  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list(node, key)) {
      texts.add(text.stringValue());
    }
    return texts;
  }

  private static JsonNode list(JsonNode node, String key) {
    JsonNode found = node.required(key);
    if (!found.isArray()) {
      throw new IllegalArgumentException(key + " is not a list");
    }
    return found;
  }
}
