package galley.markdown;

import galley.text.Span;
import java.util.Optional;

/**
 * Words of one look.
 *
 * @param text the words as they are read; a picture's alt text; a footnote's label; a line feed for
 *     a break
 * @param looks bits of {@link Mark}: emphasis, strong, struck, code
 * @param link where the words lead
 * @param picture the destination of a picture
 * @param places for each unit of the text where it stands in the source, and last where they end
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in one place, never compared
public record Stretch(
    Kind kind,
    String text,
    int looks,
    Optional<String> link,
    Optional<String> picture,
    int[] places) {
  /** What stands between words. */
  public enum Kind {
    WORDS,
    BREAK,
    PICTURE,
    NOTE
  }

  /** Where it stands in the source. */
  public Span span() {
    return new Span(places[0], Math.max(places[0], places[places.length - 1]));
  }
}
