package galley.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A panel near the top of the window, over its content, without a scrim. It holds the keyboard;
 * Escape or a press elsewhere closes it. On the JavaFX thread.
 */
public final class Overlay {
  private final Layer layer;

  /**
   * @param closed runs once it is gone, however that came
   */
  public Overlay(Region box, String name, Runnable closed) {
    StackPane node = new StackPane(box);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    node.getStyleClass().add("overlay");
    box.setAccessibleRole(AccessibleRole.DIALOG);
    box.setAccessibleText(name);
    layer = new Layer(node, closed);
    layer.closeBeside(box);
  }

  public void open(Layers over) {
    layer.open(over, () -> {});
  }

  public boolean isOpen() {
    return layer.isOpen();
  }

  /** Takes the panel away; nothing where it is gone already. */
  public void close() {
    layer.close();
  }
}
