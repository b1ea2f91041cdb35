package galley.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Pairs the tokens of two texts for {@link Alignment}. */
final class Pairing {
  private static final int NONE = Alignment.NONE;
  private static final int[] RUNS = {7, 4};
  private static final int MOST_ALIKE = 60;

  private final String before;
  private final String after;
  private final Tokens old;
  private final Tokens fresh;
  private final Match match;
  private final int[] a;
  private final int[] b;
  private final int[] to;
  private final int[] from;

  Pairing(String before, String after, Tokens old, Tokens fresh) {
    this.before = before;
    this.after = after;
    this.old = old;
    this.fresh = fresh;
    match = new Match(old, fresh);
    a = match.old();
    b = match.fresh();
    to = new int[a.length];
    from = new int[b.length];
    Arrays.fill(to, NONE);
    Arrays.fill(from, NONE);
  }

  void run() {
    take(0, a.length, 0, b.length);
    dropIslands();
    for (int run : RUNS) {
      findMoved(run);
    }
    Breaks oldBreaks = new Breaks(before, old);
    Breaks newBreaks = new Breaks(after, fresh);
    new Edges(a, b, to, from, oldBreaks, newBreaks).run();
    fillGaps();
    new Sliding(oldBreaks, a, to, from).run();
    new Sliding(newBreaks, b, from, to).run();
  }

  int[] to() {
    return to;
  }

  /** The later text's tokens that nothing is paired with. */
  Newcomers newcomers() {
    return new Newcomers(old, fresh, a, b, from);
  }

  private void take(int i, int iEnd, int j, int jEnd) {
    int[][] pairs = match.pairs(i, iEnd, j, jEnd);
    for (int k = 0; k < pairs[0].length; k++) {
      pair(pairs[0][k], pairs[1][k]);
    }
  }

  private void pair(int i, int j) {
    to[i] = j;
    from[j] = i;
  }

  private void part(int i) {
    from[to[i]] = NONE;
    to[i] = NONE;
  }

  /** Takes away short runs between long stretches without any: they are there by chance. */
  private void dropIslands() {
    int i = 0;
    int gapOld = 0;
    int gapNew = 0;
    while (i < a.length) {
      int start = i;
      while (i < a.length && to[i] == NONE) {
        i++;
      }
      gapOld = i - start;
      if (i == a.length) {
        return;
      }
      gapNew = to[i] - (start == 0 ? 0 : last(start) + 1);
      int run = i;
      while (i < a.length && to[i] != NONE && (i == run || to[i] == to[i - 1] + 1)) {
        i++;
      }
      int end = i;
      while (end < a.length && to[end] == NONE) {
        end++;
      }
      int nextNew = (end == a.length ? b.length : to[end]) - to[i - 1] - 1;
      int left = Math.max(gapOld, gapNew);
      int right = Math.max(end - i, nextNew);
      int length = i - run;
      if (length < 3 && left > 4 * length && right > 4 * length) {
        for (int k = run; k < i; k++) {
          part(k);
        }
      }
    }
  }

