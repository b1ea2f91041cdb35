package galley.desk;

import galley.markdown.Markdown;
import galley.post.Draft;
import galley.post.DraftJson;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.Revision;
import galley.review.Fold;
import galley.store.Kept;
import galley.store.Library;
import galley.store.Reviewed;
import galley.store.ReviewedJson;
import galley.text.Diff;
import galley.text.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings back a post's history from the {@code post.json} of a Markdown archive. */
final class ArchivePost {
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Library library;
  private final Instant now;

  ArchivePost(Library library, Instant now) {
    this.library = library;
    this.now = now;
  }

  /**
   * Takes the draft in with the history that the archive has. Where the draft is not the newest
   * state of that history, since its file was edited or its slug is taken here, it becomes one
   * more.
   *
   * @return nothing where the archive has no history that can be read
   */
  Optional<Post> bring(String json, Draft draft) {
    List<Kept.State> states = new ArrayList<>();
    UUID id = UUID.randomUUID();
    Reviewed review = Reviewed.NOTHING;
    try {
      long last = 0;
      JsonNode root = JsonMapper.shared().readTree(json);
      if (root.has("review")) { // its events name the post, so it comes back under its own id
        Reviewed said = review(root.required("review"));
        Optional<UUID> own = said.events().stream().map(ReviewEvent::post).findFirst();
        if (own.isPresent() && library.post(own.get()).isEmpty()) {
          id = own.get();
          review = said;
        }
      }
      for (JsonNode node : root.path("revisions")) {
        Kept.State state = state(id, node, states);
        if (state.revision().number() <= last || isBeyond(state.revision().at())) {
          return Optional.empty(); // no history that Galley wrote
        }
        last = state.revision().number();
        states.add(state);
      }
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty(); // the text is whole without its history
    }
    if (states.isEmpty()) {
      return Optional.empty();
    }
    Draft free = draft.withDetails(draft.details().withSlug(freeSlug(draft.details().slug())));
    Kept.State newest = states.getLast();
    if (!newest.draft().equals(free)) {
      states.add(
          state(
              id,
              newest.revision().number() + 1,
              new Mark(now, Revision.Kind.IMPORTED, ""),
              free,
              Optional.of(newest.draft())));
    }
    Post post =
        new Post(
            id,
            free,
            states.size(),
            states.getFirst().revision().at(),
            states.getLast().revision().at());
    library.adopt(List.of(new Kept(post, Optional.empty(), states, review)));
    return Optional.of(post);
  }

  private static Reviewed review(JsonNode node) {
    Reviewed read = ReviewedJson.read(node);
    int open = Fold.of(read.events()).open();
    return new Reviewed(read.events(), read.texts(), Optional.empty(), List.of(), open);
  }

  private static boolean isBeyond(Instant at) {
    return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST);
  }

  /** When and why a revision was kept. */
  private record Mark(Instant at, Revision.Kind kind, String name) {}

  private static Kept.State state(UUID post, JsonNode node, List<Kept.State> before) {
    Mark mark =
        new Mark(
            Instant.parse(node.required("at").asString()),
            Revision.Kind.valueOf(node.required("kind").asString().toUpperCase(Locale.ROOT)),
            node.path("name").asString(""));
    return state(
        post,
        node.required("number").asLong(),
        mark,
        DraftJson.read(node.required("draft")),
        before.isEmpty() ? Optional.empty() : Optional.of(before.getLast().draft()));
  }

  private static Kept.State state(
      UUID post, long number, Mark mark, Draft draft, Optional<Draft> before) {
    int words = Markdown.parse(draft.body()).words();
    Diff.Counts changes =
        before
            .map(old -> Markdown.changes(old.body(), draft.body()))
            .orElse(new Diff.Counts(words, 0));
    Revision revision =
        new Revision(
            UUID.randomUUID(),
            post,
            number,
            mark.at(),
            mark.kind(),
            mark.name(),
            Sha256.of(draft.body()),
            words,
            changes.added(),
            changes.removed());
    return new Kept.State(revision, draft);
  }

  private String freeSlug(String wanted) {
    String slug = wanted;
    for (int i = 2; library.find(slug).isPresent(); i++) {
      slug = wanted + "-" + i;
    }
    return slug;
  }
}
