package galley.review;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.PlacedAnnotation;
import galley.post.ReviewEventJson;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Annotations as the W3C's Web Annotation Data Model has them (Recommendation of 23 February 2017).
 * Positions there count code points; here they are UTF-16 units, and are converted both ways.
 */
public final class WebAnnotations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

  private WebAnnotations() {}

  /** What another program said, on a text. */
  public record Foreign(
      String author, Annotation.Kind kind, Span span, String body, Optional<String> replacement) {}

  /** All annotations with their replies as one page; the same input gives the same bytes. */
  public static String write(UUID post, String text, List<PlacedAnnotation> annotations) {
    ObjectNode page = JSON.objectNode();
    page.put("@context", CONTEXT);
    page.put("id", "urn:uuid:" + post + "#annotations");
    page.put("type", "AnnotationPage");
    ArrayNode items = page.putArray("items");
    for (PlacedAnnotation placed : annotations) {
      items.add(annotation(post, text, placed));
      placed.replies().forEach(reply -> items.add(reply(reply, placed.annotation())));
    }
    return ReviewEventJson.line(page) + "\n";
  }

  private static ObjectNode annotation(UUID post, String text, PlacedAnnotation placed) {
    Annotation one = placed.annotation();
    ObjectNode node = head(one, motivation(one.kind()));
    ObjectNode target = node.putObject("target");
    Anchor anchor = one.anchor();
    target.put("source", source(post, anchor));
    if (anchor.inBody()) {
      ArrayNode selectors = target.putArray("selector");
      ObjectNode quote = selectors.addObject().put("type", "TextQuoteSelector");
      quote.put("exact", anchor.exact());
      quote.put("prefix", anchor.prefix());
      quote.put("suffix", anchor.suffix());
      Span span = placed.placement().span();
      if (span.end() <= text.length()) {
        selectors
            .addObject()
            .put("type", "TextPositionSelector")
            .put("start", toCodePoints(text, span.start()))
            .put("end", toCodePoints(text, span.end()));
      }
      node.put("galley:state", key(placed.placement().state()));
    }
    return node;
  }

  private static ObjectNode reply(Annotation reply, Annotation root) {
    ObjectNode node = head(reply, "replying");
    node.put("target", "urn:uuid:" + root.id());
    return node;
  }

  private static ObjectNode head(Annotation one, String motivation) {
    ObjectNode node = JSON.objectNode();
    node.put("id", "urn:uuid:" + one.id());
    node.put("type", "Annotation");
    node.put("motivation", motivation);
    node.put("created", one.at().toString());
    node.put("modified", one.changed().toString());
    Author author = one.author();
    node.putObject("creator").put("type", "Person").put("name", author.name());
    ArrayNode bodies = node.putArray("body");
    body(bodies, one.body(), "commenting");
    one.replacement().ifPresent(words -> body(bodies, words, "editing"));
    node.put("galley:kind", key(one.kind()));
    node.put("galley:status", key(one.status()));
    return node;
  }

  private static void body(ArrayNode bodies, String value, String purpose) {
    bodies
        .addObject()
        .put("type", "TextualBody")
        .put("format", "text/markdown")
        .put("purpose", purpose)
        .put("value", value);
  }

  private static String source(UUID post, Anchor anchor) {
    String part =
        switch (anchor.scope()) {
          case TEXT, BLOCK -> "body";
          case HEADLINE -> "headline";
          case STANDFIRST -> "standfirst";
          case IMAGE -> "image/" + anchor.target();
          case FIELD -> "field/" + anchor.target();
        };
    return "urn:uuid:" + post + "#" + part;
  }

  private static String motivation(Annotation.Kind kind) {
    return switch (kind) {
      case COMMENT, CHECK -> "commenting";
      case QUERY -> "questioning";
      case SUGGESTION -> "editing";
      case SOURCE -> "linking";
      case REPLY -> "replying";
    };
  }

  /**
   * What other programs have said about a text: those annotations on words that are found in it.
   *
   * @throws IllegalArgumentException if it is no Web Annotation
   */
  public static List<Foreign> read(String json, String text) {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      List<JsonNode> items = new ArrayList<>();
      if (root.path("items").isArray()) {
        root.path("items").forEach(items::add);
      } else if (root.path("first").path("items").isArray()) {
        root.path("first").path("items").forEach(items::add);
      } else if (root.isArray()) {
        root.forEach(items::add);
      } else if (root.isObject() && root.has("target")) {
        items.add(root);
      } else {
        throw new IllegalArgumentException("No annotations");
      }
      List<Foreign> all = new ArrayList<>();
      for (JsonNode item : items) {
        place(item.path("target"), text).ifPresent(span -> all.add(foreign(item, span)));
      }
      return all;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not JSON: " + e.getMessage(), e);
    }
  }

  private static Foreign foreign(JsonNode item, Span span) {
    StringBuilder body = new StringBuilder();
    Optional<String> replacement = Optional.empty();
    List<JsonNode> bodies = new ArrayList<>();
    JsonNode given = item.path("body");
    if (given.isArray()) {
      given.forEach(bodies::add);
    } else {
      bodies.add(given);
    }
    for (JsonNode one : bodies) {
      String value = one.isString() ? one.stringValue() : one.path("value").asString("");
      if (one.path("purpose").asString("").equals("editing")) {
        replacement = Optional.of(value);
      } else if (!value.isEmpty()) {
        body.append(body.isEmpty() ? "" : "\n\n").append(value);
      }
    }
    JsonNode creator = item.path("creator");
    String name = creator.isString() ? creator.stringValue() : creator.path("name").asString("");
    Annotation.Kind kind =
        replacement.isPresent()
            ? Annotation.Kind.SUGGESTION
            : item.path("motivation").asString("").equals("questioning")
                ? Annotation.Kind.QUERY
                : Annotation.Kind.COMMENT;
    return new Foreign(name, kind, span, body.toString(), replacement);
  }

  /** Where a target stands: its position where its words are there, else where they stand once. */
  private static Optional<Span> place(JsonNode target, String text) {
    List<JsonNode> selectors = new ArrayList<>();
    JsonNode given = target.path("selector");
    if (given.isArray()) {
      given.forEach(selectors::add);
    } else {
      selectors.add(given);
    }
    String exact = "";
    Optional<Span> position = Optional.empty();
    int points = text.codePointCount(0, text.length());
    for (JsonNode selector : selectors) {
      String type = selector.path("type").asString("");
      if (type.equals("TextQuoteSelector")) {
        exact = selector.path("exact").asString("");
      } else if (type.equals("TextPositionSelector")) {
        int start = selector.path("start").asInt(-1);
        int end = selector.path("end").asInt(-1);
        if (start >= 0 && start <= end && end <= points) {
          position = Optional.of(new Span(toUnits(text, start), toUnits(text, end)));
        }
      }
    }
    if (position.isPresent() && (exact.isEmpty() || position.get().of(text).equals(exact))) {
      return position;
    }
    int at = exact.isEmpty() ? -1 : text.indexOf(exact);
    return at < 0 ? Optional.empty() : Optional.of(new Span(at, at + exact.length()));
  }

  /** An offset in UTF-16 units as one in code points. */
  public static int toCodePoints(String text, int units) {
    return text.codePointCount(0, units);
  }

  /** An offset in code points as one in UTF-16 units. */
  public static int toUnits(String text, int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
