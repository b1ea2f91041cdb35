package galley.review;

import galley.post.Anchor;
import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Alignment;
import galley.text.Span;

/**
 * Finds an anchor by its words and those beside it alone, where the text it was made on is not
 * known: live only on its very words with its very neighbours, else a guess at the most.
 */
final class Quote {
  private static final int MOST_PLACES = 10_000;
  private static final double LIKE = 0.8;

  private Quote() {}

  static Placement find(Anchor anchor, String now) {
    String exact = anchor.exact();
    Span last = Reattach.within(now, anchor.span().start(), anchor.span().end());
    int best = -1;
    int bestContext = -1;
    boolean alone = true;
    int found = 0;
    int at = now.indexOf(exact);
    for (int i = 0; at >= 0 && i < MOST_PLACES; i++) {
      found++;
      int context = context(anchor, now, at);
      if (context > bestContext) {
        best = at;
        bestContext = context;
        alone = true;
      } else if (context == bestContext) {
        alone = false;
      }
      at = at < now.length() ? now.indexOf(exact, at + 1) : -1;
      if (exact.isEmpty() && at >= now.length()) {
        at = -1;
      }
    }
    int whole = anchor.prefix().length() + anchor.suffix().length();
    if (best >= 0 && alone && bestContext >= Math.max(1, whole / 2)) {
      State state = bestContext == whole ? State.LIVE : State.GUESS;
      return new Placement(state, new Span(best, best + exact.length()));
    }
    if (best >= 0 && whole == 0 && now.equals(exact)) {
      return new Placement(State.LIVE, new Span(0, now.length()));
    }
    return found < 2 ? alike(anchor, now, last) : new Placement(State.ORPHAN, last);
  }

  /** How many units beside a place are the same as beside the anchor's. */
  private static int context(Anchor anchor, String now, int at) {
    String prefix = anchor.prefix();
    String suffix = anchor.suffix();
    int end = at + anchor.exact().length();
    int same = 0;
    while (same < prefix.length()
        && at - same > 0
        && now.charAt(at - same - 1) == prefix.charAt(prefix.length() - same - 1)) {
      same++;
    }
    int after = 0;
    while (after < suffix.length()
        && end + after < now.length()
        && now.charAt(end + after) == suffix.charAt(after)) {
      after++;
    }
    return same + after;
  }

  /** Its words with their neighbours, sought as a text that became part of the text of now. */
  private static Placement alike(Anchor anchor, String now, Span last) {
    String words = anchor.exact();
    if (!words.isBlank()) {
      String known = anchor.prefix() + words + anchor.suffix();
      int start = anchor.prefix().length();
      Carrying carrying = new Carrying(known, now, Alignment.of(known, now));
      Span span = new Span(start, start + words.length());
      Placement found = carrying.carried(new Placement(State.LIVE, span));
      if (found.state() != State.ORPHAN && likeness(words, found.span().of(now)) >= LIKE) {
        return new Placement(State.GUESS, found.span());
      }
    }
    return new Placement(State.ORPHAN, last);
  }

  /** Twice the letters in common, by words, by the letters of both. */
  private static double likeness(String a, String b) {
    Alignment alignment = Alignment.of(a, b);
    int same = 0;
    for (int i = 0; i < alignment.size(); i++) {
      same += alignment.isKept(i) ? alignment.before(i).length() : 0;
    }
    long letters = (a + b).chars().filter(c -> !Character.isWhitespace(c)).count();
    return letters == 0 ? 0 : 2.0 * same / letters;
  }
}
