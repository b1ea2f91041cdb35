package galley.store;

import galley.post.KeptDraft;
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
 * @param past revisions of another library that are to be taken into the post's history; never any
 *     in what is kept, for they are revisions like all others then
 */
public record Reviewed(
    List<ReviewEvent> events,
    Map<String, String> texts,
    Optional<Placed> placed,
    List<Round> rounds,
    int openNotes,
    List<KeptDraft> past) {
  /** Of a post that nobody has reviewed. */
  public static final Reviewed NOTHING =
      new Reviewed(List.of(), Map.of(), Optional.empty(), List.of(), 0);

  public Reviewed {
    events = List.copyOf(events);
    texts = Map.copyOf(texts);
    rounds = List.copyOf(rounds);
    past = List.copyOf(past);
  }

  /** A review that brings no revisions. */
  public Reviewed(
      List<ReviewEvent> events,
      Map<String, String> texts,
      Optional<Placed> placed,
      List<Round> rounds,
      int openNotes) {
    this(events, texts, placed, rounds, openNotes, List.of());
  }

  /** The same, with revisions that are to be taken into the history. */
  public Reviewed withPast(List<KeptDraft> revisions) {
    return new Reviewed(events, texts, placed, rounds, openNotes, revisions);
  }

  /** Whether there is nothing a person would miss; places are found anew. */
  public boolean isEmpty() {
    return events.isEmpty() && texts.isEmpty() && rounds.isEmpty() && past.isEmpty();
  }

  Reviewed withoutPlaces() {
    return new Reviewed(events, texts, Optional.empty(), rounds, openNotes, past);
  }
}
