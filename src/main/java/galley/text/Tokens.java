package galley.text;

import java.util.Arrays;

/** A text cut into words, runs of blanks, line breaks and single other characters. */
final class Tokens {
  private final String text;
  private final int[] starts;
  private final int size;

  private Tokens(String text, int[] starts, int size) {
    this.text = text;
    this.starts = starts;
    this.size = size;
  }

  static Tokens of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 3)];
    int size = 0;
    for (int i = 0; i < text.length(); i = end(text, i)) {
      if (size + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[size++] = i;
    }
    starts[size] = text.length();
    return new Tokens(text, starts, size);
  }

  int size() {
    return size;
  }

  /** Where a token starts; the token after the last starts at the end of the text. */
  int start(int token) {
    return starts[token];
  }

  String token(int token) {
    return text.substring(starts[token], starts[token + 1]);
  }

  private static int end(String text, int start) {
    int first = text.codePointAt(start);
    int next = start + Character.charCount(first);
    if (isWord(first)) {
      while (next < text.length() && isInside(text, next)) {
        next += Character.charCount(text.codePointAt(next));
      }
    } else if (isBlank(first)) {
      while (next < text.length() && isBlank(text.charAt(next))) {
        next++;
      }
    }
    return next;
  }

  private static boolean isInside(String text, int at) {
    int c = text.codePointAt(at);
    boolean joiner = c == '\'' || c == '’';
    return isWord(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || joiner && at + 1 < text.length() && isWord(text.codePointAt(at + 1));
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == 0xA0;
  }
}
