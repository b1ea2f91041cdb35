package galley.store;

import galley.post.ReviewEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a post's review; or what is added to it.
 *
 * @param events each once
 * @param texts what anchors were made on, by SHA-256
 * @param placed where the annotations stand; where nothing is known of that, it is found anew
 * @param rounds the oldest first
 * @param openNotes annotations that wait for somebody, for the list of posts
 */
public record Reviewed(
    List<ReviewEvent> events,
    Map<String, String> texts,
    Optional<Placed> placed,
    List<Round> rounds,
    int openNotes) {
  /** Of a post that nobody has reviewed. */
  public static final Reviewed NOTHING =
      new Reviewed(List.of(), Map.of(), Optional.empty(), List.of(), 0);

  public Reviewed {
    events = List.copyOf(events);
    texts = Map.copyOf(texts);
    rounds = List.copyOf(rounds);
  }

  /** Whether there is nothing a person would miss; places are found anew. */
  public boolean isEmpty() {
    return events.isEmpty() && texts.isEmpty() && rounds.isEmpty();
  }

  Reviewed withoutPlaces() {
    return new Reviewed(events, texts, Optional.empty(), rounds, openNotes);
  }
}
