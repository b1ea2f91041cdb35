package galley.desk;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has begun to say about a post and not yet sent.
 *
 * @param replies by the annotation they answer
 */
public record Unfinished(Optional<Begun> note, Map<UUID, String> replies) {
  /** Nothing was begun. */
  public static final Unfinished NOTHING = new Unfinished(Optional.empty(), Map.of());

  /**
   * A note that was begun.
   *
   * @param words what it is about
   */
  public record Begun(UUID id, Review.Note said, String words) {}

  public Unfinished {
    replies = Map.copyOf(replies);
  }

  boolean isEmpty() {
    return note.isEmpty() && replies.isEmpty();
  }
}
