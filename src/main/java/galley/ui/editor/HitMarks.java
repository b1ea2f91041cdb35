package galley.ui.editor;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/**
 * Paints what was found behind the text, and the part of it that is searched; touches nothing else.
 * A picture whose line is not shown has its card framed. On the JavaFX thread.
 */
final class HitMarks implements Margin.Painter {
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final Surface area;
  private Optional<Span> searched = Optional.empty();
  private List<Span> hits = List.of();
  private int current = -1;

  HitMarks(Surface area) {
    this.area = area;
  }

  /**
   * @param within the part that is searched, empty for the whole
   */
  void show(Optional<Span> within, List<Span> found, int active) {
    searched = within;
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
    if (hits.isEmpty() && searched.isEmpty()) {
      return List.of();
    }
    int start = area.getAbsolutePosition(line, 0);
    int end = start + area.getParagraphLength(line);
    List<Node> paths = new ArrayList<>();
    searched
        .filter(part -> start < end && part.start() < end && part.end() > start)
        .ifPresent(part -> paths.add(path("hit-searched", within(part, start, end))));
    for (int i = firstAfter(hits, start); i < hits.size() && hits.get(i).start() < end; i++) {
      Path path = path("hit-mark", within(hits.get(i), start, end));
      if (i == current) {
        path.getStyleClass().add("current");
      }
      paths.add(path);
    }
    return paths;
  }

  private static Path path(String style, Span part) {
    Path path = new Path();
    path.getStyleClass().setAll(style);
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.setUserData(part);
    return path;
  }

  /** The part of a hit that lies in a line, counted from the line's start. */
  private static Span within(Span hit, int start, int end) {
    return new Span(Math.max(hit.start(), start) - start, Math.min(hit.end(), end) - start);
  }

  @Override
  public void place(int line, List<Node> nodes, TextFlow flow, Region box) {
    boolean hidden =
        area.getParagraph(line).getParagraphStyle().kind() == Block.Kind.PICTURE
            && area.getCurrentParagraph() != line;
    frame(nodes, hidden);
    int length = area.getParagraphLength(line);
    for (Node node : nodes) {
      if (hidden && node instanceof Path path) {
        path.getElements().clear();
      } else if (node instanceof Path path && path.getUserData() instanceof Span span) {
        path.getElements()
            .setAll(
                flow.getRangeShape(
                    Math.clamp(span.start(), 0, length), Math.clamp(span.end(), 0, length), false));
        path.setLayoutX(flow.getLayoutX());
        path.setLayoutY(flow.getLayoutY());
      }
    }
  }

  private static void frame(List<Node> nodes, boolean hidden) {
    boolean any = nodes.stream().anyMatch(node -> node.getStyleClass().contains("hit-mark"));
    for (Node beside : nodes.getFirst().getParent().getChildrenUnmodifiable()) {
      if (beside instanceof PictureCard) {
        beside.pseudoClassStateChanged(FOUND, hidden && any);
      }
    }
  }
}
