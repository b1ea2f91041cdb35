package galley.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What turns one text into another, as replacements of whole words, figures, addresses, marks and
 * blanks; two that only blanks keep apart are one. The same change beside other changes comes out
 * the same: where it could stand in several places ("very very"), it stands in the first.
 */
public final class Edits {
  private static final int SHORTEST_ECHO = 4;
  private static final int LONGEST_ECHO = 400;

  private final Tokens old;
  private final Tokens fresh;
  private final List<int[]> ranges = new ArrayList<>();

  /**
   * One replacement.
   *
   * @param before what is replaced, empty for an insertion
   * @param after what stands there in the later text, empty for a deletion
   * @param reach everything in the earlier text that it could as well have stood on; holds {@code
   *     before}
   */
  public record Edit(Span before, Span after, Span reach) {
    /** What is unchanged of the earlier text between this and a later one. */
    public Span until(Edit later) {
      int start = before.end();
      int end = later.before.start();
      return new Span(start, end);
    }
  }

  private Edits(String before, String after) {
    old = Tokens.whole(before);
    fresh = Tokens.whole(after);
  }

  /** The replacements in order; something unchanged lies between any two of them. */
  public static List<Edit> between(String before, String after) {
    return new Edits(before, after).edits();
  }

  /** How many words, marks and blanks a text is made of; counts no further than {@code most}. */
  public static int pieces(String text, int most) {
    return text.length() > 400 ? most : Math.min(most, Tokens.whole(text).size());
  }

  private List<Edit> edits() {
    boolean[][] kept = new Match(old, fresh).kept();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      int fromOld = i;
      int fromNew = j;
      while (i < old.size() && !kept[0][i]) {
        i++;
      }
      while (j < fresh.size() && !kept[1][j]) {
        j++;
      }
      if (i > fromOld || j > fromNew) {
        add(fromOld, i, fromNew, j);
      }
      while (i < old.size() && kept[0][i] && j < fresh.size() && kept[1][j]) {
        i++;
        j++;
      }
    }
    List<Edit> out = new ArrayList<>();
    for (int n = 0; n < ranges.size(); n++) {
      Edit edit = edit(n);
      if (!out.isEmpty() && isGap(out.getLast(), edit)) {
        Edit last = out.removeLast();
        edit =
            new Edit(
                new Span(last.before.start(), edit.before.end()),
                new Span(last.after.start(), edit.after.end()),
                new Span(last.reach.start(), edit.reach.end()));
      }
      out.add(edit);
    }
    return List.copyOf(out);
  }

  /** Whether only blanks lie between two changes: people write phrases, not words. */
  private boolean isGap(Edit last, Edit next) {
    Span between = last.until(next);
    return between.length() <= 2 && between.of(old.text()).chars().allMatch(c -> c == ' ');
  }

  /** Adds a replacement, slid towards the start, but never up to the one before. */
  private void add(int oldStart, int oldEnd, int newStart, int newEnd) {
    int floor = ranges.isEmpty() ? 0 : ranges.getLast()[1];
    int up = 0;
    while (oldStart - up > floor
        && slides(oldStart - up, oldEnd - up, newStart - up, newEnd - up)) {
      up++;
    }
    int slid = !ranges.isEmpty() && up > 0 && oldStart - up == floor ? up - 1 : up;
    ranges.add(
        new int[] {oldStart - slid, oldEnd - slid, newStart - slid, newEnd - slid, oldStart - up});
  }

  private boolean slides(int a, int aEnd, int b, int bEnd) {
    if (a == aEnd) {
      return b < bEnd && old.token(a - 1).equals(fresh.token(bEnd - 1));
    }
    return b == bEnd && old.token(a - 1).equals(old.token(aEnd - 1));
  }

  private Edit edit(int n) {
    int[] range = ranges.get(n);
    int ceiling = n + 1 < ranges.size() ? ranges.get(n + 1)[0] : old.size();
    int down = 0;
    int a = range[0];
    int b = range[2];
    while (range[1] + down < ceiling && slidesOn(a + down, range[1] + down, b + down, range)) {
      down++;
    }
    if (range[0] == range[1]) {
      down = Math.max(down, echo(range, ceiling));
    }
    return new Edit(
        new Span(old.start(range[0]), old.start(range[1])),
        new Span(fresh.start(range[2]), fresh.start(range[3])),
        new Span(old.start(range[4]), old.start(range[1] + down)));
  }

  /**
   * How many of the tokens that follow an insertion also stand within it. Part of it may have been
   * written after them: "now. Then <b>now. </b>Later" can be read in two ways.
   */
  private int echo(int[] range, int ceiling) {
    int longest = 0;
    for (int b = range[2] + 1; b < Math.min(range[3], range[2] + LONGEST_ECHO); b++) {
      int same = 0;
      while (range[1] + same < ceiling
          && b + same < range[3]
          && old.token(range[1] + same).equals(fresh.token(b + same))) {
        same++;
      }
      longest = Math.max(longest, same);
    }
    return longest >= SHORTEST_ECHO ? longest : 0;
  }

  private boolean slidesOn(int a, int aEnd, int b, int[] range) {
    if (range[0] == range[1]) {
      return range[2] < range[3] && old.token(aEnd).equals(fresh.token(b));
    }
    return range[2] == range[3] && old.token(aEnd).equals(old.token(a));
  }
}