  private int last(int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (to[i] != NONE) {
        return to[i];
      }
    }
    return -1;
  }

  /** Runs of so many tokens that stand once on either side among what is not paired yet. */
  private void findMoved(int run) {
    Map<Long, Integer> inOld = runs(a, to, run);
    Map<Long, Integer> inNew = runs(b, from, run);
    int[] starts =
        inNew.entrySet().stream()
            .filter(entry -> entry.getValue() >= 0 && inOld.getOrDefault(entry.getKey(), -1) >= 0)
            .mapToInt(Map.Entry::getValue)
            .sorted()
            .toArray();
    for (int j : starts) {
      int i = inOld.getOrDefault(hash(b, j, run), -1);
      if (from[j] != NONE || i < 0 || to[i] != NONE || !isSame(i, j, run)) {
        continue;
      }
      int back = 0;
      while (i - back > 0 && j - back > 0 && isFree(i - back - 1, j - back - 1)) {
        back++;
      }
      int length = 0;
      while (i + length < a.length && j + length < b.length && isFree(i + length, j + length)) {
        length++;
      }
      if (length >= run) {
        for (int k = -back; k < length; k++) {
          pair(i + k, j + k);
        }
      }
    }
  }

  private boolean isFree(int i, int j) {
    return to[i] == NONE && from[j] == NONE && a[i] == b[j];
  }

  private boolean isSame(int i, int j, int length) {
    return Arrays.equals(a, i, i + length, b, j, j + length);
  }

  /** Where each run of unpaired tokens begins; -1 where it stands more than once. */
  private static Map<Long, Integer> runs(int[] tokens, int[] paired, int run) {
    Map<Long, Integer> found = new HashMap<>();
    int free = 0;
    for (int i = 0; i < tokens.length; i++) {
      free = paired[i] == NONE ? free + 1 : 0;
      if (free >= run) {
        found.merge(hash(tokens, i - run + 1, run), i - run + 1, (_, _) -> -1);
      }
    }
    return found;
  }

  private static long hash(int[] tokens, int start, int length) {
    long hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = hash * 0x9E3779B97F4A7C15L + tokens[i] + 1;
    }
    return hash;
  }

  /** What lies between neighbours that stand in the same order on both sides. */
  private void fillGaps() {
    int i = 0;
    while (i < a.length) {
      if (to[i] != NONE) {
        i++;
        continue;
      }
      int end = i;
      while (end < a.length && to[end] == NONE) {
        end++;
      }
      int left = i == 0 ? 0 : to[i - 1] + 1;
      int right = end == a.length ? b.length : to[end];
      int leftEnd = left;
      while (leftEnd < b.length && from[leftEnd] == NONE) {
        leftEnd++;
      }
      int rightStart = right;
      while (rightStart > 0 && from[rightStart - 1] == NONE) {
        rightStart--;
      }
      if (left < right && leftEnd >= right) {
        take(i, end, left, right);
        alike(i, end, left, right);
      } else {
        if (left < leftEnd) {
          alike(i, end, left, leftEnd);
        }
        if (rightStart < right) {
          alike(i, end, rightStart, right);
        }
      }
      i = end;
    }
  }

  /** Pairs words that were respelt, in order, the most alike first by the best sum. */
  private void alike(int i, int iEnd, int j, int jEnd) {
    int start = i;
    while (start < iEnd) {
      while (start < iEnd && to[start] != NONE) {
        start++;
      }
      int end = start;
      while (end < iEnd && to[end] == NONE) {
        end++;
      }
      int left = start == i || to[start - 1] == NONE ? j : to[start - 1] + 1;
      int right = end == iEnd || to[end] == NONE ? jEnd : to[end];
      if (start < end && left < right && end - start <= MOST_ALIKE && right - left <= MOST_ALIKE) {
        alikeBetween(start, end, left, right);
      }
      start = Math.max(end, start + 1);
    }
  }

  private void alikeBetween(int i, int iEnd, int j, int jEnd) {
    int n = iEnd - i;
    int m = jEnd - j;
    double[][] best = new double[n + 1][m + 1];
    double[][] likeness = new double[n][m];
    for (int x = n - 1; x >= 0; x--) {
      for (int y = m - 1; y >= 0; y--) {
        double its = from[j + y] == NONE ? Likeness.of(old.key(i + x), fresh.key(j + y)) : 0;
        boolean isLong = Math.min(old.key(i + x).length(), fresh.key(j + y).length()) > 4;
        likeness[x][y] = its >= (n == m && n <= 2 ? 0.6 : isLong ? 0.75 : 1) ? its : 0;
        best[x][y] = Math.max(best[x + 1][y], best[x][y + 1]);
        if (likeness[x][y] > 0) {
          best[x][y] = Math.max(best[x][y], best[x + 1][y + 1] + likeness[x][y]);
        }
      }
    }
    int x = 0;
    int y = 0;
    while (x < n && y < m) {
      if (likeness[x][y] > 0 && best[x][y] == best[x + 1][y + 1] + likeness[x][y]) {
        pair(i + x, j + y);
        x++;
        y++;
      } else if (best[x][y] == best[x + 1][y]) {
        x++;
      } else {
        y++;
      }
    }
  }
}
