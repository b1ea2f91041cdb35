package galley.post;

import java.time.Instant;
import java.util.UUID;

/**
 * A state of a post that is kept.
 *
 * @param number counts a post's revisions from 1; the order that holds even when a clock jumps
 * @param kind why it was kept
 * @param name what a person called it, empty where nobody did
 * @param sha256 of the body
 * @param words in the body
 * @param added words that the revision before did not have
 * @param removed words of the revision before that are gone
 */
public record Revision(
    UUID id,
    UUID post,
    long number,
    Instant at,
    Kind kind,
    String name,
    String sha256,
    int words,
    int added,
    int removed) {
  /** Why a revision was kept. */
  public enum Kind {
    CREATED,
    IMPORTED,
    AUTOSAVED,
    NAMED,
    RESTORED,
    EXPORTED,
    COMMAND
  }
}
