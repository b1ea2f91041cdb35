package galley.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * What lies behind one visible line: the bar of a quote, marks painted under the text, a picture's
 * card. It takes no part in the text's layout: it fills the line's box and follows it. On the
 * JavaFX thread.
 */
final class Beside extends Region {
  private final int line;
  private final Margin margin;
  private final InvalidationListener moved = _ -> follow();
  private Optional<Region> box = Optional.empty();

  Beside(int line, Margin margin) {
    this.line = line;
    this.margin = margin;
    setManaged(false);
    setViewOrder(1);
    getStyleClass().add("beside");
    // The parent is never taken back when a line leaves the window; the scene is.
    sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            leave();
          } else {
            enter();
          }
        });
  }

  int line() {
    return line;
  }

  /** The box of the line. */
  Optional<Region> box() {
    return box;
  }

  private void enter() {
    if (box.isEmpty() && getParent() instanceof Region parent) {
      box = Optional.of(parent);
      parent.layoutBoundsProperty().addListener(moved);
      parent.layoutYProperty().addListener(moved);
      margin.entered(this);
      follow();
    }
  }

  private void leave() {
    box.ifPresent(parent -> {
      parent.layoutBoundsProperty().removeListener(moved);
      parent.layoutYProperty().removeListener(moved);
      box = Optional.empty();
      margin.left(this);
    });
  }

  private void follow() {
    box.ifPresent(parent -> {
      if (getWidth() != parent.getWidth() || getHeight() != parent.getHeight()) {
        resizeRelocate(0, 0, parent.getWidth(), parent.getHeight());
        requestLayout();
      }
      margin.moved(this);
    });
  }

  /** Shows these nodes and no others. */
  void show(List<Node> nodes) {
    if (!getChildren().equals(nodes)) {
      getChildren().setAll(nodes);
    }
  }

  @Override
  protected void layoutChildren() {
    margin.layout(this);
  }
}
