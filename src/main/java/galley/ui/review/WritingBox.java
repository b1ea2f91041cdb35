package galley.ui.review;

import galley.asset.Messages;
import galley.ui.kit.GrowingField;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A growing field with what sends it and what puts it away. Ctrl+Enter sends, Escape puts it away;
 * what was written is kept by whoever hears of it. On the JavaFX thread.
 */
final class WritingBox extends VBox {
  private final GrowingField field;
  private final Button send;

  /** What the box does: with the words at each key, when they are sent, and when it is put away. */
  record Ways(Consumer<String> written, Consumer<String> sent, Runnable away) {}

  WritingBox(String name, String prompt, String sending, Ways ways) {
    getStyleClass().add("note-writing");
    field = new GrowingField(name, prompt);
    send = new Button(sending);
    send.getStyleClass().addAll("primary", "small-button");
    send.setMinWidth(Region.USE_PREF_SIZE);
    Button away = new Button(Messages.text("review.cancel"));
    away.getStyleClass().addAll("ghost", "small-button");
    away.setMinWidth(Region.USE_PREF_SIZE);
    away.setOnAction(_ -> ways.away().run());
    send.setOnAction(_ -> {
      if (!send.isDisabled()) {
        ways.sent().accept(field.getText().strip());
      }
    });
    canSend(field.textProperty().map(words -> !words.isBlank()).orElse(false));
    field.textProperty().addListener((_, _, now) -> ways.written().accept(now));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            send.fire();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            ways.away().run();
            event.consume();
          }
        });
    FlowPane row = new FlowPane(send, away);
    row.getStyleClass().add("note-row");
    getChildren().setAll(field, row);
  }

  /** Says when there is something to send. */
  void canSend(javafx.beans.value.ObservableValue<Boolean> so) {
    send.disableProperty().bind(BooleanExpression.booleanExpression(so.map(yes -> !yes)));
  }

  /** Puts more above the field. */
  void above(javafx.scene.Node node) {
    getChildren().addFirst(node);
  }

  GrowingField field() {
    return field;
  }

  /** Fills the field and puts the keyboard at its end. */
  void begin(String words) {
    field.setText(words);
    field.requestFocus();
    field.end();
  }
}
