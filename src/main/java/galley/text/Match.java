package galley.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the tokens that two texts share, in order, for {@link Diff}. */
final class Match {
  private static final int DEEPEST = 48;
  private static final int COSTLIEST = 600;

  private final int[] old;
  private final int[] fresh;
  private final int[] seenOld;
  private final int[] seenNew;
  private final boolean[] keptOld;
  private final boolean[] keptNew;
  private final Deque<Range> open = new ArrayDeque<>();

  private record Range(int a, int aEnd, int b, int bEnd, int depth) {}

  Match(Tokens before, Tokens after) {
    Map<String, Integer> numbers = new HashMap<>();
    old = numbered(before, numbers);
    fresh = numbered(after, numbers);
    seenOld = new int[numbers.size()];
    seenNew = new int[numbers.size()];
    keptOld = new boolean[old.length];
    keptNew = new boolean[fresh.length];
  }

  /** The earlier text's tokens as numbers: two are the same where their numbers are. */
  int[] old() {
    return old;
  }

  /** The later text's tokens as numbers. */
  int[] fresh() {
    return fresh;
  }

  /** Which tokens of the earlier and of the later text are kept; the same number of each. */
  boolean[][] kept() {
    open.push(new Range(0, old.length, 0, fresh.length, 0));
    while (!open.isEmpty()) {
      match(open.pop());
    }
    return new boolean[][] {keptOld, keptNew};
  }

  /** The tokens that two stretches share, in order: the earlier ones, and beside them the later. */
  int[][] pairs(int a, int aEnd, int b, int bEnd) {
    Arrays.fill(keptOld, a, aEnd, false);
    Arrays.fill(keptNew, b, bEnd, false);
    open.push(new Range(a, aEnd, b, bEnd, 0));
    while (!open.isEmpty()) {
      match(open.pop());
    }
    return new int[][] {kept(keptOld, a, aEnd), kept(keptNew, b, bEnd)};
  }

  private static int[] kept(boolean[] kept, int from, int to) {
    return IntStream.range(from, to).filter(i -> kept[i]).toArray();
  }

  private static int[] numbered(Tokens tokens, Map<String, Integer> numbers) {
    int[] out = new int[tokens.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = numbers.computeIfAbsent(tokens.key(i), _ -> numbers.size());
    }
    return out;
  }

  private void match(Range range) {
    int a = range.a;
    int b = range.b;
    int aEnd = range.aEnd;
    int bEnd = range.bEnd;
    while (a < aEnd && b < bEnd && old[a] == fresh[b]) {
      keep(a++, b++);
    }
    while (a < aEnd && b < bEnd && old[aEnd - 1] == fresh[bEnd - 1]) {
      keep(--aEnd, --bEnd);
    }
    if (a == aEnd || b == bEnd) {
      return;
    }
    Range rest = new Range(a, aEnd, b, bEnd, range.depth + 1);
    int[][] anchors = rest.depth > DEEPEST ? new int[2][0] : anchors(rest);
    if (anchors[0].length == 0) {
      shortest(rest);
      return;
    }
    for (int i = 0; i < anchors[0].length; i++) {
      keep(anchors[0][i], anchors[1][i]);
      open.push(new Range(a, anchors[0][i], b, anchors[1][i], rest.depth));
      a = anchors[0][i] + 1;
      b = anchors[1][i] + 1;
    }
    open.push(new Range(a, aEnd, b, bEnd, rest.depth));
  }

  private void keep(int a, int b) {
    keptOld[a] = true;
    keptNew[b] = true;
  }

  /** Tokens that stand once on each side, the longest row of them that is in the same order. */
  private int[][] anchors(Range range) {
    for (int i = range.a; i < range.aEnd; i++) {
      seenOld[old[i]]++;
    }
    for (int j = range.b; j < range.bEnd; j++) {
      seenNew[fresh[j]]++;
    }
    Map<Integer, Integer> where = new HashMap<>();
    for (int j = range.b; j < range.bEnd; j++) {
      if (seenNew[fresh[j]] == 1 && seenOld[fresh[j]] == 1) {
        where.put(fresh[j], j);
      }
    }
    int[] as = new int[where.size()];
    int[] bs = new int[where.size()];
    int found = 0;
    for (int i = range.a; i < range.aEnd; i++) {
      Integer j = where.get(old[i]);
      if (j != null) {
        as[found] = i;
        bs[found++] = j;
      }
    }
    for (int i = range.a; i < range.aEnd; i++) {
      seenOld[old[i]] = 0;
    }
    for (int j = range.b; j < range.bEnd; j++) {
      seenNew[fresh[j]] = 0;
    }
    return rising(as, bs);
  }

  /** The longest rising subsequence of bs, and the as beside it. */
  private static int[][] rising(int[] as, int[] bs) {
    int[] tails = new int[bs.length];
    int[] previous = new int[bs.length];
    int length = 0;
    for (int i = 0; i < bs.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (bs[tails[middle]] < bs[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    int[][] out = new int[2][length];
    for (int at = length == 0 ? -1 : tails[length - 1]; at >= 0; at = previous[at]) {
      length--;
      out[0][length] = as[at];
      out[1][length] = bs[at];
    }
    return out;
  }

  /** Myers' greedy algorithm; gives up, keeping nothing, where the edit costs too much. */
  private void shortest(Range range) {
    int n = range.aEnd - range.a;
    int m = range.bEnd - range.b;
    int most = (int) Math.min((long) n + m, COSTLIEST);
    int[][] trace = new int[most + 1][];
    int[] reach = new int[2 * most + 3];
    int middle = most + 1;
    for (int d = 0; d <= most; d++) {
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || k != d && reach[middle + k - 1] < reach[middle + k + 1];
        int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
        int y = x - k;
        while (x < n && y < m && old[range.a + x] == fresh[range.b + y]) {
          x++;
          y++;
        }
        reach[middle + k] = x;
        if (x >= n && y >= m) {
          back(range, trace, d);
          return;
        }
      }
      trace[d] = Arrays.copyOfRange(reach, middle - d, middle + d + 1);
    }
  }

  private void back(Range range, int[][] trace, int cost) {
    int x = range.aEnd - range.a;
    int y = range.bEnd - range.b;
    for (int d = cost; d > 0; d--) {
      int[] reach = trace[d - 1]; // holds the diagonals -(d-1) to d-1
      int k = x - y;
      boolean down = k == -d || k != d && at(reach, d, k - 1) < at(reach, d, k + 1);
      int beforeK = down ? k + 1 : k - 1;
      int beforeX = at(reach, d, beforeK);
      int beforeY = beforeX - beforeK;
      int startX = down ? beforeX : beforeX + 1;
      while (x > startX) {
        keep(range.a + --x, range.b + --y);
      }
      x = beforeX;
      y = beforeY;
    }
    while (x > 0) {
      keep(range.a + --x, range.b + --y);
    }
  }

  private static int at(int[] reach, int d, int k) {
    int index = k + d - 1;
    return index < 0 || index >= reach.length ? -1 : reach[index];
  }
}
