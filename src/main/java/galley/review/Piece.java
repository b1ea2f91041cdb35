package galley.review;

import galley.text.Span;

/**
 * A stretch of three texts that belong together: the earlier one and what two people made of it.
 *
 * @param kind who changed it
 */
public record Piece(Kind kind, Part base, Part mine, Part theirs) {
  /** Who changed a stretch. */
  public enum Kind {
    SAME,
    MINE,
    THEIRS,
    /** Both, in the same way. */
    AGREED,
    /** Both, each in another way. */
    CONFLICT
  }

  /**
   * A stretch of one of the texts.
   *
   * @param span where it stands there
   */
  public record Part(Span span, String text) {}

  Piece as(Kind other) {
    return new Piece(other, base, mine, theirs);
  }
}
