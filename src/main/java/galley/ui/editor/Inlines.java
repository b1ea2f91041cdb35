package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks emphasis, code, links and raw HTML within one line by the rules of CommonMark 0.31, chapter
 * 6, and of GitHub's strikethrough and bare addresses. Pure, any thread.
 */
final class Inlines {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final Pattern TAG =
      Pattern.compile("<(?:!--.*?-->|/?[A-Za-z][A-Za-z0-9-]*(?:\\s+[^<>]*)?/?>|[?!][^>]*>)");
  private static final Pattern AUTOLINK =
      Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*|[^\\s<>@]+@[^\\s<>@]+)>");
  private static final Pattern TARGET =
      Pattern.compile(
          "\\(\\s*(?:<[^<>]*>|[^\\s()<]*(?:\\([^\\s()]*\\)[^\\s()]*)*)"
              + "(?:\\s+(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\([^)]*\\)))?\\s*\\)"
              + "|\\[[^\\[\\]]*\\]");
  private static final Pattern BARE =
      Pattern.compile("(?:https?://|www\\.)[^\\s<]*[^\\s<?!.,:*_~'\")\\]]");

  // pairing is quadratic, and no sentence has so many
  private static final int MOST = 400;

  private final String line;
  private final byte[] looks;
  private final List<Delimiter> delimiters = new ArrayList<>();
  private final List<Integer> brackets = new ArrayList<>();

  private Inlines(String line, byte[] looks) {
    this.line = line;
    this.looks = looks;
  }

  /** A run of emphasis characters not used up yet. */
  private static final class Delimiter {
    final char mark;
    final boolean opens;
    final boolean closes;
    int start;
    int end;

    Delimiter(char mark, int start, int end, boolean opens, boolean closes) {
      this.mark = mark;
      this.start = start;
      this.end = end;
      this.opens = opens;
      this.closes = closes;
    }

    int length() {
      return end - start;
    }
  }

  /** Adds the looks of what the line holds from {@code start} on. */
  static void mark(String line, int start, byte[] looks) {
    new Inlines(line, looks).read(start);
  }

  private void read(int start) {
    int i = start;
    while (i < line.length()) {
      char c = line.charAt(i);
      i =
          switch (c) {
            case '\\' -> escape(i);
            case '`' -> code(i);
            case '<' -> angle(i);
            case '[' -> {
              brackets.add(i);
              yield i + 1;
            }
            case ']' -> bracket(i);
            case '*', '_', '~' -> delimiter(i, c);
            case 'h', 'w' -> bare(i);
            default -> i + 1;
          };
    }
    emphasis();
  }

  private int escape(int i) {
    if (i + 1 < line.length() && PUNCTUATION.indexOf(line.charAt(i + 1)) >= 0) {
      add(i, i + 1, Look.MARKUP);
      return i + 2;
    }
    return i + 1;
  }

  private int run(int i) {
    int end = i + 1;
    while (end < line.length() && line.charAt(end) == line.charAt(i)) {
      end++;
    }
    return end;
  }

  private int code(int i) {
    int end = run(i);
    for (int at = line.indexOf('`', end); at >= 0; at = line.indexOf('`', run(at))) {
      if (run(at) - at == end - i) {
        add(i, end, Look.MARKUP);
        add(end, at, Look.CODE);
        add(at, run(at), Look.MARKUP);
        return run(at);
      }
    }
    return end;
  }

  private int angle(int i) {
    Matcher link = AUTOLINK.matcher(line).region(i, line.length());
    if (link.lookingAt()) {
      add(i, i + 1, Look.MARKUP);
      add(i + 1, link.end() - 1, Look.LINK);
      add(link.end() - 1, link.end(), Look.MARKUP);
      return link.end();
    }
    Matcher tag = TAG.matcher(line).region(i, line.length());
    if (tag.lookingAt()) {
      add(i, tag.end(), Look.MARKUP);
      return tag.end();
    }
    return i + 1;
  }

  private int bracket(int i) {
    if (brackets.isEmpty()) {
      return i + 1;
    }
    int open = brackets.removeLast();
    if (line.startsWith("[^", open) && i > open + 2) {
      add(open, i + 1, Look.LINK);
      return i + 1;
    }
    Matcher target = TARGET.matcher(line).region(i + 1, line.length());
    if (!target.lookingAt()) {
      return i + 1;
    }
    boolean picture = open > 0 && line.charAt(open - 1) == '!';
    add(picture ? open - 1 : open, open + 1, Look.MARKUP);
    add(open + 1, i, Look.LINK);
    add(i, target.end(), Look.MARKUP);
    return target.end();
  }

  private int bare(int i) {
    if (i > 0 && Character.isLetterOrDigit(line.charAt(i - 1))) {
      return i + 1;
    }
    if (!line.startsWith("http", i) && !line.startsWith("www.", i)) {
      return i + 1;
    }
    Matcher found = BARE.matcher(line).region(i, line.length());
    if (!found.lookingAt()) {
      return i + 1;
    }
    add(i, found.end(), Look.LINK);
    return found.end();
  }

  // CommonMark 6.2: left- and right-flanking delimiter runs
  private int delimiter(int i, char mark) {
    int end = run(i);
    int before = i == 0 ? ' ' : line.codePointBefore(i);
    int after = end == line.length() ? ' ' : line.codePointAt(end);
    boolean left =
        !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
    boolean right =
        !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
    boolean opens = mark == '_' ? left && (!right || isPunctuation(before)) : left;
    boolean closes = mark == '_' ? right && (!left || isPunctuation(after)) : right;
    if ((mark != '~' || end - i <= 2) && delimiters.size() < MOST) {
      delimiters.add(new Delimiter(mark, i, end, opens, closes));
    }
    return end;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private void emphasis() {
    for (int close = 0; close < delimiters.size(); close++) {
      Delimiter closer = delimiters.get(close);
      for (int open = close - 1; closer.closes && closer.length() > 0 && open >= 0; open--) {
        Delimiter opener = delimiters.get(open);
        while (fits(opener, closer)) {
          pair(opener, closer);
          for (int between = open + 1; between < close; between++) {
            delimiters.get(between).start = delimiters.get(between).end;
          }
        }
      }
    }
  }

  private static boolean fits(Delimiter opener, Delimiter closer) {
    if (opener.mark != closer.mark
        || !opener.opens
        || opener.length() == 0
        || closer.length() == 0) {
      return false;
    }
    if (opener.mark == '~') {
      return opener.length() == closer.length();
    }
    // CommonMark 6.2, rules 9 and 10
    boolean both = opener.closes || closer.opens;
    return !both
        || (opener.length() + closer.length()) % 3 != 0
        || opener.length() % 3 == 0 && closer.length() % 3 == 0;
  }

  private void pair(Delimiter opener, Delimiter closer) {
    int used =
        opener.mark == '~' ? opener.length() : opener.length() >= 2 && closer.length() >= 2 ? 2 : 1;
    int look = opener.mark == '~' ? Look.STRIKE : used == 2 ? Look.BOLD : Look.ITALIC;
    add(opener.end, closer.start, look);
    add(opener.end - used, opener.end, Look.MARKUP);
    add(closer.start, closer.start + used, Look.MARKUP);
    opener.end -= used;
    closer.start += used;
  }

  private void add(int from, int to, int bits) {
    for (int i = from; i < to; i++) {
      looks[i] |= (byte) bits;
    }
  }
}
