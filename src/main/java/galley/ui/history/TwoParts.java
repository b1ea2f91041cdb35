package galley.ui.history;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two parts one above the other, or side by side where there is room. */
final class TwoParts extends StackPane {
  private static final double WIDE = 640;

  TwoParts(Region first, Region second) {
    SplitPane split = new SplitPane(first, second);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.42);
    first.setMinSize(0, 90);
    second.setMinSize(0, 120);
    getChildren().add(split);
    VBox.setVgrow(this, Priority.ALWAYS);
    setMinSize(0, 0);
    widthProperty()
        .addListener((_, _, width) -> {
          Orientation fit =
              width.doubleValue() >= WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
          if (split.getOrientation() != fit) {
            split.setOrientation(fit);
            split.setDividerPositions(0.42);
          }
        });
  }
}
