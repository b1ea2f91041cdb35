package galley.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two texts, by words.
 *
 * <p>Words that stand once in both texts and in the same order are matched first (Cohen's patience
 * diff); what lies between them by the shortest edit (Myers 1986), up to a bound on its cost, past
 * which a stretch counts as replaced. So the time stays bounded: two texts of 200,000 words with
 * nothing in common take less than a second.
 */
public final class Diff {
  /** How a stretch of text changed. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED,
    REPLACED
  }

  /**
   * One stretch.
   *
   * @param before its place in the earlier text, empty where it was added
   * @param after its place in the later text, empty where it was removed
   */
  public record Change(Kind kind, Span before, Span after) {}

  /** How many words came and went; a replaced word counts in both. */
  public record Counts(int added, int removed) {}

  private Diff() {}

  /**
   * The stretches in order, without gaps: the {@code before} spans make up the earlier text, the
   * {@code after} spans the later one. Neighbours differ in kind, and blanks alone between two
   * changes on one line are part of the change.
   */
  public static List<Change> words(String before, String after) {
    Tokens old = Tokens.of(before);
    Tokens fresh = Tokens.of(after);
    boolean[][] kept = new Match(old, fresh).kept();
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      int fromOld = i;
      int fromNew = j;
      while (i < old.size() && kept[0][i] && j < fresh.size() && kept[1][j]) {
        i++;
        j++;
      }
      if (i > fromOld) {
        add(changes, old, fresh, new int[] {fromOld, i, fromNew, j}, true);
        continue;
      }
      while (i < old.size() && !kept[0][i]) {
        i++;
      }
      while (j < fresh.size() && !kept[1][j]) {
        j++;
      }
      add(changes, old, fresh, new int[] {fromOld, i, fromNew, j}, false);
    }
    return joined(changes, before);
  }

  /** How many words the later text has that the earlier had not, and the other way round. */
  public static Counts count(String before, String after) {
    int added = 0;
    int removed = 0;
    for (Change change : words(before, after)) {
      if (change.kind() != Kind.SAME) {
        removed += Words.count(change.before().of(before));
        added += Words.count(change.after().of(after));
      }
    }
    return new Counts(added, removed);
  }

  private static void add(
      List<Change> changes, Tokens old, Tokens fresh, int[] range, boolean same) {
    Span before = new Span(old.start(range[0]), old.start(range[1]));
    Span after = new Span(fresh.start(range[2]), fresh.start(range[3]));
    changes.add(new Change(same ? Kind.SAME : kind(before, after), before, after));
  }

  private static Kind kind(Span before, Span after) {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.REPLACED;
  }

  /** Takes blanks between two changes into one change, for people read phrases. */
  private static List<Change> joined(List<Change> changes, String before) {
    List<Change> out = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      boolean between =
          change.kind() == Kind.SAME
              && !out.isEmpty()
              && i + 1 < changes.size()
              && isGap(change.before().of(before));
      if (between || !out.isEmpty() && joins(out.getLast(), change)) {
        Change last = out.removeLast();
        Span old = new Span(last.before().start(), change.before().end());
        Span fresh = new Span(last.after().start(), change.after().end());
        change = new Change(kind(old, fresh), old, fresh);
      }
      out.add(change);
    }
    return List.copyOf(out);
  }

  private static boolean joins(Change last, Change next) {
    return last.kind() != Kind.SAME && next.kind() != Kind.SAME;
  }

  private static boolean isGap(String text) {
    return text.length() <= 2 && text.isBlank() && text.indexOf('\n') < 0;
  }
}
