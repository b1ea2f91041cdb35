package galley.ui.editor;

import galley.asset.Messages;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;

/** One line of text, however long, wrapped and as tall as it needs. On the JavaFX thread. */
final class GrowingText extends TextArea {
  private final Text ruler = new Text();

  /**
   * @param name what it is, for those who can't see it
   */
  GrowingText(String name, String prompt, String style) {
    getStyleClass().setAll("text-input", "text-area", "growing", style);
    setWrapText(true);
    setPromptText(prompt);
    setAccessibleText(name);
    setMinHeight(USE_PREF_SIZE);
    setTextFormatter(
        new TextFormatter<>(change -> {
          change.setText(change.getText().replaceAll("\\s*[\\r\\n]+\\s*", " ").replace('\t', ' '));
          return change;
        }));
    textProperty().addListener((_, _, _) -> requestLayout());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    ruler.setFont(getFont());
    ruler.setLineSpacing(shown().map(Text::getLineSpacing).orElse(0.0));
    ruler.setWrappingWidth(Math.max(1, (width > 0 ? width : getWidth()) - 1));
    String words = getText() == null || getText().isEmpty() ? getPromptText() : getText();
    ruler.setText(words.isEmpty() ? "x" : words);
    return Math.ceil(ruler.getLayoutBounds().getHeight()) + 1;
  }

  private Optional<Text> shown() {
    for (Node node : lookupAll(".text")) {
      if (node instanceof Text text && text.getText().equals(getText()) && text.isVisible()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** Where the caret stands, from the left. */
  double caretX() {
    return shown().map(text -> caret(text, getCaretPosition()).getX()).orElse(0.0);
  }

  boolean isOnLastLine() {
    return shown()
        .map(text -> caret(text, getCaretPosition()).getY() >= caret(text, getLength()).getY() - 1)
        .orElse(true);
  }

  boolean isOnFirstLine() {
    return shown()
        .map(text -> caret(text, getCaretPosition()).getY() <= caret(text, 0).getY() + 1)
        .orElse(true);
  }

  private static MoveTo caret(Text text, int position) {
    for (PathElement element : text.caretShape(position, true)) {
      if (element instanceof MoveTo start) {
        return start;
      }
    }
    return new MoveTo();
  }

  /** Names the two texts of a post that stand above its body. */
  static GrowingText headline() {
    return new GrowingText(
        Messages.text("editor.headline"), Messages.text("editor.headline.prompt"), "headline");
  }

  static GrowingText standfirst() {
    return new GrowingText(
        Messages.text("editor.standfirst"),
        Messages.text("editor.standfirst.prompt"),
        "standfirst");
  }
}
