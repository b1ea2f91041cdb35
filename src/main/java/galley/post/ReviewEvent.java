package galley.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened in the review of a post. Events are only ever added; two sides of a
 * review put theirs together by union, and what stands follows from the fold of all of them in the
 * order of clock, then device, then id.
 *
 * @param id a UUIDv7
 * @param subject the annotation it is about; the post's id for a sign-off or a stage
 * @param clock Lamport's (1978): one more than the highest this side had seen
 * @param at the time of the device, for people; nothing depends on it
 * @param signature over the event's canonical JSON without it, in base64url; empty where the author
 *     has no device
 * @param original the event's line as it came, where it says more than is known here; else empty
 */
public record ReviewEvent(
    UUID id,
    UUID post,
    UUID subject,
    long clock,
    Instant at,
    Author author,
    Action action,
    String signature,
    String original) {
  /** An event that says nothing but what is known here. */
  public ReviewEvent(
      UUID id,
      UUID post,
      UUID subject,
      long clock,
      Instant at,
      Author author,
      Action action,
      String signature) {
    this(id, post, subject, clock, at, author, action, signature, "");
  }

  /** What happened. */
  public sealed interface Action
      permits Made, Worded, Judged, Moved, Answered, SignedOff, Staged, Unknown {}

  /** An annotation was written. A suggestion's replacement may be empty: a deletion. */
  public record Made(
      Annotation.Kind kind,
      Optional<UUID> parent,
      Anchor anchor,
      String body,
      Optional<String> replacement,
      Optional<String> rule)
      implements Action {}

  /** Its author put it in other words. */
  public record Worded(String body, Optional<String> replacement) implements Action {}

  /** It got another status; nothing is ever deleted, it is withdrawn. */
  public record Judged(Annotation.Status status) implements Action {}

  /** A person confirmed a guess, or put it in another place. */
  public record Moved(Anchor anchor) implements Action {}

  /** A query got a source. */
  public record Answered(Source source, String body) implements Action {}

  /**
   * Somebody answers for the post as it is.
   *
   * @param text SHA-256 of the body
   * @param details SHA-256 of everything else but stage and pictures
   * @param pictures the pictures' SHA-256, in the order of the text
   * @param withdrawn whether this takes an earlier sign-off back
   */
  public record SignedOff(
      String text, String details, List<String> pictures, String body, boolean withdrawn)
      implements Action {
    public SignedOff {
      pictures = List.copyOf(pictures);
    }
  }

  /** The post went from one stage to another. */
  public record Staged(Stage from, Stage to) implements Action {}

  /**
   * Something a newer Galley knows; kept, shown as such and passed on.
   *
   * @param json the action as it came
   */
  public record Unknown(String type, String json) implements Action {}
}
