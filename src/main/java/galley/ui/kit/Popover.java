package galley.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A small panel under the thing it belongs to, inside the window. Escape or a press elsewhere
 * closes it, and the keyboard goes back where it was. On the JavaFX thread.
 */
public final class Popover {
  private static final double GAP = 4;

  private final StackPane box;
  private final Pane pane = new Pane();
  private final Layer layer;

  /**
   * @param name what the panel is about, for those who can't see it
   * @param closed runs once it is gone, however that came
   */
  public Popover(String name, Node content, Runnable closed) {
    box = new StackPane(content);
    box.getStyleClass().add("popover");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setAccessibleText(name);
    pane.getChildren().add(box);
    layer = new Layer(pane, closed);
    layer.closeBeside(box);
  }

  /** Shows the panel under a node, or above it where there is no room below. */
  public void show(Node anchor) {
    layer.open(
        Layers.around(anchor),
        () -> {
          pane.layout();
          place(anchor);
        });
    box.layoutBoundsProperty().addListener((_, _, _) -> place(anchor));
  }

  private void place(Node anchor) {
    if (anchor.getScene() == null) {
      return;
    }
    Bounds there = anchor.localToScene(anchor.getLayoutBounds());
    Point2D spot = pane.sceneToLocal(there.getMinX(), there.getMaxY() + GAP);
    double width = box.prefWidth(-1);
    double height = box.prefHeight(width);
    double windowWidth = anchor.getScene().getWidth();
    double windowHeight = anchor.getScene().getHeight();
    double x = Math.max(GAP, Math.min(spot.getX(), windowWidth - width - GAP));
    double below = spot.getY();
    double y =
        below + height + GAP <= windowHeight
            ? below
            : Math.max(GAP, below - 2 * GAP - there.getHeight() - height);
    box.relocate(Math.rint(x), Math.rint(y));
  }

  public boolean isOpen() {
    return layer.isOpen();
  }

  /** Takes the panel away; nothing where it is gone already. */
  public void close() {
    layer.close();
  }
}
