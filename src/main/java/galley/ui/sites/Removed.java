package galley.ui.sites;

import galley.asset.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Says that something was taken away, with a way back. On the JavaFX thread. */
final class Removed {
  private final Label words = new Label();
  private final Button back = new Button(Messages.text("sites.put-back"));
  private final HBox node = new HBox(words, back);

  Removed() {
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.SOMETIMES);
    back.setMinWidth(Region.USE_PREF_SIZE);
    node.getStyleClass().add("sites-removed");
    node.setAlignment(Pos.CENTER_LEFT);
    show(false);
  }

  Region node() {
    return node;
  }

  /** Says what is gone; {@code undo} brings it back. */
  void say(String gone, Runnable undo) {
    words.setText(gone);
    back.setOnAction(_ -> {
      show(false);
      undo.run();
    });
    show(true);
    back.requestFocus();
  }

  private void show(boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
