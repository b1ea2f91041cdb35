package galley.ui.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/**
 * The root of a window: its content, and what lies over it for a while (sheets, popovers, toasts).
 * All on the JavaFX thread.
 */
public final class Layers extends StackPane {
  public Layers(Node content) {
    getChildren().add(content);
  }

  /** The layers of a scene, where its root is one. */
  public static Optional<Layers> of(Scene scene) {
    return scene.getRoot() instanceof Layers layers ? Optional.of(layers) : Optional.empty();
  }

  /** The layers of the window a node is in. */
  static Layers around(Node node) {
    Scene scene = node.getScene();
    if (scene == null) {
      throw new IllegalStateException("This part of the window is not shown");
    }
    return of(scene)
        .orElseThrow(() -> new IllegalStateException("The window's root must be Layers"));
  }

  /** Shows other content under whatever lies over it. */
  public void content(Node content) {
    getChildren().set(0, content);
  }

  /** Whether a sheet, popover or overlay holds the keyboard. */
  public boolean isCovered() {
    return getChildren().stream()
        .skip(1)
        .anyMatch(layer -> !layer.getStyleClass().contains("toasts"));
  }

  /** Whether nothing but toasts lies over a layer. */
  boolean isOnTop(Node layer) {
    return getChildren().stream()
        .filter(child -> !child.getStyleClass().contains("toasts"))
        .reduce((_, later) -> later)
        .filter(layer::equals)
        .isPresent();
  }

  void put(Node layer) {
    getChildren().add(layer);
  }

  void take(Node layer) {
    getChildren().remove(layer);
  }
}
