package galley.ui.editor;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/** Paints what was found behind the text, and touches nothing else. On the JavaFX thread. */
final class HitMarks implements Margin.Painter {
  private final Surface area;
  private List<Span> hits = List.of();
  private int current = -1;

  HitMarks(Surface area) {
    this.area = area;
  }

  void show(List<Span> found, int active) {
    hits = found;
    current = active;
  }

  /** The first hit that ends after an offset. */
  static int firstAfter(List<Span> hits, int offset) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public List<Node> paint(int line) {
    if (hits.isEmpty()) {
      return List.of();
    }
    int start = area.getAbsolutePosition(line, 0);
    int end = start + area.getParagraphLength(line);
    List<Node> paths = new ArrayList<>();
    for (int i = firstAfter(hits, start); i < hits.size() && hits.get(i).start() < end; i++) {
      Path path = new Path();
      path.getStyleClass().setAll("hit-mark");
      if (i == current) {
        path.getStyleClass().add("current");
      }
      path.setManaged(false);
      path.setMouseTransparent(true);
      path.setUserData(within(hits.get(i), start, end));
      paths.add(path);
    }
    return paths;
  }

  /** The part of a hit that lies in a line, counted from the line's start. */
  private static Span within(Span hit, int start, int end) {
    return new Span(Math.max(hit.start(), start) - start, Math.min(hit.end(), end) - start);
  }

  @Override
  public void place(int line, List<Node> nodes, TextFlow flow, Region box) {
    int length = area.getParagraphLength(line);
    for (Node node : nodes) {
      if (node instanceof Path path && path.getUserData() instanceof Span span) {
        path.getElements()
            .setAll(
                flow.getRangeShape(
                    Math.clamp(span.start(), 0, length), Math.clamp(span.end(), 0, length), false));
        path.setLayoutX(flow.getLayoutX());
        path.setLayoutY(flow.getLayoutY());
      }
    }
  }
}
