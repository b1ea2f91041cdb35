package galley.review;

import galley.docx.WordText.Change;
import galley.docx.WordText.Run;
import galley.markdown.Markdown;
import galley.markdown.Passage;
import galley.markdown.Passages;
import galley.markdown.Stretch;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of a body that a reader sees, in order, each with its place in the source: where
 * comments and changes made on the source go on the page.
 */
final class Slots {
  private final String source;
  private final List<Passage> passages;
  private final int[] places;
  private final int[] unitEnds;
  private final int[] passageOf;

  /** For each passage its first slot and the one after its last, and where its words end. */
  private final int[][] ranges;

  private final Map<Integer, List<Run>> before = new HashMap<>();
  private final Map<Integer, List<Run>> after = new HashMap<>();
  private final Map<Integer, Change> cut = new HashMap<>();
  private final Map<Integer, Change> endCut = new HashMap<>();
  private final Map<Integer, Inserted> insertedBefore = new HashMap<>();
  private final Map<Integer, Inserted> insertedAfter = new HashMap<>();
  private int changedUpTo = -1;

  /** Words to be put in, by paragraphs; the first goes on the line it stands in. */
  record Inserted(List<Passage> passages, String words, Change change, Span place) {
    /** Whether they stand among the words of a stretch, and look like them. */
    boolean within(Stretch stretch) {
      return stretch.kind() == Stretch.Kind.WORDS
          && stretch.span().start() <= place.start()
          && place.end() <= stretch.span().end();
    }
  }

  Slots(List<Passage> passages, String source) {
    this.passages = passages;
    this.source = source;
    ranges = new int[passages.size()][];
    int[] found = new int[Math.max(16, source.length() + 16)];
    int[] owner = new int[found.length];
    int[] last = new int[found.length];
    int count = 0;
    for (int i = 0; i < passages.size(); i++) {
      int first = count;
      int end = count == 0 ? 0 : found[count - 1];
      for (List<Stretch> words : lines(passages.get(i))) {
        for (Stretch stretch : words) {
          int units = Math.max(1, stretch.text().length());
          for (int unit = 0; unit < units; unit++) {
            if (count == found.length) {
              found = Arrays.copyOf(found, count * 2);
              owner = Arrays.copyOf(owner, count * 2);
              last = Arrays.copyOf(last, count * 2);
            }
            int place = stretch.places()[Math.min(unit, stretch.places().length - 1)];
            found[count] = count == 0 ? place : Math.max(found[count - 1], place);
            boolean isWords = stretch.kind() == Stretch.Kind.WORDS;
            last[count] =
                isWords
                    ? Math.max(place, Math.min(place + 1, stretch.span().end()))
                    : stretch.span().end();
            owner[count++] = i;
          }
          end = Math.max(end, stretch.span().end());
        }
      }
      ranges[i] = new int[] {first, count, end};
    }
    places = Arrays.copyOf(found, count);
    passageOf = Arrays.copyOf(owner, count);
    unitEnds = Arrays.copyOf(last, count);
  }

  /** The lines of words of a passage, in order. */
  static List<List<Stretch>> lines(Passage passage) {
    List<List<Stretch>> lines = new ArrayList<>(List.of(passage.words()));
    passage.rows().forEach(lines::addAll);
    return lines;
  }

  boolean isTable(int passage) {
    return passages.get(passage).kind() == Passage.Kind.TABLE;
  }

  List<Run> before(int slot) {
    return before.getOrDefault(slot, List.of());
  }

  List<Run> after(int slot) {
    return after.getOrDefault(slot, List.of());
  }

  Optional<Change> cut(int slot) {
    return Optional.ofNullable(cut.get(slot));
  }

  Optional<Change> endCut(int passage) {
    return Optional.ofNullable(endCut.get(passage));
  }

  Optional<Inserted> insertedBefore(int slot) {
    return Optional.ofNullable(insertedBefore.get(slot));
  }

  Optional<Inserted> insertedAfter(int slot) {
    return Optional.ofNullable(insertedAfter.get(slot));
  }

