package galley.post;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A revision with all it says as JSON and back: in a library's plain files, journals, packets. */
public final class RevisionJson {
  private RevisionJson() {}

  /** Equal revisions give equal JSON. */
  public static ObjectNode write(KeptDraft kept) {
    Revision revision = kept.revision();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", revision.id().toString())
            .put("number", revision.number())
            .put("at", revision.at().toString())
            .put("kind", revision.kind().name().toLowerCase(Locale.ROOT))
            .put("name", revision.name())
            .put("sha256", revision.sha256())
            .put("words", revision.words())
            .put("added", revision.added())
            .put("removed", revision.removed());
    node.set("draft", DraftJson.write(kept.draft()));
    return node;
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static KeptDraft read(UUID post, JsonNode node) {
    try {
      return new KeptDraft(
          new Revision(
              UUID.fromString(node.required("id").asString()),
              post,
              node.required("number").asLong(),
              Instant.parse(node.required("at").asString()),
              Revision.Kind.valueOf(node.required("kind").asString().toUpperCase(Locale.ROOT)),
              node.required("name").asString(),
              node.required("sha256").asString(),
              node.required("words").asInt(),
              node.required("added").asInt(),
              node.required("removed").asInt()),
          DraftJson.read(node.required("draft")));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not a revision: " + e.getMessage(), e);
    }
  }
}
