package galley.text;

/**
 * Where two stretches meet that stand apart in the other text, and both could hold the words at the
 * edge: lets the edge be where a paragraph or a sentence begins.
 */
final class Edges {
  private static final int NONE = Alignment.NONE;
  private static final int LONGEST = 40;

  private final int[] a;
  private final int[] b;
  private final int[] to;
  private final int[] from;
  private final Breaks old;
  private final Breaks fresh;

  Edges(int[] a, int[] b, int[] to, int[] from, Breaks old, Breaks fresh) {
    this.a = a;
    this.b = b;
    this.to = to;
    this.from = from;
    this.old = old;
    this.fresh = fresh;
  }

  void run() {
    for (int i = 0; i <= a.length; i++) {
      boolean begins = i < a.length && to[i] != NONE;
      boolean ends = i > 0 && to[i - 1] != NONE;
      if (begins && ends && to[i] == to[i - 1] + 1) {
        continue;
      }
      if (begins) {
        backward(i);
      }
      if (ends) {
        forward(i);
      }
    }
  }

  /** Lets the stretch that begins here begin earlier. */
  private void backward(int i) {
    int best = 0;
    int score = old.before(i) + fresh.before(to[i]);
    for (int k = 1; k <= LONGEST && i - k >= 0 && to[i] - k >= 0; k++) {
      if (a[i - k] != b[to[i] - k] || to[i - k] == to[i] - k) {
        break;
      }
      int its = old.before(i - k) + fresh.before(to[i] - k);
      if (its > score) {
        score = its;
        best = k;
      }
    }
    for (int k = 1; k <= best; k++) {
      swap(i - k, to[i] - k);
    }
  }

  /** Lets the stretch that ends before here end later. */
  private void forward(int i) {
    int last = to[i - 1];
    int best = 0;
    int score = old.before(i) + fresh.before(last + 1);
    for (int k = 1; k <= LONGEST && i + k <= a.length && last + k < b.length; k++) {
      if (a[i + k - 1] != b[last + k] || to[i + k - 1] == last + k) {
        break;
      }
      int its = old.before(i + k) + fresh.before(last + k + 1);
      if (its > score) {
        score = its;
        best = k;
      }
    }
    for (int k = 1; k <= best; k++) {
      swap(i + k - 1, last + k);
    }
  }

  /** Pairs two equal tokens; those that were paired with them are each other's now. */
  private void swap(int i, int j) {
    int otherNew = to[i];
    int otherOld = from[j];
    to[i] = j;
    from[j] = i;
    if (otherOld != NONE) {
      to[otherOld] = otherNew;
    }
    if (otherNew != NONE) {
      from[otherNew] = otherOld;
    }
  }
}
