package galley.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keeps the keyboard inside one part of the window, and gives it back afterwards. */
final class FocusTrap {
  private final Parent inside;
  private final Scene scene;
  private final Optional<Node> before;
  private final ChangeListener<Node> watch = (_, _, now) -> keep(now);
  private final EventHandler<KeyEvent> keys = this::remember;
  private boolean backwards;
  private boolean open = true;

  FocusTrap(Parent inside, Scene scene) {
    this.inside = inside;
    this.scene = scene;
    before = Optional.ofNullable(scene.getFocusOwner());
    scene.focusOwnerProperty().addListener(watch);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
  }

  /** Moves the keyboard to the first thing inside that takes it. */
  void enter() {
    List<Node> stops = stops();
    (stops.isEmpty() ? inside : stops.getFirst()).requestFocus();
  }

  /** Lets go, and puts the keyboard back where it was. */
  void leave() {
    open = false;
    scene.focusOwnerProperty().removeListener(watch);
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    before.filter(node -> scene.equals(node.getScene())).ifPresent(Node::requestFocus);
  }

  private void remember(KeyEvent event) {
    backwards = event.getCode() == KeyCode.TAB && event.isShiftDown();
  }

  private void keep(Node now) {
    if (now != null && !within(now)) {
      boolean toLast = backwards;
      Platform.runLater(() -> {
        Node owner = scene.getFocusOwner();
        if (open && isOnTop() && (owner == null || !within(owner))) {
          List<Node> stops = stops();
          if (!stops.isEmpty()) {
            (toLast ? stops.getLast() : stops.getFirst()).requestFocus();
          }
        }
      });
    }
  }

  /** Of several over the window only the last one holds the keyboard. */
  private boolean isOnTop() {
    return Layers.of(scene).map(layers -> layers.isOnTop(inside)).orElse(true);
  }

  private boolean within(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(inside)) {
        return true;
      }
    }
    return false;
  }

  private List<Node> stops() {
    List<Node> stops = new ArrayList<>();
    collect(inside, stops);
    return stops;
  }

  private static void collect(Node node, List<Node> stops) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      stops.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
    }
  }
}
