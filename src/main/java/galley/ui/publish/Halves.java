package galley.ui.publish;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two halves side by side, or where there is little room one above the other; none is cut off. */
final class Halves extends Region {
  // in letters, as publish.css has the left half
  private static final double LEFT = 23.1;
  private static final double NARROW = 50;
  private static final double SHEET = 58.4;
  private static final double LEAST = 20;
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  private final Region left;
  private final Region right;

  Halves(Region left, Region right) {
    this.left = left;
    this.right = right;
    left.getStyleClass().add("publish-left");
    right.getStyleClass().add("publish-right");
    getStyleClass().add("publish-columns");
    getChildren().setAll(left, right);
  }

  private double letter() {
    return left.prefWidth(-1) / LEFT;
  }

  private boolean isNarrow(double width) {
    return width < NARROW * letter();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double given) {
    double width = given > 0 ? given : getWidth() > 0 ? getWidth() : SHEET * letter();
    double own = left.prefWidth(-1);
    double tall =
        isNarrow(width)
            ? left.prefHeight(width) + right.prefHeight(width)
            : Math.max(left.prefHeight(own), right.prefHeight(width - own));
    return Math.ceil(Math.max(LEAST * letter(), tall));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    boolean narrow = isNarrow(width);
    pseudoClassStateChanged(STACKED, narrow);
    if (narrow) {
      double upper = Math.ceil(left.prefHeight(width));
      left.resizeRelocate(0, 0, width, upper);
      right.resizeRelocate(0, upper, width, Math.max(0, getHeight() - upper));
    } else {
      double own = Math.ceil(left.prefWidth(-1));
      left.resizeRelocate(0, 0, own, getHeight());
      right.resizeRelocate(own, 0, Math.max(0, width - own), getHeight());
    }
  }
}
