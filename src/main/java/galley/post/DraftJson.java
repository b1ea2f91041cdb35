package galley.post;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft as JSON and back, the same draft: the form in which drafts travel in archives. Equal
 * drafts give equal JSON with the keys in one order. Numbers that JSON lacks ({@code NaN} and the
 * infinities) become strings.
 */
public final class DraftJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DraftJson() {}

  /** The draft with its body. */
  public static ObjectNode write(Draft draft) {
    ObjectNode node = JSON.objectNode();
    node.set("details", details(draft.details()));
    node.put("body", draft.body());
    ArrayNode images = node.putArray("images");
    draft.images().forEach(image -> images.add(image(image)));
    return node;
  }

  /**
   * The draft that {@link #write} wrote. Keys it does not know are passed over.
   *
   * @throws IllegalArgumentException if a key is missing or holds something else
   */
  public static Draft read(JsonNode node) {
    List<ImageRef> images = new ArrayList<>();
    for (JsonNode image : list(node, "images")) {
      images.add(image(image));
    }
    return new Draft(details(object(node, "details")), text(node, "body"), images);
  }

  private static ObjectNode details(Details details) {
    ObjectNode node = JSON.objectNode();
    node.put("headline", details.headline());
    node.put("standfirst", details.standfirst());
    node.put("slug", details.slug());
    ArrayNode bylines = node.putArray("bylines");
    details.bylines().forEach(byline -> bylines.add(byline.name()));
    details.date().ifPresent(date -> node.put("date", date.toString()));
    node.put("section", details.section());
    ArrayNode tags = node.putArray("tags");
    details.tags().forEach(tags::add);
    node.put("stage", details.stage().key());
    details.leadImage().ifPresent(file -> node.put("leadImage", file));
    node.put("language", details.language());
    ArrayNode sources = node.putArray("sources");
    for (Source source : details.sources()) {
      ObjectNode one = sources.addObject();
      one.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
      one.put("title", source.title());
      one.put("address", source.address());
      source.date().ifPresent(date -> one.put("date", date.toString()));
    }
    node.set("extra", value(details.extra()));
    return node;
  }

  private static Details details(JsonNode node) {
    List<Byline> bylines = new ArrayList<>();
    for (JsonNode name : list(node, "bylines")) {
      bylines.add(new Byline(name.stringValue()));
    }
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : list(node, "tags")) {
      tags.add(tag.stringValue());
    }
    List<Source> sources = new ArrayList<>();
    for (JsonNode source : list(node, "sources")) {
      sources.add(source(source));
    }
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    object(node, "extra").properties().forEach(e -> extra.put(e.getKey(), value(e.getValue())));
    String stage = text(node, "stage");
    return new Details(
        text(node, "headline"),
        text(node, "standfirst"),
        text(node, "slug"),
        bylines,
        optional(node, "date").map(DraftJson::date),
        text(node, "section"),
        tags,
        Stage.of(stage).orElseThrow(() -> new IllegalArgumentException("No stage: " + stage)),
        optional(node, "leadImage"),
        text(node, "language"),
        sources,
        extra);
  }

  private static PublicationDate date(String text) {
    return PublicationDate.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a date: " + text));
  }

  private static Source source(JsonNode node) {
    try {
      return new Source(
          Source.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
          text(node, "title"),
          text(node, "address"),
          optional(node, "date").map(LocalDate::parse));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a day: " + e.getMessage(), e);
    }
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
        need(node, "bytes").asLong(),
        need(node, "width").asInt(),
        need(node, "height").asInt(),
        text(node, "alt"),
        text(node, "caption"),
        text(node, "credit"),
        text(node, "licence"),
        need(node, "decorative").asBoolean());
  }

  /** Any value that YAML gives, as JSON. */
  private static JsonNode value(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case Boolean b -> JSON.booleanNode(b);
      case Integer i -> JSON.numberNode((long) i);
      case Long l -> JSON.numberNode((long) l);
      case BigInteger big -> JSON.numberNode(big);
      case BigDecimal big -> JSON.numberNode(big);
      case Float f -> value((double) f);
      case Double d -> Double.isFinite(d) ? JSON.numberNode((double) d) : JSON.stringNode("" + d);
      case List<?> list -> {
        ArrayNode array = JSON.arrayNode();
        list.forEach(item -> array.add(value(item)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = JSON.objectNode();
        map.forEach((key, item) -> object.set(String.valueOf(key), value(item)));
        yield object;
      }
      default -> JSON.stringNode(value.toString());
    };
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case STRING -> node.stringValue();
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        node.forEach(item -> list.add(value(item)));
        yield list;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(e -> map.put(e.getKey(), value(e.getValue())));
        yield map;
      }
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  /** The smallest type that holds the number, as the reader of YAML gives it. */
  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    if (node.canConvertToInt()) {
      return node.intValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }

  private static JsonNode need(JsonNode node, String key) {
    JsonNode found = node.get(key);
    if (found == null) {
      throw new IllegalArgumentException("No " + key);
    }
    return found;
  }

  private static String text(JsonNode node, String key) {
    JsonNode found = need(node, key);
    if (!found.isString()) {
      throw new IllegalArgumentException(key + " is not text");
    }
    return found.stringValue();
  }

  private static Optional<String> optional(JsonNode node, String key) {
    return node.hasNonNull(key) ? Optional.of(text(node, key)) : Optional.empty();
  }

  private static JsonNode list(JsonNode node, String key) {
    JsonNode found = need(node, key);
    if (!found.isArray()) {
      throw new IllegalArgumentException(key + " is not a list");
    }
    return found;
  }

  private static JsonNode object(JsonNode node, String key) {
    JsonNode found = need(node, key);
    if (!found.isObject()) {
      throw new IllegalArgumentException(key + " is not a group of keys");
    }
    return found;
  }
}
