package galley.review;

import galley.post.Author;
import galley.post.ReviewEvent;
import java.time.Instant;

/**
 * Somebody answers for a post as it was then.
 *
 * @param verified whether the signature fits the author's device
 */
public record SignOff(Author author, Instant at, ReviewEvent.SignedOff what, boolean verified) {}
