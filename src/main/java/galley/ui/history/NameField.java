package galley.ui.history;

import galley.asset.Messages;
import galley.post.Revision;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Asks for a name in the pane itself: of the post as it stands, or of an older revision. */
final class NameField {
  private final Button opener = new Button(Messages.text("history.name-now"));
  private final TextField text = new TextField();
  private final HBox row;
  private final BiConsumer<Optional<Revision>, String> named;
  private Optional<Revision> of = Optional.empty();

  /**
   * @param named gets what has the name now, empty for the post as it stands
   */
  NameField(BiConsumer<Optional<Revision>, String> named) {
    this.named = named;
    opener.setMinWidth(Region.USE_PREF_SIZE);
    opener.setOnAction(_ -> begin(Optional.empty()));
    text.setOnAction(_ -> finish());
    text.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    HBox.setHgrow(text, Priority.ALWAYS);
    Button keep = new Button(Messages.text("history.name-keep"));
    keep.getStyleClass().add("primary");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.disableProperty().bind(text.textProperty().map(String::isBlank));
    keep.setOnAction(_ -> finish());
    Button cancel = new Button(Messages.text("history.name-cancel"));
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> close());
    row = new HBox(8, text, keep, cancel);
    row.getStyleClass().add("history-bar");
    row.setVisible(false);
    row.managedProperty().bind(row.visibleProperty());
    opener.disableProperty().bind(row.visibleProperty());
  }

  Button opener() {
    return opener;
  }

  Region field() {
    return row;
  }

  /** Asks for the name of a revision, or of the post as it stands. */
  void begin(Optional<Revision> revision) {
    of = revision;
    String asks =
        revision.isPresent()
            ? Messages.text("history.name-older")
            : Messages.text("history.name-prompt");
    text.setPromptText(asks);
    text.setAccessibleText(asks);
    text.setText(revision.map(Revision::name).orElse(""));
    row.setVisible(true);
    text.requestFocus();
    text.selectAll();
  }

  private void finish() {
    String name = text.getText();
    if (!name.isBlank()) {
      close();
      named.accept(of, name);
    }
  }

  private void close() {
    row.setVisible(false);
    text.clear();
    opener.requestFocus();
  }
}
