package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

/** The rows of a stretch of wrapped text, and what is drawn along them. */
final class Rows {
  /** Half a wave, and how far it swings, in units of the row's height. */
  private static final double HALF_WAVE = 0.16;

  private static final double SWING = 0.1;

  private Rows() {}

  /** The rectangles in what {@link javafx.scene.text.TextFlow#getRangeShape} tells. */
  static List<Rectangle2D> of(PathElement[] shape) {
    List<Rectangle2D> rows = new ArrayList<>();
    double[] box = {};
    for (PathElement element : shape) {
      if (element instanceof MoveTo to) {
        add(rows, box);
        box = new double[] {to.getX(), to.getY(), to.getX(), to.getY()};
      } else if (element instanceof LineTo to && box.length > 0) {
        box[0] = Math.min(box[0], to.getX());
        box[1] = Math.min(box[1], to.getY());
        box[2] = Math.max(box[2], to.getX());
        box[3] = Math.max(box[3], to.getY());
      }
    }
    add(rows, box);
    return rows;
  }

  private static void add(List<Rectangle2D> rows, double[] box) {
    if (box.length > 0 && box[2] > box[0]) {
      rows.add(new Rectangle2D(box[0], box[1], box[2] - box[0], box[3] - box[1]));
    }
  }

  /** A bar along each row, whose middle is so far down in it. */
  static List<PathElement> bars(List<Rectangle2D> rows, double part, double thick) {
    List<PathElement> all = new ArrayList<>();
    for (Rectangle2D row : rows) {
      double y = Math.rint(row.getMinY() + row.getHeight() * part - thick / 2);
      box(all, row.getMinX(), y, row.getMaxX(), y + thick);
    }
    return all;
  }

  static void box(List<PathElement> all, double left, double top, double right, double bottom) {
    all.add(new MoveTo(left, top));
    all.add(new LineTo(right, top));
    all.add(new LineTo(right, bottom));
    all.add(new LineTo(left, bottom));
    all.add(new ClosePath());
  }

  /** A wave below each row. */
  static List<PathElement> waves(List<Rectangle2D> rows) {
    List<PathElement> all = new ArrayList<>();
    for (Rectangle2D row : rows) {
      double half = Math.max(2, row.getHeight() * HALF_WAVE);
      double swing = Math.max(1.5, row.getHeight() * SWING) * 2;
      double y = row.getMaxY() + 0.5;
      all.add(new MoveTo(row.getMinX(), y));
      int side = -1;
      for (double x = row.getMinX(); x < row.getMaxX(); x += half) {
        double to = Math.min(row.getMaxX(), x + half);
        all.add(new QuadCurveTo((x + to) / 2, y + side * swing / 2, to, y));
        side = -side;
      }
    }
    return all;
  }
}
