package galley.ui.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which blocks of a page changed.
 *
 * <p>Blocks that stand exactly once on both sides, in the longest order common to both, stay (Bram
 * Cohen's patience diff); around them, equal neighbours stay too. Takes O(n log n) for n blocks,
 * whatever changed.
 */
final class BlockDiff {
  private final List<String> before;
  private final List<String> after;
  private final List<BlockEdit> edits = new ArrayList<>();

  private BlockDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The changes that turn one list of blocks into the other, from the first to the last. */
  static List<BlockEdit> between(List<String> before, List<String> after) {
    BlockDiff diff = new BlockDiff(before, after);
    int start = diff.equalFrom(0, before.size(), 0, after.size());
    int end = diff.equalBack(start, before.size(), start, after.size());
    int oldEnd = before.size() - end;
    int newEnd = after.size() - end;
    int oldAt = start;
    int newAt = start;
    for (int[] kept : diff.anchors(start, oldEnd, start, newEnd)) {
      if (kept[0] < oldAt || kept[1] < newAt) {
        continue; // already kept as the equal neighbour of the anchor before
      }
      diff.gap(oldAt, kept[0], newAt, kept[1]);
      int run = diff.equalFrom(kept[0], oldEnd, kept[1], newEnd);
      oldAt = kept[0] + run;
      newAt = kept[1] + run;
    }
    diff.gap(oldAt, oldEnd, newAt, newEnd);
    return diff.edits;
  }

  private void gap(int oldStart, int oldEnd, int newStart, int newEnd) {
    int same = equalFrom(oldStart, oldEnd, newStart, newEnd);
    int tail = equalBack(oldStart + same, oldEnd, newStart + same, newEnd);
    int removed = oldEnd - tail - oldStart - same;
    List<String> inserted = after.subList(newStart + same, newEnd - tail);
    if (removed > 0 || !inserted.isEmpty()) {
      edits.add(new BlockEdit(oldStart + same, removed, inserted));
    }
  }

  private int equalFrom(int oldStart, int oldEnd, int newStart, int newEnd) {
    int most = Math.min(oldEnd - oldStart, newEnd - newStart);
    int same = 0;
    while (same < most && before.get(oldStart + same).equals(after.get(newStart + same))) {
      same++;
    }
    return same;
  }

  private int equalBack(int oldStart, int oldEnd, int newStart, int newEnd) {
    int most = Math.min(oldEnd - oldStart, newEnd - newStart);
    int same = 0;
    while (same < most && before.get(oldEnd - 1 - same).equals(after.get(newEnd - 1 - same))) {
      same++;
    }
    return same;
  }

  /** Pairs of places of blocks that stay, rising on both sides. */
  private List<int[]> anchors(int oldStart, int oldEnd, int newStart, int newEnd) {
    if (oldStart == oldEnd || newStart == newEnd) {
      return List.of();
    }
    Map<String, int[]> places = new HashMap<>(); // times before, place before, times after, after
    for (int i = oldStart; i < oldEnd; i++) {
      int[] place = places.computeIfAbsent(before.get(i), html -> new int[4]);
      place[0]++;
      place[1] = i;
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = newStart; i < newEnd; i++) {
      int[] place = places.get(after.get(i));
      if (place != null) {
        place[2]++;
        place[3] = i;
      }
    }
    for (int i = newStart; i < newEnd; i++) {
      int[] place = places.get(after.get(i));
      if (place != null && place[0] == 1 && place[2] == 1) {
        pairs.add(new int[] {place[1], i});
      }
    }
    return longestRising(pairs);
  }

  /** The longest subsequence whose first numbers rise, by patience sorting. */
  private static List<int[]> longestRising(List<int[]> pairs) {
    int[] tops = new int[pairs.size()];
    int[] tails = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int piles = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int found = Arrays.binarySearch(tops, 0, piles, pairs.get(i)[0]);
      int pile = found >= 0 ? found : -found - 1;
      tops[pile] = pairs.get(i)[0];
      tails[pile] = i;
      previous[i] = pile == 0 ? -1 : tails[pile - 1];
      piles = Math.max(piles, pile + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int i = piles == 0 ? -1 : tails[piles - 1]; i >= 0; i = previous[i]) {
      rising.add(pairs.get(i));
    }
    return rising.reversed();
  }
}
