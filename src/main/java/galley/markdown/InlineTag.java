package galley.markdown;

import java.util.Optional;

/**
 * What becomes of one HTML tag between words.
 *
 * @param name in lower case
 * @param html what is written for it
 * @param picture of an {@code img}
 */
record InlineTag(Kind kind, String name, String html, Optional<PictureUse> picture) {
  /** How a tag is treated. */
  enum Kind {
    /** Opens an element that is allowed. */
    OPEN,
    /** Closes an element, if one of its name is open. */
    CLOSE,
    /** A line break. */
    BREAK,
    /** Stands for itself. */
    WHOLE,
    /** Opens an element that goes with all that is in it. */
    DROPPED,
    /** Leaves nothing. */
    NOTHING
  }

  static InlineTag of(Kind kind, String name, String html) {
    return new InlineTag(kind, name, html, Optional.empty());
  }
}
