package galley.review;

import galley.review.Trial.Outcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What became of many anchors, by kind of edit, in hundredths. */
final class Table {
  private final Map<Mutation, Map<Outcome, Integer>> counts = new EnumMap<>(Mutation.class);

  void add(Mutation kind, Outcome outcome) {
    counts.computeIfAbsent(kind, _ -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
  }

  int count(Outcome... outcomes) {
    return counts.values().stream().mapToInt(row -> sum(row, outcomes)).sum();
  }

  private static int sum(Map<Outcome, Integer> row, Outcome... outcomes) {
    int sum = 0;
    for (Outcome outcome : outcomes) {
      sum += row.getOrDefault(outcome, 0);
    }
    return sum;
  }

  int all() {
    return count(Outcome.values());
  }

  private int there() {
    return count(Outcome.RIGHT, Outcome.PARTLY, Outcome.WRONG, Outcome.LOST);
  }

  private int gone() {
    return count(Outcome.GONE, Outcome.GONE_YET_PLACED);
  }

  /** Of the anchors whose words are there, those placed on them. */
  double right() {
    return 100.0 * count(Outcome.RIGHT) / there();
  }

  /** Of the same, those placed on other words. */
  double wrong() {
    return 100.0 * count(Outcome.WRONG) / there();
  }

  /** Of those whose words are gone, the placed ones. */
  double goneYetPlaced() {
    return 100.0 * count(Outcome.GONE_YET_PLACED) / Math.max(1, gone());
  }

  /** Every kind that was tried has some. */
  int kinds() {
    return counts.size();
  }

  String shown(String name) {
    StringBuilder lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT,
            "%-34s| right %6.2f | partly %5.2f | wrong %6.2f | lost %5.2f | gone yet placed %6.2f"
                + " | of %d there, %d gone, %d in between%n",
            name,
            right(),
            100.0 * count(Outcome.PARTLY) / there(),
            wrong(),
            100.0 * count(Outcome.LOST) / there(),
            goneYetPlaced(),
            there(),
            gone(),
            count(Outcome.BETWEEN, Outcome.BETWEEN_WRONG)));
    return lines.toString();
  }

  /** A line for each kind of edit. */
  String byKind() {
    StringBuilder lines = new StringBuilder();
    counts.forEach((kind, row) -> {
      Table one = new Table();
      one.counts.put(kind, row);
      lines.append(one.shown("  " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    });
    return lines.toString();
  }
}
