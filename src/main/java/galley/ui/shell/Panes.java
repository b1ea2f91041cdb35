package galley.ui.shell;

import galley.asset.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Three panes side by side with hairlines between them that can be moved by pointer and arrow keys.
 * The middle takes what is left. Where there is too little room, first the right pane narrows to
 * its least width, then the left pane goes, then the right one. Widths are pixels.
 */
final class Panes extends Region {
  private static final double GRIP = 7;
  private static final double STEP = 16;
  private static final double NARROW = 1200;
  private static final double SHARE = 0.215;

  /** The least widths at a text size of 13. */
  record Least(double left, double middle, double right) {}

  private final Region left;
  private final Region middle;
  private final Region right;
  private final Region leftLine = line();
  private final Region rightLine = line();
  private final Region leftGrip;
  private final Region rightGrip;
  private final Runnable moved;
  private Least least = new Least(200, 420, 320);
  private double leftWidth = 272;
  private double rightWidth = 500;
  private boolean wantsLeft = true;
  private boolean wantsRight = true;
  private double from;

  /**
   * @param moved runs when a person has moved a hairline
   */
  Panes(Region left, Region middle, Region right, Runnable moved) {
    this.left = left;
    this.middle = middle;
    this.right = right;
    this.moved = moved;
    leftGrip = grip(Messages.text("shell.divider.left"), 1);
    rightGrip = grip(Messages.text("shell.divider.right"), -1);
    for (Region pane : new Region[] {left, middle, right}) {
      Rectangle clip = new Rectangle();
      clip.widthProperty().bind(pane.widthProperty());
      clip.heightProperty().bind(pane.heightProperty());
      pane.setClip(clip);
    }
    // The Tab key goes from left to right; what is gripped lies over both its neighbours.
    leftGrip.setViewOrder(-1);
    rightGrip.setViewOrder(-1);
    getChildren().setAll(left, leftGrip, middle, rightGrip, right, leftLine, rightLine);
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("hairline");
    line.setMouseTransparent(true);
    return line;
  }

  private Region grip(String name, int sign) {
    Region grip = new Region();
    grip.getStyleClass().add("grip");
    grip.setCursor(Cursor.H_RESIZE);
    grip.setFocusTraversable(true);
    grip.setAccessibleRole(AccessibleRole.SLIDER);
    grip.setAccessibleText(name);
    grip.setOnMousePressed(
        event -> from = (sign > 0 ? leftWidth : rightWidth) - sign * event.getSceneX());
    grip.setOnMouseDragged(event -> move(sign, from + sign * event.getSceneX()));
    grip.setOnMouseReleased(_ -> moved.run());
    grip.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
        double step = event.getCode() == KeyCode.RIGHT ? STEP : -STEP;
        move(sign, (sign > 0 ? leftWidth : rightWidth) + sign * step);
        moved.run();
        event.consume();
      }
    });
    return grip;
  }

  private void move(int sign, double width) {
    if (sign > 0) {
      double most = getWidth() - least.middle() - (right.isVisible() ? shownRight() : 0);
      leftWidth = Math.clamp(width, least.left(), Math.max(least.left(), most));
    } else {
      double most = getWidth() - least.middle() - (left.isVisible() ? leftWidth : 0);
      rightWidth = Math.clamp(width, least.right(), Math.max(least.right(), most));
    }
    requestLayout();
  }

  private double shownRight() {
    return right.getWidth();
  }

  /** The least widths from now on, for another size of text. */
  void least(Least widths) {
    least = widths;
    requestLayout();
  }

  void widths(double leftPane, double rightPane) {
    leftWidth = leftPane;
    rightWidth = rightPane;
    requestLayout();
  }

  double leftWidth() {
    return leftWidth;
  }

  double rightWidth() {
    return rightWidth;
  }

  void wants(boolean leftPane, boolean rightPane) {
    wantsLeft = leftPane;
    wantsRight = rightPane;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean withRight = wantsRight && width >= least.middle() + least.right();
    double forSides = width - least.middle();
    boolean withLeft = wantsLeft && forSides - (withRight ? least.right() : 0) >= least.left();
    double l = 0;
    double r = 0;
    if (withLeft) {
      // In a narrow window the text and the page need the room more.
      double share = width < NARROW ? width * SHARE : width;
      double most = Math.min(share, forSides - (withRight ? least.right() : 0));
      l = Math.rint(Math.clamp(leftWidth, least.left(), Math.max(least.left(), most)));
    }
    if (withRight) {
      r = Math.rint(Math.clamp(rightWidth, least.right(), Math.max(least.right(), forSides - l)));
    }
    place(left, withLeft, 0, l, height);
    place(middle, true, l, width - l - r, height);
    place(right, withRight, width - r, r, height);
    place(leftLine, withLeft, l - 1, 1, height);
    place(rightLine, withRight, width - r, 1, height);
    place(leftGrip, withLeft, l - Math.ceil(GRIP / 2), GRIP, height);
    place(rightGrip, withRight, width - r - Math.floor(GRIP / 2), GRIP, height);
  }

  private static void place(Node node, boolean shown, double x, double width, double height) {
    node.setVisible(shown);
    if (shown) {
      node.resizeRelocate(x, 0, width, height);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
