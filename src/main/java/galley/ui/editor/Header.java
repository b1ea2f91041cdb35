package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Headline, standfirst and chips, edited in place above the body. Arrow keys and Enter go from one
 * to the next and on into the body. On the JavaFX thread.
 */
final class Header {
  private final VBox box = new VBox();
  private final GrowingText headline = GrowingText.headline();
  private final GrowingText standfirst = GrowingText.standfirst();
  private DoubleConsumer down = x -> {};
  private Runnable edited = () -> {};
  private Runnable resized = () -> {};
  private final List<Node> marks = new ArrayList<>();
  private Optional<Node> row = Optional.empty();
  private boolean loading;

  Header() {
    box.getStyleClass().add("manuscript-head");
    chips(Optional.empty());
    for (GrowingText text : List.of(headline, standfirst)) {
      text.textProperty()
          .addListener((_, _, _) -> {
            resized.run();
            if (!loading) {
              edited.run();
            }
          });
      text.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(text, event));
    }
    box.needsLayoutProperty()
        .addListener((_, _, needs) -> {
          if (needs) {
            resized.run();
          }
        });
  }

  Region node() {
    return box;
  }

  /** Puts a row under the standfirst. */
  void chips(Optional<Node> chips) {
    row = chips;
    Region rule = new Region();
    rule.getStyleClass().add("head-rule");
    box.getChildren().setAll(headline, standfirst);
    row.ifPresent(box.getChildren()::add);
    box.getChildren().add(rule);
    box.getChildren().addAll(marks);
  }

  GrowingText headlineField() {
    return headline;
  }

  GrowingText standfirstField() {
    return standfirst;
  }

  /** The chip of a field, where there is one. */
  Optional<Node> chip(String field) {
    return row.flatMap(chips -> find(chips, field));
  }

  private static Optional<Node> find(Node node, String field) {
    if (field.equals(node.getUserData())) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> find(child, field).stream())
            .findFirst()
        : Optional.empty();
  }

  /** The row of chips, or the standfirst while there is none. */
  Node chipRow() {
    return row.orElse(standfirst);
  }

  /** Draws these over the header, and no others; they take no part in its layout. */
  void marks(List<? extends Node> nodes) {
    box.getChildren().removeAll(marks);
    marks.clear();
    marks.addAll(nodes);
    box.getChildren().addAll(marks);
  }

  /** Tells when the person went down out of the header, with the place from the left. */
  void onDown(DoubleConsumer listener) {
    down = listener;
  }

  void onEdited(Runnable listener) {
    edited = listener;
  }

  void onResized(Runnable listener) {
    resized = listener;
  }

  void show(String headlineText, String standfirstText) {
    loading = true;
    fill(headline, headlineText);
    fill(standfirst, standfirstText);
    loading = false;
  }

  private static void fill(TextArea area, String text) {
    if (!text.equals(area.getText())) {
      area.setText(text);
    }
  }

  String headline() {
    return headline.getText();
  }

  String standfirst() {
    return standfirst.getText();
  }

  /** Puts the caret into the headline, all of it selected. */
  void focusHeadline() {
    // Right after a post was opened the header waits for its place, and what is hidden takes no
    // focus.
    box.setVisible(true);
    headline.requestFocus();
    headline.selectAll();
  }

  /** Puts the caret at the end of the standfirst. */
  void focusEnd() {
    standfirst.requestFocus();
    standfirst.end();
  }

  private void key(GrowingText text, KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean upper = text.equals(headline);
    KeyCode code = event.getCode();
    if (code == KeyCode.TAB) {
      text.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (code == KeyCode.ENTER || code == KeyCode.DOWN && text.isOnLastLine()) {
      if (event.isShiftDown()) {
        return;
      }
      double x = code == KeyCode.ENTER ? 0 : text.caretX();
      if (upper) {
        standfirst.requestFocus();
        standfirst.home();
      } else {
        down.accept(x);
      }
    } else if (code == KeyCode.UP && !upper && text.isOnFirstLine() && !event.isShiftDown()) {
      headline.requestFocus();
      headline.end();
    } else {
      return;
    }
    event.consume();
  }
}
