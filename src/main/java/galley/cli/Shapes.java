package galley.cli;

import galley.desk.Found;
import galley.desk.ImportReport;
import galley.intake.ImportNote;
import galley.intake.Refusal;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Finding;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Source;
import galley.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that commands print: a public interface, where keys are added and never renamed. */
final class Shapes {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Shapes() {}

  static String print(ObjectNode object) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode imported(ImportReport report) {
    ObjectNode root = object();
    ArrayNode posts = root.putArray("posts");
    for (ImportReport.Imported post : report.posts()) {
      ObjectNode node =
          posts
              .addObject()
              .put("id", post.id().toString())
              .put("slug", post.slug())
              .put("headline", post.headline())
              .put("from", post.from());
      notes(node.putArray("notes"), post.notes());
    }
    ArrayNode refused = root.putArray("refused");
    for (Refusal refusal : report.refused()) {
      refused.addObject().put("from", refusal.from()).put("why", refusal.why());
    }
    notes(root.putArray("notes"), report.notes());
    return root;
  }

  static ObjectNode listed(List<PostSummary> summaries) {
    ObjectNode root = object();
    ArrayNode posts = root.putArray("posts");
    for (PostSummary post : summaries) {
      ObjectNode node =
          posts
              .addObject()
              .put("id", post.id().toString())
              .put("slug", post.slug())
              .put("headline", post.headline())
              .put("stage", post.stage().key())
              .put("section", post.section());
      strings(node.putArray("tags"), post.tags());
      node.put("words", post.words())
          .put("changed", post.changed().toString())
          .put("openNotes", post.openNotes());
    }
    return root;
  }

  static ObjectNode shown(Post post, int words, long revision) {
    Details details = post.details();
    ObjectNode root =
        object()
            .put("id", post.id().toString())
            .put("slug", post.slug())
            .put("headline", post.headline())
            .put("standfirst", details.standfirst());
    strings(root.putArray("bylines"), details.bylines().stream().map(Byline::name).toList());
    root.put("date", details.date().map(Object::toString).orElse(null))
        .put("section", details.section());
    strings(root.putArray("tags"), details.tags());
    root.put("stage", details.stage().key())
        .put("language", details.language())
        .put("words", words)
        .put("readingMinutes", Words.readingMinutes(words))
        .put("body", post.body());
    ArrayNode images = root.putArray("images");
    post.draft().images().forEach(image -> image(images.addObject(), image));
    ArrayNode sources = root.putArray("sources");
    details.sources().forEach(source -> source(sources.addObject(), source));
    root.put("revision", revision);
    root.put("leadImage", details.leadImage().orElse(null));
    root.put("created", post.created().toString()).put("changed", post.changed().toString());
    root.set("extra", JSON.valueToTree(plain(details.extra())));
    return root;
  }

  static ObjectNode found(Found found) {
    ObjectNode root = object().put("total", found.total()).put("millis", found.millis());
    ArrayNode posts = root.putArray("posts");
    for (Found.Hit hit : found.hits()) {
      ObjectNode node =
          posts
              .addObject()
              .put("slug", hit.slug())
              .put("headline", hit.headline())
              .put("score", hit.score());
      strings(
          node.putArray("excerpts"),
          hit.excerpts().stream().map(text -> text.replaceAll("[\\x01\\x02]", "")).toList());
    }
    return root;
  }

  static void findings(ArrayNode into, List<Finding> findings) {
    for (Finding finding : findings) {
      ObjectNode node =
          into.addObject()
              .put("rule", finding.rule())
              .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      finding
          .span()
          .ifPresentOrElse(
              span -> node.put("start", span.start()).put("end", span.end()),
              () -> node.putNull("start").putNull("end"));
      node.put("words", finding.words()).put("message", finding.message());
      strings(node.putArray("fixes"), finding.fixes());
    }
  }

  private static void notes(ArrayNode into, List<ImportNote> notes) {
    for (ImportNote note : notes) {
      into.addObject().put("kind", kind(note.kind())).put("text", note.text());
    }
  }

  private static String kind(ImportNote.Kind kind) {
    return switch (kind) {
      case KEPT -> "kept";
      case CHANGED -> "changed";
      case SET_ASIDE -> "setAside";
      case REFUSED -> "refused";
    };
  }

  private static void image(ObjectNode node, ImageRef image) {
    node.put("file", image.file())
        .put("sha256", image.sha256().orElse(null))
        .put("width", image.width())
        .put("height", image.height())
        .put("alt", image.alt())
        .put("caption", image.caption())
        .put("credit", image.credit())
        .put("licence", image.licence())
        .put("decorative", image.decorative())
        .put("originalName", image.originalName())
        .put("bytes", image.bytes());
  }

  private static void source(ObjectNode node, Source source) {
    node.put("kind", source.kind().name().toLowerCase(Locale.ROOT))
        .put("title", source.title())
        .put("address", source.address())
        .put("date", source.date().map(Object::toString).orElse(null));
  }

  /** YAML allows keys that are no strings; JSON does not. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> named = new java.util.LinkedHashMap<>();
        map.forEach((key, inner) -> named.put(String.valueOf(key), plain(inner)));
        yield named;
      }
      case List<?> list -> {
        List<@Nullable Object> items = new java.util.ArrayList<>();
        list.forEach(inner -> items.add(plain(inner)));
        yield items;
      }
      case null -> null;
      case Number number -> number;
      case Boolean truth -> truth;
      default -> String.valueOf(value);
    };
  }

  private static void strings(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
  }
}
