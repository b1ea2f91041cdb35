package galley.store;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the library keeps of one post, for taking it to another library.
 *
 * @param binned when it went into the bin, where it is in there
 * @param states every revision with what it says, the oldest first
 * @param review what was said about it
 */
public record Kept(Post post, Optional<Instant> binned, List<State> states, Reviewed review) {
  /** A post that nobody has reviewed. */
  public Kept(Post post, Optional<Instant> binned, List<State> states) {
    this(post, binned, states, Reviewed.NOTHING);
  }

  public Kept {
    states = List.copyOf(states);
  }

  /** One revision and what it says. */
  public record State(Revision revision, Draft draft) {}
}
