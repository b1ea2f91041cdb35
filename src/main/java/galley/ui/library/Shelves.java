package galley.ui.library;

import galley.asset.Messages;
import galley.post.Stage;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The shelves with their counts, one of which is chosen. */
final class Shelves {
  private final VBox node = new VBox();
  private final Map<Shelf, ToggleButton> buttons = new EnumMap<>(Shelf.class);
  private final Map<Shelf, Label> counts = new EnumMap<>(Shelf.class);
  private final ToggleGroup group = new ToggleGroup();
  private final LibraryModel model;

  Shelves(LibraryModel model) {
    this.model = model;
    node.getStyleClass().add("shelves");
    add(Shelf.ALL, Messages.text("library.all"), "");
    for (Stage stage : Stage.values()) {
      add(Shelf.of(stage), PostCell.stage(stage), stage.key());
    }
    add(Shelf.BIN, Messages.text("library.bin"), "");
    model.counts().addListener((_, _, _) -> count());
    model.shelf().addListener((_, _, _) -> count());
    count();
  }

  VBox node() {
    return node;
  }

  private void add(Shelf shelf, String name, String stage) {
    Label text = new Label(name);
    Label count = new Label();
    count.getStyleClass().add("shelf-count");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox();
    line.getStyleClass().add("shelf-line");
    if (!stage.isEmpty()) {
      Region dot = new Region();
      dot.getStyleClass().addAll("dot", stage);
      line.getChildren().add(dot);
    }
    line.getChildren().addAll(text, gap, count);
    ToggleButton button = new ToggleButton(name, line);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("shelf");
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(button.widthProperty().subtract(28));
    button.setToggleGroup(group);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.shelf().set(shelf);
    });
    buttons.put(shelf, button);
    counts.put(shelf, count);
    node.getChildren().add(button);
  }

  private void count() {
    LibraryModel.Counts now = model.counts().get();
    counts.forEach((shelf, label) -> {
      int posts = now.of(shelf);
      label.setText(Messages.text("library.count", posts));
      ToggleButton button = buttons.get(shelf);
      if (button != null) {
        button.setAccessibleText(button.getText() + ", " + Messages.text("library.posts", posts));
        boolean shown = shelf != Shelf.BIN || posts > 0 || model.shelf().get() == Shelf.BIN;
        button.setVisible(shown);
        button.setManaged(shown);
        button.setSelected(model.shelf().get() == shelf);
      }
    });
  }
}
