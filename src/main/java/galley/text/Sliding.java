package galley.text;

/**
 * Where the same words stand at both ends of a stretch that came or went, it could be the one or
 * the other: takes the stretch that is a whole sentence, a paragraph or a line, as people write.
 */
final class Sliding {
  private static final int NONE = Alignment.NONE;

  private final Breaks breaks;
  private final int[] keys;
  private final int[] there;
  private final int[] back;

  /**
   * Of one of two texts.
   *
   * @param there for each token the one it is paired with
   * @param back the same for the other text
   */
  Sliding(Breaks breaks, int[] keys, int[] there, int[] back) {
    this.breaks = breaks;
    this.keys = keys;
    this.there = there;
    this.back = back;
  }

  void run() {
    int i = 0;
    while (i < there.length) {
      int end = i;
      while (end < there.length && there[end] == NONE) {
        end++;
      }
      i = end > i ? slide(i, end) : i + 1;
    }
  }

  private int slide(int start, int end) {
    int length = end - start;
    int low = start;
    while (low > 0
        && there[low - 1] != NONE
        && keys[low - 1] == keys[low - 1 + length]
        && isRow(low - 1, start)) {
      low--;
    }
    int high = start;
    while (high + length < there.length
        && there[high + length] != NONE
        && keys[high] == keys[high + length]
        && isRow(end, high + length + 1)) {
      high++;
    }
    int best = start;
    int score = breaks.before(start) + breaks.before(end);
    for (int at = low; at <= high; at++) {
      int its = breaks.before(at) + breaks.before(at + length);
      if (its > score) {
        score = its;
        best = at;
      }
    }
    for (int at = start; at > best; at--) {
      move(at - 1, at - 1 + length);
    }
    for (int at = start; at < best; at++) {
      move(at + length, at);
    }
    return best + length;
  }

  /** Whether tokens stand beside each other in the other text too. */
  private boolean isRow(int from, int to) {
    return to - from < 2 || there[to - 1] - there[from] == to - 1 - from;
  }

  private void move(int from, int to) {
    there[to] = there[from];
    back[there[to]] = to;
    there[from] = NONE;
  }
}
