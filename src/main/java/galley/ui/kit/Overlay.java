package galley.ui.kit;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A panel near the top of the window, over its content, without a scrim. It holds the keyboard;
 * Escape or a press elsewhere closes it. On the JavaFX thread.
 */
public final class Overlay {
  private final StackPane layer;
  private final Runnable closed;
  private Optional<Layers> layers = Optional.empty();
  private Optional<FocusTrap> trap = Optional.empty();

  /**
   * @param closed runs once it is gone, however that came
   */
  public Overlay(Region box, String name, Runnable closed) {
    this.closed = closed;
    layer = new StackPane(box);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    layer.getStyleClass().add("overlay");
    box.setAccessibleRole(AccessibleRole.DIALOG);
    box.setAccessibleText(name);
    layer.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (!box.getBoundsInParent().contains(event.getX(), event.getY())) {
            close();
            event.consume();
          }
        });
    layer.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  public void open(Layers over) {
    layers = Optional.of(over);
    FocusTrap holding = new FocusTrap(layer, over.getScene());
    trap = Optional.of(holding);
    over.put(layer);
    layer.applyCss();
    holding.enter();
  }

  public boolean isOpen() {
    return layers.isPresent();
  }

  /** Takes the panel away; nothing where it is gone already. */
  public void close() {
    if (layers.isEmpty()) {
      return;
    }
    layers.get().take(layer);
    layers = Optional.empty();
    trap.ifPresent(FocusTrap::leave);
    closed.run();
  }
}
