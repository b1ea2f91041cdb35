package galley.ui.history;

import java.util.ArrayList;
import java.util.List;

/** A row of a comparison on screen. */
sealed interface DiffRow {
  /** A paragraph. */
  record Words(DiffLine line) implements DiffRow {}

  /** Unchanged paragraphs that are folded away until someone wants them. */
  record Folded(List<DiffLine> lines) implements DiffRow {
    public Folded {
      lines = List.copyOf(lines);
    }
  }

  /** The comparison with long unchanged stretches folded, a paragraph left on either side. */
  static List<DiffRow> of(List<DiffLine> lines) {
    List<DiffRow> rows = new ArrayList<>();
    boolean anyChange = lines.stream().anyMatch(DiffLine::isChanged);
    int i = 0;
    while (i < lines.size()) {
      int end = i;
      while (end < lines.size() && !lines.get(end).isChanged()) {
        end++;
      }
      int from = i == 0 ? i : i + 1;
      int to = end == lines.size() ? end : end - 1;
      if (anyChange && to - from > 2) {
        lines.subList(i, from).forEach(line -> rows.add(new Words(line)));
        rows.add(new Folded(lines.subList(from, to)));
        lines.subList(to, end).forEach(line -> rows.add(new Words(line)));
      } else {
        lines.subList(i, end).forEach(line -> rows.add(new Words(line)));
      }
      if (end < lines.size()) {
        rows.add(new Words(lines.get(end)));
        end++;
      }
      i = end;
    }
    return rows;
  }
}
