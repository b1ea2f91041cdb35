package galley.store;

import galley.post.Draft;
import java.time.Instant;

/**
 * A packet that went out, or came in: both sides have this state in their past from then on.
 *
 * @param number of the round, from 1
 * @param out whether it went out
 * @param who packed it
 * @param draft the post as it was in the packet
 */
public record Round(int number, boolean out, Instant at, String who, Draft draft) {}
