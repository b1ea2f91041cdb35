package galley.text;

import galley.text.Alignment.Lookalike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a later text that came from nowhere, and what among them is like a stretch of the
 * earlier text. Words that are frequent there lead nowhere, so that a search stays short whatever
 * the texts. Immutable.
 */
final class Newcomers {
  private static final int NONE = Alignment.NONE;
  private static final int FREQUENT = 64;
  private static final int LONGEST = 400;
  private static final int MOST_PLACES = 8;

  private final Tokens old;
  private final Tokens fresh;
  private final int[] a;
  private final int[] b;
  private final int[] from;
  private final Map<Integer, List<Integer>> places = new HashMap<>();

  Newcomers(Tokens old, Tokens fresh, int[] a, int[] b, int[] from) {
    this.old = old;
    this.fresh = fresh;
    this.a = a;
    this.b = b;
    this.from = from;
    for (int j = 0; j < b.length; j++) {
      if (from[j] == NONE) {
        places.computeIfAbsent(b[j], _ -> new ArrayList<>()).add(j);
      }
    }
  }

  /** What is most like the earlier text's tokens from the first to before the last. */
  Optional<Lookalike> like(int first, int last) {
    if (last - first < 2 || last - first > LONGEST) {
      return Optional.empty();
    }
    int[] hits =
        Arrays.stream(a, first, last)
            .distinct()
            .mapToObj(token -> places.getOrDefault(token, List.of()))
            .filter(found -> found.size() <= FREQUENT)
            .flatMap(List::stream)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    Lookalike best = new Lookalike(new Span(0, 0), 0, 0);
    double second = 0;
    for (int place : densest(hits, last - first)) {
      Lookalike found = compare(first, last, place);
      if (found.score() > best.score()) {
        second = best.span().overlaps(found.span()) ? second : best.score();
        best = found;
      } else if (!best.span().overlaps(found.span())) {
        second = Math.max(second, found.score());
      }
    }
    return best.score() == 0
        ? Optional.empty()
        : Optional.of(new Lookalike(best.span(), best.score(), best.score() - second));
  }

  /** Where the windows with most hits begin; one of a few that overlap. */
  private static List<Integer> densest(int[] hits, int width) {
    List<int[]> windows = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < hits.length; i++) {
      while (end < hits.length && hits[end] < hits[i] + 2 * width) {
        end++;
      }
      int[] last = windows.isEmpty() ? new int[] {-width, 0} : windows.getLast();
      if (hits[i] - last[0] > width / 2) {
        windows.add(new int[] {hits[i], end - i});
      } else if (end - i > last[1]) {
        windows.set(windows.size() - 1, new int[] {hits[i], end - i});
      }
    }
    return windows.stream()
        .filter(window -> 3 * window[1] >= width)
        .sorted((x, y) -> Integer.compare(y[1], x[1]))
        .limit(MOST_PLACES)
        .map(window -> window[0])
        .toList();
  }

  /** Compares with the window from half a width before a place, token by token. */
  private Lookalike compare(int first, int last, int place) {
    int width = last - first;
    int start = Math.max(0, place - width / 2);
    int end = Math.min(b.length, place + 2 * width);
    int[][] common = new int[width + 1][end - start + 1];
    for (int x = width - 1; x >= 0; x--) {
      for (int y = end - start - 1; y >= 0; y--) {
        boolean same = from[start + y] == NONE && a[first + x] == b[start + y];
        common[x][y] =
            same
                ? common[x + 1][y + 1] + units(old, first + x)
                : Math.max(common[x + 1][y], common[x][y + 1]);
      }
    }
    int low = -1;
    int high = -1;
    for (int x = 0, y = 0; x < width && y < end - start; ) {
      if (from[start + y] == NONE && a[first + x] == b[start + y]) {
        low = low < 0 ? start + y : low;
        high = start + y;
        x++;
        y++;
      } else if (common[x + 1][y] >= common[x][y + 1]) {
        x++;
      } else {
        y++;
      }
    }
    if (low < 0) {
      return new Lookalike(new Span(0, 0), 0, 0);
    }
    int all = 0;
    for (int i = first; i < last; i++) {
      all += units(old, i);
    }
    for (int j = low; j <= high; j++) {
      all += units(fresh, j);
    }
    return new Lookalike(new Span(fresh.start(low), fresh.end(high)), 2.0 * common[0][0] / all, 0);
  }

  private static int units(Tokens tokens, int token) {
    return tokens.end(token) - tokens.start(token);
  }
}
