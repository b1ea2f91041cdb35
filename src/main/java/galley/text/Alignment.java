package galley.text;

import java.util.Optional;

/**
 * Which words of an earlier text stand where in a later one, also where stretches were moved.
 *
 * <p>Words are compared without regard to blanks, line breaks and the way quotes, dashes and
 * accents are written. First the words that stand in the same order (see {@link Diff}), without
 * chance hits between what was replaced; then what was moved, known by runs of words that stand
 * once on either side; then what lies between neighbours that are still neighbours, down to words
 * that were respelt. Where a repeated word leaves it open which of two was deleted or added, the
 * one is taken that makes a whole sentence or paragraph. Immutable; offsets are UTF-16 units.
 */
public final class Alignment {
  /** No token. */
  public static final int NONE = -1;

  private final Tokens old;
  private final Tokens fresh;
  private final int[] to;
  private final Newcomers newcomers;

  private Alignment(Tokens old, Tokens fresh, int[] to, Newcomers newcomers) {
    this.old = old;
    this.fresh = fresh;
    this.to = to;
    this.newcomers = newcomers;
  }

  public static Alignment of(String before, String after) {
    Tokens old = Tokens.loose(before);
    Tokens fresh = Tokens.loose(after);
    Pairing pairing = new Pairing(before, after, old, fresh);
    pairing.run();
    return new Alignment(old, fresh, pairing.to(), pairing.newcomers());
  }

  /** The number of words and marks in the earlier text. */
  public int size() {
    return old.size();
  }

  /** The first token of the earlier text that ends after an offset. */
  public int firstAfter(int offset) {
    int low = 0;
    int high = old.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (old.end(middle) > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Where a token stands in the earlier text. */
  public Span before(int token) {
    return new Span(old.start(token), old.end(token));
  }

  /** Whether a token of the earlier text stands in the later one. */
  public boolean isKept(int token) {
    return to[token] != NONE;
  }

  /** Where a kept token stands in the later text. */
  public Span after(int token) {
    return new Span(fresh.start(to[token]), fresh.end(to[token]));
  }

  /**
   * Where something very like a stretch of the earlier text stands among the words of the later one
   * that came from nowhere.
   */
  public Optional<Lookalike> lookalike(Span before) {
    int first = firstAfter(before.start());
    int last = first;
    while (last < size() && old.start(last) < before.end()) {
      last++;
    }
    return newcomers.like(first, last);
  }

  /**
   * A stretch of the later text that is like one of the earlier.
   *
   * @param score twice the units in common by the units of both
   * @param margin how much better it is than the next best
   */
  public record Lookalike(Span span, double score, double margin) {}
}
