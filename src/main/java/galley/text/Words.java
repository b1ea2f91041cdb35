package galley.text;

/**
 * Counts words and reading time.
 *
 * <p>A word is a run of letters, digits and marks, with apostrophes, hyphens, full stops and commas
 * inside it ("don't", "well-known", "10,900"); every ideograph counts as one, as word processors
 * do.
 */
public final class Words {
  /** Words a minute of silent reading in English (Brysbaert 2019, non-fiction). */
  public static final int PER_MINUTE = 238;

  private Words() {}

  public static int count(CharSequence text) {
    int words = 0;
    boolean inside = false;
    int length = text.length();
    for (int i = 0; i < length; ) {
      int c = Character.codePointAt(text, i);
      int next = i + Character.charCount(c);
      if (c < 128 ? isAsciiWord(c) : isWord(c)) {
        if (c >= 0x2E80 && Character.isIdeographic(c)) {
          words++;
          inside = false;
        } else if (!inside) {
          words++;
          inside = true;
        }
      } else if (inside
          && !(isJoiner(c) && next < length && isWord(Character.codePointAt(text, next)))) {
        inside = false;
      }
      i = next;
    }
    return words;
  }

  /** Whole minutes to read so many words, at least 1 where there are any. */
  public static int readingMinutes(int words) {
    return words == 0 ? 0 : Math.max(1, Math.round((float) words / PER_MINUTE));
  }

  private static boolean isAsciiWord(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9';
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isJoiner(int c) {
    return c == '\'' || c == '’' || c == '-' || c == '‑' || c == '.' || c == ',';
  }
}
