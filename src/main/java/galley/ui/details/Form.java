package galley.ui.details;

import galley.ui.kit.Look;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The common parts of the little editors. On the JavaFX thread. */
final class Form {
  private static final int MOST = 12;

  private Form() {}

  static VBox column(Node... parts) {
    VBox box = new VBox(parts);
    box.getStyleClass().add("little-editor");
    box.getStylesheets().add(Look.sheet("editor"));
    return box;
  }

  static HBox row(Node... parts) {
    HBox row = new HBox(parts);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    return row;
  }

  static Label hint(String words) {
    Label hint = new Label(words);
    hint.getStyleClass().addAll("soft", "small");
    hint.setWrapText(true);
    return hint;
  }

  /** A field whose text is taken while it is typed, and marked while it can't be taken. */
  static TextField field(String text, Predicate<String> take) {
    TextField field = new TextField(text);
    field
        .textProperty()
        .addListener((_, _, now) -> {
          field.getStyleClass().remove("invalid");
          if (!take.test(now)) {
            field.getStyleClass().add("invalid");
          }
        });
    return field;
  }

  static Button button(String words, Runnable action) {
    Button button = new Button(words);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Words to pick from; nothing where there are none. */
  static Node picks(List<String> words, Consumer<String> picked) {
    FlowPane pane = new FlowPane();
    pane.getStyleClass().add("picks");
    words.stream()
        .filter(word -> !word.isBlank())
        .limit(MOST)
        .forEach(word -> {
          Button pick = button(word, () -> picked.accept(word));
          pick.getStyleClass().add("chip");
          pane.getChildren().add(pick);
        });
    pane.setManaged(!pane.getChildren().isEmpty());
    return pane;
  }
}
