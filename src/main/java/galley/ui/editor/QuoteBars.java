package galley.ui.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/** The bar beside the lines of a quotation. */
final class QuoteBars implements Margin.Painter {
  private static final double WIDTH = 3;

  /** The text of a quotation starts 56 units in, its bar 40. */
  private static final double PART = 40.0 / 56;

  private final Surface area;

  QuoteBars(Surface area) {
    this.area = area;
  }

  @Override
  public List<Node> paint(int line) {
    if (area.getParagraph(line).getParagraphStyle().kind() != Block.Kind.QUOTE) {
      return List.of();
    }
    Region bar = new Region();
    bar.getStyleClass().add("quote-bar");
    bar.setMouseTransparent(true);
    return List.of(bar);
  }

  @Override
  public void place(int line, List<Node> nodes, TextFlow flow, Region box) {
    double top = box.getInsets().getTop();
    double left = Math.rint(flow.getInsets().getLeft() * PART);
    nodes.getFirst().resizeRelocate(left, top, WIDTH, box.getHeight() - top);
  }
}
