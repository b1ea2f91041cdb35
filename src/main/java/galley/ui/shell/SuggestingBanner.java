package galley.ui.shell;

import galley.asset.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Says that a person is suggesting, and ends it. On the JavaFX thread. */
final class SuggestingBanner {
  private SuggestingBanner() {}

  static Region of(Suggesting suggesting) {
    Label words = new Label(Messages.text("shell.suggest.on"));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button done = new Button(Messages.text("shell.suggest.done"));
    done.getStyleClass().addAll("primary", "small-button");
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.setOnAction(_ -> suggesting.end(() -> {}));
    HBox banner = new HBox(words, done);
    banner.getStyleClass().addAll("sign-off", "suggesting");
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.visibleProperty().bind(suggesting.on());
    banner.managedProperty().bind(suggesting.on());
    return banner;
  }
}
