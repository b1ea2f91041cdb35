package galley.store;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import galley.post.Source;
import galley.post.Stage;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft's details and pictures as one line of JSON. */
final class DetailsJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DetailsJson() {}

  static String write(Draft draft) {
    Details details = draft.details();
    ObjectNode json = NODES.objectNode();
    json.put("headline", details.headline());
    json.put("standfirst", details.standfirst());
    json.put("slug", details.slug());
    json.set("bylines", strings(details.bylines().stream().map(Byline::name).toList()));
    details
        .date()
        .ifPresent(date -> {
          ObjectNode node = json.putObject("date");
          node.put("day", date.day().toString());
          date.time().ifPresent(time -> node.put("time", time.toString()));
        });
    json.put("section", details.section());
    json.set("tags", strings(details.tags()));
    json.put("stage", details.stage().key());
    details.leadImage().ifPresent(file -> json.put("leadImage", file));
    json.put("language", details.language());
    ArrayNode sources = json.putArray("sources");
    for (Source source : details.sources()) {
      ObjectNode node = sources.addObject();
      node.put("kind", source.kind().name());
      node.put("title", source.title());
      node.put("address", source.address());
      source.date().ifPresent(date -> node.put("date", date.toString()));
    }
    json.set("extra", ExtraJson.write(details.extra()));
    ArrayNode images = json.putArray("images");
    draft.images().forEach(image -> images.add(image(image)));
    return MAPPER.writeValueAsString(json);
  }

  static Draft read(String line, String body) {
    try {
      JsonNode json = MAPPER.readTree(line);
      List<ImageRef> images = new ArrayList<>();
      json.required("images").forEach(node -> images.add(image(node)));
      return new Draft(details(json), body, images);
    } catch (JacksonException | java.time.DateTimeException e) {
      throw new IllegalArgumentException("Not a draft's details", e);
    }
  }

  static ArrayNode strings(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  static List<String> strings(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asString()));
    return texts;
  }

  private static Details details(JsonNode json) {
    List<Source> sources = new ArrayList<>();
    for (JsonNode node : json.required("sources")) {
      sources.add(
          new Source(
              Source.Kind.valueOf(text(node, "kind")),
              text(node, "title"),
              text(node, "address"),
              optional(node, "date").map(LocalDate::parse)));
    }
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    ExtraJson.read(json.required("extra"), extra);
    return new Details(
        text(json, "headline"),
        text(json, "standfirst"),
        text(json, "slug"),
        strings(json.required("bylines")).stream().map(Byline::new).toList(),
        Optional.ofNullable(json.get("date")).map(DetailsJson::date),
        text(json, "section"),
        strings(json.required("tags")),
        Stage.of(text(json, "stage"))
            .orElseThrow(() -> new IllegalArgumentException("Not a stage")),
        optional(json, "leadImage"),
        text(json, "language"),
        sources,
        extra);
  }

  private static PublicationDate date(JsonNode node) {
    return new PublicationDate(
        LocalDate.parse(text(node, "day")), optional(node, "time").map(OffsetTime::parse));
  }

  private static ObjectNode image(ImageRef image) {
    ObjectNode node = NODES.objectNode();
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
    return node.required(key).asString();
  }

  private static Optional<String> optional(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asString);
  }
}
