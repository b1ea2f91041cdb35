package galley.markdown;

/**
 * How a stretch of a line looks while it is written.
 *
 * @param start the offset in the line of its first unit
 * @param end the offset after its last
 * @param styles one or several of the bits below, added up
 */
public record Mark(int start, int end, int styles) {
  public static final int EMPHASIS = 1;
  public static final int STRONG = 2;
  public static final int STRUCK = 4;
  public static final int CODE = 8;

  /** The words of a link. */
  public static final int LINK = 16;

  /** Where a link or picture leads, with its title. */
  public static final int ADDRESS = 32;

  /** A picture's alt text. */
  public static final int PICTURE = 64;

  /** The number or name of a footnote. */
  public static final int NOTE = 128;

  public static final int HTML = 256;

  /** Signs that make markup and are no words. */
  public static final int MARKUP = 512;

  public boolean has(int style) {
    return (styles & style) != 0;
  }
}
