package galley.markdown;

/** A part of cleaned HTML. */
sealed interface Piece {
  /** Finished HTML. */
  record Markup(String html) implements Piece {}

  /**
   * A picture that whoever renders writes; {@link PictureUse#alone()} tells whether as a figure.
   */
  record Picture(PictureUse use) implements Piece {}
}