  /** Where a picture stands in the source. */
  Optional<Span> picture(String file) {
    for (Passage passage : passages) {
      for (List<Stretch> words : lines(passage)) {
        for (Stretch stretch : words) {
          if (stretch.picture().equals(Optional.of(file))) {
            return Optional.of(stretch.span());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Puts marks around what a stretch of the source shows, or where it would stand. */
  void around(Span span, List<Run> start, List<Run> end) {
    int low = slot(span.start());
    int high = slot(span.end());
    if (low < high) {
      before.computeIfAbsent(low, _ -> new ArrayList<>()).addAll(start);
      after.computeIfAbsent(high - 1, _ -> new ArrayList<>()).addAll(0, end);
    } else if (low > 0 && isEnd(low, span.start())) {
      List<Run> there = after.computeIfAbsent(low - 1, _ -> new ArrayList<>());
      there.addAll(start);
      there.addAll(end);
    } else {
      List<Run> there = before.computeIfAbsent(low, _ -> new ArrayList<>());
      there.addAll(0, end);
      there.addAll(0, start);
    }
  }

  /** Whether a place belongs to the end of the passage before a slot. */
  private boolean isEnd(int slot, int place) {
    if (slot == places.length) {
      return true;
    }
    return passageOf[slot] != passageOf[slot - 1] && place <= ranges[passageOf[slot - 1]][2];
  }

  /** The first slot at or after a place in the source. */
  private int slot(int place) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Tracks a change of the source.
   *
   * @return false where a page can't show it, for it changes signs and no words
   */
  boolean change(Span span, String words, Change deleted, Change inserted) {
    if (places.length == 0 || span.start() < changedUpTo) {
      return false;
    }
    int low = slot(span.start());
    int high = slot(span.end());
    String blank = span.isEmpty() ? blankBefore(low, span.start()) : "";
    if (!blank.isEmpty() && words.startsWith(blank)) {
      // the blank after a list item's sign belongs to the sign
      int place = places[low];
      return change(
          new Span(place, place), words.substring(blank.length()) + blank, deleted, inserted);
    }
    if (span.isEmpty() && isHidden(low, span.start())) {
      return false;
    }
    List<Passage> fresh = Passages.of(Markdown.parse(words)).body();
    List<Integer> ends = ends(span);
    boolean visible = !words.isBlank() || low < high || !ends.isEmpty();
    boolean structure =
        fresh.stream().anyMatch(one -> one.kind() == Passage.Kind.TABLE)
            || low == high && !span.of(source).isBlank()
            || crossesTable(low, high)
            || !visible;
    if (structure) {
      return false;
    }
    for (int i = low; i < high; i++) {
      cut.put(i, deleted);
    }
    ends.forEach(passage -> endCut.put(passage, deleted));
    if (!words.isEmpty()) {
      Inserted what = new Inserted(fresh, words, inserted, span);
      if (low < high) {
        insertedAfter.put(high - 1, what);
      } else if (low > 0 && (span.start() <= unitEnds[low - 1] || isEnd(low, span.start()))) {
        insertedAfter.put(low - 1, what);
      } else {
        insertedBefore.put(low, what);
      }
    }
    changedUpTo = Math.max(span.end(), span.start() + 1);
    return true;
  }

  /** The blanks between a place and the first word of the passage that starts there. */
  private String blankBefore(int slot, int place) {
    boolean first =
        slot < places.length
            && slot == ranges[passageOf[slot]][0]
            && (slot == 0 || place > ranges[passageOf[slot - 1]][2]);
    String between = first ? source.substring(place, places[slot]) : "";
    return between.chars().allMatch(c -> c == ' ') ? between : "";
  }

  /** Whether a place lies within what a page doesn't show, such as the address of a link. */
  private boolean isHidden(int slot, int place) {
    return slot > 0
        && slot < places.length
        && passageOf[slot] == passageOf[slot - 1]
        && unitEnds[slot - 1] < place
        && place < places[slot];
  }

  /** The passages whose ends a change takes away. */
  private List<Integer> ends(Span span) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i + 1 < ranges.length; i++) {
      boolean next = ranges[i + 1][0] < places.length && ranges[i + 1][0] < ranges[i + 1][1];
      if (next
          && span.start() <= ranges[i][2]
          && span.end() >= places[ranges[i + 1][0]]
          && span.end() > ranges[i][2]) {
        ends.add(i);
      }
    }
    return ends;
  }

  private boolean crossesTable(int low, int high) {
    int from = passageOf[Math.min(low, places.length - 1)];
    int to = passageOf[Math.max(0, high - 1)];
    for (int i = from; i <= to; i++) {
      if (passages.get(i).kind() == Passage.Kind.TABLE && from != to) {
        return true;
      }
    }
    return false;
  }
}
