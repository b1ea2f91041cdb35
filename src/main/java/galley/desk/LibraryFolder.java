package galley.desk;

import galley.post.DraftJson;
import galley.post.KeptDraft;
import galley.post.Post;
import galley.post.RevisionJson;
import galley.store.Kept;
import galley.store.Reviewed;
import galley.store.ReviewedJson;
import galley.store.SiteFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a library lies in a folder as plain files.
 *
 * <pre>
 * library.json              which posts there are, and a fingerprint of every other file
 * posts/(slug)/             each post as a Markdown archive, with its pictures
 * history/(id).json         each post with its times and all its revisions
 * sites/(id).json           each site with its posts and what was published on it
 * media/(sha256).(ext)      pictures that only earlier revisions use
 * originals/                files kept as they came in
 * branches/(id).json        what somebody suggests by writing, as the library keeps it
 * </pre>
 */
final class LibraryFolder {
  static final String INDEX = "library.json";
  static final String POSTS = "posts";
  static final String HISTORY = "history";
  static final String SITES = "sites";
  static final String MEDIA = "media";
  static final String ORIGINALS = "originals";
  static final String BRANCHES = "branches";

  /** 2 has reviews, 3 has sites as well; an earlier Galley, which would lose them, refuses it. */
  static final int FORMAT = 3;

  /** What is written where there are no sites, for earlier Galleys. */
  static final int WITHOUT_SITES = 2;

  static final JsonMapper JSON = JsonMapper.builder().build();

  private LibraryFolder() {}

  static ObjectNode write(UUID site, List<SiteFact> facts) {
    ObjectNode root = JSON.createObjectNode().put("id", site.toString());
    return root.setAll(SiteFact.write(facts));
  }

  static ObjectNode write(Kept kept) {
    Post post = kept.post();
    ObjectNode root =
        JSON.createObjectNode()
            .put("id", post.id().toString())
            .put("version", post.version())
            .put("created", post.created().toString())
            .put("changed", post.changed().toString())
            .put("binned", kept.binned().map(Instant::toString).orElse(null));
    root.set("draft", DraftJson.write(post.draft()));
    ArrayNode revisions = root.putArray("revisions");
    for (Kept.State state : kept.states()) {
      revisions.add(RevisionJson.write(new KeptDraft(state.revision(), state.draft())));
    }
    if (!kept.review().isEmpty()) {
      root.set("review", ReviewedJson.write(kept.review()));
    }
    return root;
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Kept read(byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      UUID id = UUID.fromString(root.required("id").asString());
      List<Kept.State> states = new ArrayList<>();
      for (JsonNode node : root.required("revisions")) {
        KeptDraft one = RevisionJson.read(id, node);
        states.add(new Kept.State(one.revision(), one.draft()));
      }
      Post post =
          new Post(
              id,
              DraftJson.read(root.required("draft")),
              root.required("version").asLong(),
              Instant.parse(root.required("created").asString()),
              Instant.parse(root.required("changed").asString()));
      JsonNode binned = root.required("binned");
      return new Kept(
          post,
          binned.isNull() ? Optional.empty() : Optional.of(Instant.parse(binned.asString())),
          states,
          root.has("review") ? ReviewedJson.read(root.required("review")) : Reviewed.NOTHING);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("Not a post's history", e);
    }
  }
}
