package galley.ui.kit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Something over the window's content for a while: it holds the keyboard until it goes, Escape
 * sends it away, and the keyboard goes back where it was. On the JavaFX thread.
 */
final class Layer {
  private final Pane node;
  private final Runnable closed;
  private Optional<Layers> layers = Optional.empty();
  private Optional<FocusTrap> trap = Optional.empty();
  private BooleanSupplier back = () -> false;

  /**
   * @param closed runs once it is gone, however that came
   */
  Layer(Pane node, Runnable closed) {
    this.node = node;
    this.closed = closed;
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            if (!back.getAsBoolean()) {
              close();
            }
            event.consume();
          }
        });
  }

  /** What Escape does first: goes back a step inside, where there is one. */
  void back(BooleanSupplier step) {
    back = step;
  }

  /** Lets a press beside the box send it away too. */
  void closeBeside(Region box) {
    node.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (!box.getBoundsInParent().contains(event.getX(), event.getY())) {
            close();
            event.consume();
          }
        });
  }

  /**
   * Shows it.
   *
   * @param place puts it in its place, once it has its looks and before it takes the keyboard
   */
  void open(Layers over, Runnable place) {
    layers = Optional.of(over);
    FocusTrap holding = new FocusTrap(node, over.getScene());
    trap = Optional.of(holding);
    over.put(node);
    node.applyCss();
    place.run();
    holding.enter();
  }

  boolean isOpen() {
    return layers.isPresent();
  }

  /** Takes it away; nothing where it is gone already. */
  void close() {
    if (layers.isPresent()) {
      layers.get().take(node);
      layers = Optional.empty();
      trap.ifPresent(FocusTrap::leave);
      closed.run();
    }
  }
}
