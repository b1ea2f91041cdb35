package galley.review;

import galley.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text with what is suggested for it, both in one.
 *
 * @param text what stays, goes and comes
 * @param stretches in order, without gaps and never empty
 */
public record MarkedUp(String text, List<Stretch> stretches) {
  /** What is to become of a stretch. */
  public enum Kind {
    KEPT,
    INSERTED,
    DELETED
  }

  /**
   * A stretch of the text.
   *
   * @param span its place in {@link MarkedUp#text()}
   * @param base its place in the text before, empty where it is inserted
   * @param hunk the suggestion it belongs to, empty where it is kept
   */
  public record Stretch(Kind kind, Span span, Span base, Optional<UUID> hunk) {}

  public MarkedUp {
    stretches = List.copyOf(stretches);
  }
}
