package galley.markdown;

import galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each line of a text is, kept up as the text changes: after a change only the lines are read
 * that changed, and those below as far as it reaches (to the end of the text where code is fenced
 * and the fence falls). Holds no text. For one thread.
 */
public final class LineKinds {
  private static final int FARTHEST = 40;
  private static final LineKind BLANK =
      new LineKind(LineKind.Kind.BLANK, 0, 0, 0, LineKind.Marker.NONE, 0);

  private final List<LineKind> kinds = new ArrayList<>();
  private final List<LineState> after = new ArrayList<>();

  /** Reads a whole text. */
  public static LineKinds of(List<String> lines) {
    LineKinds all = new LineKinds();
    all.change(0, 0, lines.size(), lines::get);
    return all;
  }

  public int size() {
    return kinds.size();
  }

  public LineKind get(int line) {
    return kinds.get(line);
  }

  /**
   * Takes over a change: {@code removed} lines from {@code first} on went, {@code added} lines came
   * in their place. A line that was edited counts as one removed and one added.
   *
   * @param text the lines as they are now
   * @return from the first to past the last line, as they are now, that was added or whose kind or
   *     what it leaves open changed
   */
  public Span change(int first, int removed, int added, IntFunction<String> text) {
    kinds.subList(first, first + removed).clear();
    after.subList(first, first + removed).clear();
    kinds.addAll(first, Collections.nCopies(added, BLANK));
    after.addAll(first, Collections.nCopies(added, LineState.START));
    int from = first;
    int to = first + added;
    // A line also looks at the one below it.
    for (int line = Math.max(0, first - 1); line < kinds.size(); line++) {
      boolean fresh = line >= first && line < first + added;
      LineScan.Scanned scanned =
          LineScan.scan(
              line == 0 ? LineState.START : after.get(line - 1),
              text.apply(line),
              below(line, text));
      boolean sameState = scanned.after().equals(after.get(line));
      if (!fresh && !(sameState && scanned.kind().equals(kinds.get(line)))) {
        from = Math.min(from, line);
        to = Math.max(to, line + 1);
      }
      kinds.set(line, scanned.kind());
      after.set(line, scanned.after());
      if (!fresh && sameState && line >= first + added) {
        break;
      }
    }
    return new Span(from, Math.max(from, to));
  }

  /**
   * The lines, from the first to past the last, whose words make one paragraph or underlined
   * heading with this line's: emphasis can begin on one and end on another. A line without running
   * words stands by itself, and so does each line of a paragraph of more than 40.
   */
  public Span paragraph(int line) {
    int first = top(line);
    int end = bottom(line);
    return end - first > FARTHEST ? new Span(line, line + 1) : new Span(first, end);
  }

  /** The lines whose words may read otherwise after a change of these. */
  public Span reach(Span changed) {
    int last = Math.min(kinds.size() - 1, changed.end());
    return new Span(top(Math.max(0, changed.start() - 1)), bottom(last));
  }

  private int top(int line) {
    int top = line;
    while (top > 0 && line - top <= FARTHEST && goesOn(top)) {
      top--;
    }
    return top;
  }

  private int bottom(int line) {
    int end = line + 1;
    while (end < kinds.size() && end - line <= FARTHEST + 1 && goesOn(end)) {
      end++;
    }
    return end;
  }

  /** Whether a line goes on with the paragraph of the line above. */
  private boolean goesOn(int line) {
    LineKind kind = kinds.get(line);
    boolean words =
        kind.kind() == LineKind.Kind.TEXT
            || kind.kind() == LineKind.Kind.HEADING
                && after.get(line).inside() == LineState.Inside.PARAGRAPH;
    return words
        && kind.marker() == LineKind.Marker.NONE
        && kinds.get(line - 1).kind() == LineKind.Kind.TEXT
        && after.get(line - 1).containers().equals(after.get(line).containers());
  }

  private @Nullable String below(int line, IntFunction<String> text) {
    return line + 1 < kinds.size() ? text.apply(line + 1) : null;
  }
}
