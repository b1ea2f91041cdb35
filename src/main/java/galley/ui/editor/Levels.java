package galley.ui.editor;

import galley.post.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/**
 * How high in the editor an offset of the area stands. Exact for lines that are laid out; for those
 * just above them it goes by what they measured, or would in a type whose letters are all as wide.
 * On the JavaFX thread.
 */
final class Levels {
  /** So many lines above the first visible one are worth a guess. */
  private static final int NEAR = 24;

  /** The width of a letter and the height of a row, in units of the type's size. */
  private static final double LETTER = 0.6;

  private static final double ROW = 1.72;
  private static final double GAP = 0.93;

  private final Surface area;
  private final Margin margin;
  private final Region paper;
  private final Map<Integer, Double> heights = new HashMap<>();

  Levels(Surface area, Margin margin, Region paper) {
    this.area = area;
    this.margin = margin;
    this.paper = paper;
  }

  /** Forgets what lines measured. */
  void forget() {
    heights.clear();
  }

  /** Takes down what the visible lines measure. */
  void look() {
    for (Beside beside : margin.lines()) {
      beside.box().ifPresent(box -> heights.put(beside.line(), body(box)));
    }
  }

  private static double body(Region box) {
    return box.getHeight() - box.getInsets().getTop();
  }

  double of(Placement placement) {
    int offset = Math.min(placement.span().start(), area.getLength());
    int line = area.lineOf(offset);
    int column = offset - area.getAbsolutePosition(line, 0);
    List<Beside> lines = margin.lines();
    if (lines.isEmpty() || line > lines.getLast().line()) {
      return Double.POSITIVE_INFINITY;
    }
    Optional<Region> box =
        lines.stream().filter(beside -> beside.line() == line).findFirst().flatMap(Beside::box);
    if (box.isPresent()) {
      TextFlow flow = Surface.textOf(box.get());
      double inside = flow.getLayoutY() + NoteMarks.top(flow, column);
      return paper.sceneToLocal(box.get().localToScene(0, inside)).getY();
    }
    Beside first = lines.getFirst();
    if (first.line() - line > NEAR || first.box().isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    Region top = first.box().get();
    double y = paper.sceneToLocal(top.localToScene(0, top.getInsets().getTop())).getY();
    Insets sides = Surface.textOf(top).getInsets();
    double size = Math.max(1, sides.getRight() / Paper.HANG);
    int letters = (int) Math.max(8, (top.getWidth() - (2 * Paper.HANG * size)) / (LETTER * size));
    for (int above = line; above < first.line(); above++) {
      int length = area.getParagraphLength(above);
      y -= heights.getOrDefault(above, guess(length, letters, size));
    }
    int row = column / letters;
    return y + row * ROW * size;
  }

  private static double guess(int length, int letters, double size) {
    return length == 0 ? GAP * size : Math.ceilDiv(length, letters) * ROW * size;
  }
}
