package galley.ui.export;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;

/** What may be taller than its place: it scrolls there, or takes the height it wants. */
final class Tall {
  private Tall() {}

  static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scrolls(scroll, true);
    return scroll;
  }

  static void scrolls(ScrollPane scroll, boolean itself) {
    scroll.minHeightProperty().unbind();
    if (itself) {
      scroll.setMinHeight(0);
    } else if (scroll.getContent() instanceof Region content) {
      scroll.minHeightProperty().bind(content.heightProperty().add(2));
    }
  }
}
