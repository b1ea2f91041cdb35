package galley.markdown;

/**
 * What one line of a body is.
 *
 * @param kind of what stands on it, after quote marks, list marks and the like
 * @param level of a heading 1 to 6, else 0
 * @param quotes how many quotations it stands in
 * @param items how many list items it stands in
 * @param marker the list mark that starts on it, if one does
 * @param content the offset in the line where words begin, after every mark; the line's length
 *     where there are none
 */
public record LineKind(Kind kind, int level, int quotes, int items, Marker marker, int content) {
  /** What stands on a line. */
  public enum Kind {
    BLANK,
    TEXT,
    /** {@code ## Words}, or words with an {@link #UNDERLINE} under them. */
    HEADING,
    /** {@code ===} or {@code ---} under words, which makes them a heading. */
    UNDERLINE,
    RULE,
    /** The line that opens or closes fenced code. */
    FENCE,
    /** Inside fenced code, or indented code. */
    CODE,
    HTML,
    /** The heads of a table. */
    TABLE_HEAD,
    /** The line of hyphens under them. */
    TABLE_RULE,
    TABLE_ROW,
    /** A picture alone in its paragraph. */
    PICTURE,
    /** Where a link's address is defined: {@code [label]: address}. */
    DEFINITION
  }

  /** A mark at the start of a line. */
  public enum Marker {
    NONE,
    BULLET,
    NUMBER,
    /** A bullet or number with a box that is not ticked. */
    TO_DO,
    /** A bullet or number with a ticked box. */
    DONE,
    /** The name of a footnote, {@code [^1]:}. */
    NOTE
  }

  LineKind as(Kind other, int otherLevel) {
    return new LineKind(other, otherLevel, quotes, items, marker, content);
  }
}
