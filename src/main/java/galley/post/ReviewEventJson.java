package galley.post;

import galley.text.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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
 * A review's event as one line of canonical JSON and back: keys sorted, no blanks, nothing that
 * UTF-8 has no bytes for. What a newer Galley says beyond this one is kept and passed on as it
 * came, so that its signature still fits.
 */
public final class ReviewEventJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ReviewEventJson() {}

  /** The event's line, without an end of line. */
  public static String write(ReviewEvent event) {
    return event.original().isEmpty() ? line(node(event)) : event.original();
  }

  /** What the event's signature is made over: its line without the signature. */
  public static String unsigned(ReviewEvent event) {
    ObjectNode node =
        event.original().isEmpty() ? node(event) : (ObjectNode) MAPPER.readTree(event.original());
    node.remove("signature");
    return line(node);
  }

  /**
   * The event of a line.
   *
   * @throws IllegalArgumentException if it is no event
   */
  public static ReviewEvent read(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (!(node instanceof ObjectNode object)) {
        throw new IllegalArgumentException("Not an event: not a group of keys");
      }
      ReviewEvent event =
          new ReviewEvent(
              id(node, "id"),
              id(node, "post"),
              id(node, "subject"),
              number(node, "clock"),
              Instant.parse(text(node, "at")),
              author(node.required("author")),
              action(node.required("action")),
              node.has("signature") ? text(node, "signature") : "");
      String canonical = line(object);
      return line(node(event)).equals(canonical)
          ? event
          : new ReviewEvent(
              event.id(),
              event.post(),
              event.subject(),
              event.clock(),
              event.at(),
              event.author(),
              event.action(),
              event.signature(),
              canonical);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not an event: " + e.getMessage(), e);
    }
  }

  /** JSON in its canonical form. */
  public static String line(JsonNode node) {
    return DraftJson.forUtf8(MAPPER.writeValueAsString(sorted(node)));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode sorted = JSON.objectNode();
      object.propertyNames().stream()
          .sorted()
          .forEach(key -> sorted.set(key, sorted(object.required(key))));
      return sorted;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode sorted = JSON.arrayNode();
      list.forEach(item -> sorted.add(sorted(item)));
      return sorted;
    }
    return node;
  }

  private static ObjectNode node(ReviewEvent event) {
    ObjectNode node = JSON.objectNode();
    node.put("id", event.id().toString());
    node.put("post", event.post().toString());
    node.put("subject", event.subject().toString());
    node.put("clock", event.clock());
    node.put("at", event.at().toString());
    node.putObject("author")
        .put("name", event.author().name())
        .put("initials", event.author().initials())
        .put("colour", event.author().colour())
        .put("device", event.author().device());
    node.set("action", action(event.action()));
    if (!event.signature().isEmpty()) {
      node.put("signature", event.signature());
    }
    return node;
  }

  private static JsonNode action(ReviewEvent.Action action) {
    ObjectNode node = JSON.objectNode();
    switch (action) {
      case ReviewEvent.Made made -> {
        node.put("type", "made").put("kind", key(made.kind()));
        made.parent().ifPresent(parent -> node.put("parent", parent.toString()));
        node.set("anchor", write(made.anchor()));
        node.put("body", made.body());
        made.replacement().ifPresent(words -> node.put("replacement", words));
        made.rule().ifPresent(rule -> node.put("rule", rule));
      }
      case ReviewEvent.Worded worded -> {
        node.put("type", "worded").put("body", worded.body());
        worded.replacement().ifPresent(words -> node.put("replacement", words));
      }
      case ReviewEvent.Judged judged ->
          node.put("type", "judged").put("status", key(judged.status()));
      case ReviewEvent.Moved moved ->
          node.put("type", "moved").set("anchor", write(moved.anchor()));
      case ReviewEvent.Answered answered -> {
        node.put("type", "answered").put("body", answered.body());
        Source source = answered.source();
        ObjectNode one = node.putObject("source");
        one.put("kind", key(source.kind()));
        one.put("title", source.title());
        one.put("address", source.address());
        source.date().ifPresent(date -> one.put("date", date.toString()));
      }
      case ReviewEvent.SignedOff signed -> {
        node.put("type", "signedOff").put("text", signed.text()).put("details", signed.details());
        ArrayNode pictures = node.putArray("pictures");
        signed.pictures().forEach(pictures::add);
        node.put("body", signed.body()).put("withdrawn", signed.withdrawn());
      }
      case ReviewEvent.Staged staged ->
          node.put("type", "staged").put("from", staged.from().key()).put("to", staged.to().key());
      case ReviewEvent.Unknown unknown -> {
        return MAPPER.readTree(unknown.json());
      }
    }
    return node;
  }

  private static ReviewEvent.Action action(JsonNode node) {
    String type = text(node, "type");
    try {
      return switch (type) {
        case "made" ->
            new ReviewEvent.Made(
                Annotation.Kind.valueOf(constant(node, "kind")),
                optional(node, "parent").map(UUID::fromString),
                anchor(node.required("anchor")),
                text(node, "body"),
                optional(node, "replacement"),
                optional(node, "rule"));
        case "worded" -> new ReviewEvent.Worded(text(node, "body"), optional(node, "replacement"));
        case "judged" ->
            new ReviewEvent.Judged(Annotation.Status.valueOf(constant(node, "status")));
        case "moved" -> new ReviewEvent.Moved(anchor(node.required("anchor")));
        case "answered" -> new ReviewEvent.Answered(source(node), text(node, "body"));
        case "signedOff" ->
            new ReviewEvent.SignedOff(
                text(node, "text"),
                text(node, "details"),
                texts(node.required("pictures")),
                text(node, "body"),
                node.required("withdrawn").booleanValue());
        case "staged" -> new ReviewEvent.Staged(stage(node, "from"), stage(node, "to"));
        default -> new ReviewEvent.Unknown(type, line(node));
      };
    } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
      return new ReviewEvent.Unknown(type, line(node)); // a kind or status of a newer Galley
    }
  }

  private static ObjectNode write(Anchor anchor) {
    return JSON.objectNode()
        .put("scope", key(anchor.scope()))
        .put("target", anchor.target())
        .put("snapshot", anchor.snapshot())
        .put("start", anchor.span().start())
        .put("end", anchor.span().end())
        .put("exact", anchor.exact())
        .put("prefix", anchor.prefix())
        .put("suffix", anchor.suffix());
  }

  private static Anchor anchor(JsonNode node) {
    return new Anchor(
        Anchor.Scope.valueOf(constant(node, "scope")),
        text(node, "target"),
        text(node, "snapshot"),
        new Span(node.required("start").intValue(), node.required("end").intValue()),
        text(node, "exact"),
        text(node, "prefix"),
        text(node, "suffix"));
  }

  private static Author author(JsonNode node) {
    return new Author(
        text(node, "name"), text(node, "initials"), text(node, "colour"), text(node, "device"));
  }

  private static Source source(JsonNode action) {
    JsonNode node = action.required("source");
    return new Source(
        Source.Kind.valueOf(constant(node, "kind")),
        text(node, "title"),
        text(node, "address"),
        optional(node, "date").map(LocalDate::parse));
  }

  private static Stage stage(JsonNode node, String key) {
    String name = text(node, key);
    return Stage.of(name).orElseThrow(() -> new IllegalArgumentException("No stage: " + name));
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String constant(JsonNode node, String key) {
    return text(node, key).toUpperCase(Locale.ROOT);
  }

  private static UUID id(JsonNode node, String key) {
    return UUID.fromString(text(node, key));
  }

  private static long number(JsonNode node, String key) {
    JsonNode found = node.required(key);
    if (!found.canConvertToLong() || !found.isIntegralNumber() || found.longValue() < 0) {
      throw new IllegalArgumentException(key + " is not a number");
    }
    return found.longValue();
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

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      texts.add(text.stringValue());
    }
    return texts;
  }
}
