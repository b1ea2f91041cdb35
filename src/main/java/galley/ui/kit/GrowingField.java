package galley.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A field for a few sentences, as tall as they need. Tab leaves it, as it leaves any other field.
 * On the JavaFX thread.
 */
public final class GrowingField extends TextArea {
  private static final double LEAST_LINES = 2;
  private static final double MOST_LINES = 14;

  private final Text ruler = new Text();

  /**
   * @param name what it is for, for those who can't see it
   */
  public GrowingField(String name, String prompt) {
    getStyleClass().add("growing-field");
    setWrapText(true);
    setAccessibleText(name);
    setPromptText(prompt);
    setMinHeight(USE_PREF_SIZE);
    textProperty().addListener((_, _, _) -> requestLayout());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            requestFocusTraversal(
                event.isShiftDown()
                    ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT);
            event.consume();
          }
        });
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    ruler.setFont(getFont());
    Insets inside =
        lookup(".content") instanceof Region content ? content.getInsets() : Insets.EMPTY;
    double sides = getInsets().getLeft() + getInsets().getRight();
    double room = (width > 0 ? width : getWidth()) - sides;
    ruler.setWrappingWidth(Math.max(1, room - inside.getLeft() - inside.getRight() - 1));
    ruler.setText("x");
    double line = ruler.getLayoutBounds().getHeight();
    ruler.setText(getText() == null || getText().isEmpty() ? "x" : getText());
    double tall =
        Math.clamp(ruler.getLayoutBounds().getHeight(), LEAST_LINES * line, MOST_LINES * line);
    return Math.ceil(tall)
        + getInsets().getTop()
        + getInsets().getBottom()
        + inside.getTop()
        + inside.getBottom()
        + 2;
  }
}
