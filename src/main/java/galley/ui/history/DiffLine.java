package galley.ui.history;

import galley.text.Diff;
import galley.ui.kit.InkFlow.Ink;
import galley.ui.kit.InkFlow.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph of a comparison.
 *
 * @param pieces its words in order, changed and unchanged
 */
record DiffLine(List<Piece> pieces) {
  DiffLine {
    pieces = List.copyOf(pieces);
  }

  boolean isChanged() {
    return pieces.stream().anyMatch(piece -> piece.ink() != Ink.SAME);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /** What changed, paragraph by paragraph; blank lines are left out. Slow for long texts. */
  static List<DiffLine> between(String before, String after) {
    Builder lines = new Builder();
    if (before.equals(after)) {
      lines.add(Ink.SAME, after);
    } else {
      for (Diff.Change change : Diff.words(before, after)) {
        switch (change.kind()) {
          case SAME -> lines.add(Ink.SAME, change.after().of(after));
          case ADDED -> lines.add(Ink.ADDED, change.after().of(after));
          case REMOVED -> lines.add(Ink.REMOVED, change.before().of(before));
          case REPLACED -> {
            lines.add(Ink.REMOVED, change.before().of(before));
            lines.add(Ink.ADDED, change.after().of(after));
          }
        }
      }
    }
    return lines.done();
  }

  private static final class Builder {
    private final List<DiffLine> lines = new ArrayList<>();
    private List<Piece> line = new ArrayList<>();

    void add(Ink ink, String text) {
      int start = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        piece(ink, text.substring(start, end));
        finish();
        start = end + 1;
      }
      piece(ink, text.substring(start));
    }

    private void piece(Ink ink, String text) {
      String words = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      if (!words.isEmpty()) {
        line.add(new Piece(ink, words));
      }
    }

    private void finish() {
      if (line.stream().anyMatch(piece -> !piece.text().isBlank())) {
        lines.add(new DiffLine(line));
      }
      line = new ArrayList<>();
    }

    List<DiffLine> done() {
      finish();
      return lines;
    }
  }
}
