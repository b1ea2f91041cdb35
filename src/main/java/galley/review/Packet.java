package galley.review;

import galley.post.Author;
import galley.post.Draft;
import galley.post.DraftJson;
import galley.post.KeptDraft;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.text.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What travels from one side of a review to the other.
 *
 * @param round which turn it is, from 1
 * @param at when it was packed
 * @param by who packed it
 * @param program that packed it
 * @param past the {@link #state} of every draft that this one comes from and that the other side
 *     may have, the oldest first
 * @param events of the whole review
 * @param texts what anchors were made on, by SHA-256
 * @param note what the sender says to whoever opens it; may be empty
 * @param history earlier states that go along, the oldest first
 */
public record Packet(
    UUID post,
    int round,
    Instant at,
    Author by,
    String program,
    Draft draft,
    List<String> past,
    List<ReviewEvent> events,
    Map<String, String> texts,
    String note,
    List<KeptDraft> history) {
  /** What such a file is. */
  public static final String TYPE = "application/vnd.galley.packet+zip";

  /** How such a file's name ends. */
  public static final String END = ".galley";

  /** The file inside that has earlier states. */
  static final String HISTORY = "history.ndjson";

  /** How many characters a note has at most. */
  public static final int LONGEST_NOTE = 10_000;

  public Packet {
    past = List.copyOf(past);
    events = Fold.ordered(events);
    texts = Map.copyOf(texts);
    history = List.copyOf(history);
  }

  /** The fingerprint by which two sides know that they had the same draft. */
  public static String state(Draft draft) {
    return Sha256.of(ReviewEventJson.line(DraftJson.write(draft)));
  }
}
