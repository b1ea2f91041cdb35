package galley.text;

import java.text.Normalizer;
import java.util.Arrays;

/** A text cut into words, runs of blanks, line breaks and single other characters. */
final class Tokens {
  private static final int JOINER = 0x200D;
  private static final String SINGLE_QUOTES = "'’‘‚‛′`´ʼ";
  private static final String DOUBLE_QUOTES = "\"“”„‟«»″";
  private static final String DASHES = "-–—―‒−‐‑";

  private final String text;
  private final int[] starts;
  private final int size;
  private final boolean loose;

  private Tokens(String text, int[] starts, int size, boolean loose) {
    this.text = text;
    this.starts = starts;
    this.size = size;
    this.loose = loose;
  }

  static Tokens of(String text) {
    return of(text, false);
  }

  /**
   * In pieces that only make sense as a whole: figures ({@code 10,900}), compounds ({@code
   * well-known}), web addresses, characters of several code points, line ends of two units and runs
   * of one mark ({@code **}) are one token each. Two people's changes to such a piece can't be put
   * together.
   */
  static Tokens whole(String text) {
    return of(text, true);
  }

  private static Tokens of(String text, boolean whole) {
    int[] starts = new int[Math.max(16, text.length() / 3)];
    int size = 0;
    for (int i = 0; i < text.length(); i = whole ? wholeEnd(text, i) : end(text, i)) {
      if (size + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[size++] = i;
    }
    starts[size] = text.length();
    return new Tokens(text, starts, size, false);
  }

  /**
   * The words and marks alone: blanks and line breaks belong to no token, a row of dashes is one,
   * and quotes, dashes and accents are the same however they are written.
   */
  static Tokens loose(String text) {
    Tokens all = of(text);
    int[] starts = new int[all.size + 1];
    int size = 0;
    for (int i = 0; i < all.size; i++) {
      char first = text.charAt(all.starts[i]);
      boolean dash = DASHES.indexOf(first) >= 0;
      boolean goesOn =
          dash
              && i > 0
              && all.starts[i] == all.starts[i - 1] + 1
              && DASHES.indexOf(text.charAt(all.starts[i - 1])) >= 0;
      if (!goesOn && !isSpace(first)) {
        starts[size++] = all.starts[i];
      }
    }
    starts[size] = text.length();
    return new Tokens(text, starts, size, true);
  }

  String text() {
    return text;
  }

  int size() {
    return size;
  }

  /** Where a token starts; the token after the last starts at the end of the text. */
  int start(int token) {
    return starts[token];
  }

  /** Where a token ends; a loose one before the blanks that follow it. */
  int end(int token) {
    int end = starts[token + 1];
    while (loose && end > starts[token] + 1 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  String token(int token) {
    return text.substring(starts[token], end(token));
  }

  /** What makes two tokens the same. */
  String key(int token) {
    String key = token(token);
    if (!loose) {
      return key;
    }
    char first = key.charAt(0);
    if (DASHES.indexOf(first) >= 0) {
      return "-";
    }
    if (DOUBLE_QUOTES.indexOf(first) >= 0) {
      return "\"";
    }
    if (key.chars().allMatch(c -> c < 128)) {
      return first == '`' ? "'" : key;
    }
    StringBuilder plain = new StringBuilder(key);
    for (int i = 0; i < plain.length(); i++) {
      if (SINGLE_QUOTES.indexOf(plain.charAt(i)) >= 0) {
        plain.setCharAt(i, '\'');
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isSpace(char c) {
    return isBlank(c) || c == '\n' || c == '\r' || c == 0x200B || c == 0xFEFF || c == 0x202F;
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

  private static int wholeEnd(String text, int start) {
    char first = text.charAt(start);
    int next = end(text, start);
    if (first == '\r' && next < text.length() && text.charAt(next) == '\n') {
      return next + 1;
    }
    if (first == '\r' || first == '\n') {
      return next;
    }
    if ("*_~`#=-".indexOf(first) >= 0) {
      while (next < text.length() && text.charAt(next) == first) {
        next++;
      }
      return next;
    }
    if (first == 'h' && (text.startsWith("http://", start) || text.startsWith("https://", start))) {
      return address(text, start);
    }
    boolean word = isWord(text.codePointAt(start));
    while (next < text.length()) {
      int further = further(text, next, word);
      if (further == next) {
        return next;
      }
      next = further;
    }
    return next;
  }

  /** Where a token goes on to that could end here. */
  private static int further(String text, int at, boolean word) {
    int c = text.codePointAt(at);
    int after = at + Character.charCount(c);
    if (isMark(c)) {
      return after;
    }
    if (word && isWord(c)) {
      return end(text, at);
    }
    if (c == JOINER && after < text.length()) {
      return after + Character.charCount(text.codePointAt(after));
    }
    int before = text.codePointBefore(at);
    if (isFlag(c) && isFlag(before)) {
      int flags = 0;
      for (int i = at; i > 0 && isFlag(text.codePointBefore(i)); i -= 2) {
        flags++;
      }
      return flags % 2 == 1 ? after : at;
    }
    if (!word || after >= text.length()) {
      return at;
    }
    int next = text.codePointAt(after);
    boolean figure = Character.isDigit(before) && Character.isDigit(next);
    if (c == '-' && isWord(before) && isWord(next) || figure && ".,:/".indexOf(c) >= 0) {
      return end(text, after);
    }
    return at;
  }

  private static int address(String text, int start) {
    int next = start;
    while (next < text.length()
        && text.charAt(next) > ' '
        && "()<>[]{}\"|".indexOf(text.charAt(next)) < 0) {
      next++;
    }
    while (".,;:!?*_'".indexOf(text.charAt(next - 1)) >= 0) {
      next--; // a full stop after an address ends the sentence
    }
    return next;
  }

  /** What stands with the character before it: accents, skin tones, tags of flags. */
  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> c >= 0x1F3FB && c <= 0x1F3FF || c >= 0xE0020 && c <= 0xE007F;
    };
  }

  private static boolean isFlag(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
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
