package galley.ui.shell;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well typed letters fit a title. All letters must occur in their order, each at the beginning
 * of a word or in the word of the one before; beginnings and runs count more, gaps less.
 */
final class Fuzzy {
  private static final int START = 12;
  private static final int RUN = 8;
  private static final int PLAIN = 1;
  private static final int WHOLE = 60;

  private Fuzzy() {}

  /** The score, the higher the better; empty where the letters do not fit. */
  static OptionalInt score(String typed, String title) {
    String want = typed.strip().toLowerCase(Locale.ROOT);
    String in = title.toLowerCase(Locale.ROOT);
    if (want.isEmpty()) {
      return OptionalInt.of(0);
    }
    OptionalInt scattered = scattered(want, in);
    int whole = in.indexOf(want);
    if (whole < 0) {
      return scattered;
    }
    boolean start = whole == 0 || !Character.isLetterOrDigit(in.charAt(whole - 1));
    int together = want.length() * (RUN + PLAIN) + (start ? WHOLE + 2 * START : 0) - whole / 4;
    return OptionalInt.of(Math.max(together, scattered.orElse(together)));
  }

  /**
   * The score of letters that begin with the kind of a thing, all of it or its beginning: “view
   * dark”. Letters out of a kind and a title together say nothing.
   */
  static OptionalInt score(String typed, String kind, String title) {
    String want = typed.strip().toLowerCase(Locale.ROOT);
    int blank = want.indexOf(' ');
    String first = blank < 0 ? want : want.substring(0, blank);
    if (first.length() < 2 || !kind.toLowerCase(Locale.ROOT).startsWith(first)) {
      return OptionalInt.empty();
    }
    return score(blank < 0 ? "" : want.substring(blank), title);
  }

  private static OptionalInt scattered(String want, String in) {
    int score = 0;
    int at = 0;
    int run = 0;
    for (int i = 0; i < want.length(); i++) {
      char c = want.charAt(i);
      if (Character.isWhitespace(c)) {
        run = 0;
        continue;
      }
      int found = next(in, c, at);
      if (found < 0) {
        return OptionalInt.empty();
      }
      boolean start = found == 0 || !Character.isLetterOrDigit(in.charAt(found - 1));
      if (!start && found > at && !within(in, at, found)) {
        return OptionalInt.empty(); // a letter from the middle of another word says nothing
      }
      run = found == at && i > 0 ? run + 1 : 0;
      score += PLAIN + (start ? START : 0) + (run > 0 ? RUN : 0) - Math.min(3, (found - at) / 4);
      at = found + 1;
    }
    return OptionalInt.of(score);
  }

  /** Whether a letter stands in the word that the last one was found in. */
  private static boolean within(String in, int at, int found) {
    return at > 0 && in.substring(at - 1, found).chars().allMatch(Character::isLetterOrDigit);
  }

  /** The next place of a letter, the beginning of a word before any other. */
  private static int next(String in, char c, int from) {
    if (from < in.length() && in.charAt(from) == c) {
      return from;
    }
    for (int i = from; i < in.length(); i++) {
      if (in.charAt(i) == c && (i == 0 || !Character.isLetterOrDigit(in.charAt(i - 1)))) {
        return i;
      }
    }
    return in.indexOf(c, from);
  }
}
