package galley.store;

import galley.post.DraftJson;
import galley.post.KeptDraft;
import galley.post.Placement;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.post.RevisionJson;
import galley.text.Sha256;
import galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A post's review as JSON and back: in journals, and in a library written as plain files. */
public final class ReviewedJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReviewedJson() {}

  /** Equal reviews give equal JSON. */
  public static ObjectNode write(Reviewed review) {
    ObjectNode node = JSON.objectNode();
    ArrayNode events = node.putArray("events");
    review.events().stream().map(ReviewEventJson::write).sorted().forEach(events::add);
    ArrayNode texts = node.putArray("texts");
    new TreeMap<>(review.texts()).values().forEach(texts::add);
    review.placed().ifPresent(placed -> node.set("placed", write(placed)));
    ArrayNode rounds = node.putArray("rounds");
    review.rounds().forEach(round -> rounds.add(write(round)));
    node.put("openNotes", review.openNotes());
    if (!review.past().isEmpty()) {
      node.put("post", review.past().getFirst().revision().post().toString());
      ArrayNode past = node.putArray("past");
      review.past().forEach(one -> past.add(RevisionJson.write(one)));
    }
    return node;
  }

  /**
   * What {@link #write(Reviewed)} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Reviewed read(JsonNode node) {
    try {
      List<ReviewEvent> events = new ArrayList<>();
      node.required("events")
          .forEach(event -> events.add(ReviewEventJson.read(event.stringValue())));
      Map<String, String> texts = new TreeMap<>();
      node.required("texts")
          .forEach(text -> texts.put(Sha256.of(text.stringValue()), text.stringValue()));
      List<Round> rounds = new ArrayList<>();
      node.required("rounds").forEach(round -> rounds.add(round(round)));
      List<KeptDraft> past = new ArrayList<>();
      if (node.has("past")) {
        UUID post = UUID.fromString(node.required("post").stringValue());
        node.required("past").forEach(one -> past.add(RevisionJson.read(post, one)));
      }
      return new Reviewed(
          events,
          texts,
          node.has("placed") ? Optional.of(placed(node.required("placed"))) : Optional.empty(),
          rounds,
          node.required("openNotes").intValue(),
          past);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not a review: " + e.getMessage(), e);
    }
  }

  static byte[] bytes(JsonNode node) {
    return DraftJson.forUtf8(JsonMapper.shared().writeValueAsString(node))
        .getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode node(byte[] bytes) {
    try {
      return JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not JSON: " + e.getMessage(), e);
    }
  }

  static ObjectNode write(Placed placed) {
    ObjectNode node = JSON.objectNode().put("text", placed.text());
    ObjectNode places = node.putObject("places");
    new TreeMap<>(placed.places())
        .forEach((id, place) ->
            places
                .putArray(id.toString())
                .add(place.state().name().toLowerCase(Locale.ROOT))
                .add(place.span().start())
                .add(place.span().end()));
    return node;
  }

  static Placed placed(JsonNode node) {
    try {
      Map<UUID, Placement> places = new TreeMap<>();
      node.required("places")
          .properties()
          .forEach(entry -> {
            JsonNode place = entry.getValue();
            places.put(
                UUID.fromString(entry.getKey()),
                new Placement(
                    Placement.State.valueOf(
                        place.required(0).stringValue().toUpperCase(Locale.ROOT)),
                    new Span(place.required(1).intValue(), place.required(2).intValue())));
          });
      return new Placed(node.required("text").stringValue(), places);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("No places: " + e.getMessage(), e);
    }
  }

  static ObjectNode write(Round round) {
    ObjectNode node =
        JSON.objectNode()
            .put("number", round.number())
            .put("out", round.out())
            .put("at", round.at().toString())
            .put("who", round.who());
    node.set("draft", DraftJson.write(round.draft()));
    return node;
  }

  static Round round(JsonNode node) {
    try {
      return new Round(
          node.required("number").intValue(),
          node.required("out").booleanValue(),
          Instant.parse(node.required("at").stringValue()),
          node.required("who").stringValue(),
          DraftJson.read(node.required("draft")));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("No round: " + e.getMessage(), e);
    }
  }
}
