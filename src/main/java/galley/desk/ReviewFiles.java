package galley.desk;

import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.review.Fold;
import galley.review.WebAnnotations;
import galley.store.Library;
import galley.store.Reviewed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What was said about a post as files of an archive: both sides of a review write the same. */
final class ReviewFiles {
  private ReviewFiles() {}

  /** Contents by name; none where nobody has said anything. */
  static Map<String, String> of(Library library, Post post) {
    Reviewed kept = library.reviews().of(post.id());
    Map<String, String> files = new TreeMap<>();
    if (kept.events().isEmpty()) {
      return files;
    }
    StringBuilder events = new StringBuilder();
    Fold.ordered(kept.events())
        .forEach(event -> events.append(ReviewEventJson.write(event)).append('\n'));
    Map<String, String> texts = texts(library, post.id(), kept);
    files.put("events.ndjson", events.toString());
    files.put(
        "annotations.jsonld",
        WebAnnotations.write(
            post.id(),
            post.body(),
            PlacedAnnotations.of(Fold.of(kept.events()), texts, post.draft())));
    texts.forEach((sha256, text) -> files.put("base/" + sha256 + ".md", text));
    return files;
  }

  /** What anchors were made on. */
  static Map<String, String> texts(Library library, UUID post, Reviewed kept) {
    Map<String, String> texts = new TreeMap<>();
    for (ReviewEvent event : kept.events()) {
      String snapshot =
          switch (event.action()) {
            case ReviewEvent.Made made -> made.anchor().snapshot();
            case ReviewEvent.Moved moved -> moved.anchor().snapshot();
            default -> "";
          };
      if (!snapshot.isEmpty() && !texts.containsKey(snapshot)) {
        Optional.ofNullable(kept.texts().get(snapshot))
            .or(() -> library.reviews().text(post, snapshot))
            .ifPresent(text -> texts.put(snapshot, text));
      }
    }
    return texts;
  }
}
