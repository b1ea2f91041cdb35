package galley.review;

import galley.post.Anchor;
import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How others place anchors, done as well as they do it, to compare with. */
final class Baseline {
  private Baseline() {}

  /** The same offsets. */
  static Placement offsets(Span anchor, String after) {
    int start = Math.min(anchor.start(), after.length());
    return new Placement(State.LIVE, new Span(start, Math.min(anchor.end(), after.length())));
  }

  /**
   * The same words, else words that differ in up to half of their letters; the best by words (50),
   * 32 letters before and after (20 each) and place (2), as web annotators weigh them.
   */
  static Placement quote(Span anchor, String before, String after) {
    Anchor quote = Anchor.in(Anchor.Scope.TEXT, before, "", anchor);
    String exact = quote.exact();
    Optional<Match> best = Optional.empty();
    double score = -1;
    for (Match match : matches(after, exact, Math.min(256, exact.length() / 2))) {
      double its =
          50 * (1 - (double) match.errors / exact.length())
              + 20 * likeness(beforeOf(after, match.start, quote.prefix()), quote.prefix())
              + 20 * likeness(afterOf(after, match.end, quote.suffix()), quote.suffix())
              + 2 * (1 - (double) Math.abs(match.start - anchor.start()) / after.length());
      if (its > score) {
        score = its;
        best = Optional.of(match);
      }
    }
    return best.map(match -> new Placement(State.LIVE, new Span(match.start, match.end)))
        .orElse(new Placement(State.ORPHAN, new Span(0, 0)));
  }

  private record Match(int start, int end, int errors) {}

  private static String beforeOf(String text, int at, String prefix) {
    return text.substring(Math.max(0, at - prefix.length()), at);
  }

  private static String afterOf(String text, int at, String suffix) {
    return text.substring(at, Math.min(text.length(), at + suffix.length()));
  }

  private static double likeness(String text, String wanted) {
    if (wanted.isEmpty()) {
      return 1;
    }
    if (text.equals(wanted)) {
      return 1;
    }
    int least = wanted.length();
    for (Match match : approximate(text, wanted, wanted.length())) {
      least = Math.min(least, match.errors);
    }
    return 1 - (double) least / wanted.length();
  }

  private static List<Match> matches(String text, String wanted, int most) {
    List<Match> exact = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      exact.add(new Match(at, at + wanted.length(), 0));
    }
    return exact.isEmpty() ? approximate(text, wanted, most) : exact;
  }

  /** The places with the fewest errors (Sellers 1980), with where each begins. */
  private static List<Match> approximate(String text, String wanted, int most) {
    int[] row = new int[wanted.length() + 1];
    int[] begins = new int[wanted.length() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    List<Match> found = new ArrayList<>();
    int least = most;
    for (int j = 1; j <= text.length(); j++) {
      int diagonal = row[0];
      int diagonalBegins = begins[0];
      begins[0] = j;
      for (int i = 1; i < row.length; i++) {
        int above = row[i];
        int aboveBegins = begins[i];
        int change = diagonal + (text.charAt(j - 1) == wanted.charAt(i - 1) ? 0 : 1);
        if (change <= above + 1 && change <= row[i - 1] + 1) {
          row[i] = change;
          begins[i] = diagonalBegins;
        } else if (above <= row[i - 1]) {
          row[i] = above + 1;
        } else {
          row[i] = row[i - 1] + 1;
          begins[i] = begins[i - 1];
        }
        diagonal = above;
        diagonalBegins = aboveBegins;
      }
      int errors = row[wanted.length()];
      if (errors < least) {
        found.clear();
        least = errors;
      }
      if (errors == least) {
        found.add(new Match(begins[wanted.length()], j, errors));
      }
    }
    return found;
  }
}
