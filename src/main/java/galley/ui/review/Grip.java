package galley.ui.review;

import galley.asset.Messages;
import galley.ui.kit.Icons;
import java.util.UUID;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a note is dragged by, onto the words it belongs to. Let go outside the text, it stays where
 * it was. On the JavaFX thread.
 */
final class Grip extends Label {
  Grip(ReviewModel model, UUID note) {
    super(Messages.text("review.place.drag"), Icons.of(Feather.MOVE));
    getStyleClass().add("note-grip");
    setMinWidth(USE_PREF_SIZE);
    setCursor(Cursor.MOVE);
    setTooltip(new Tooltip(Messages.text("review.place.drag.how")));
    setOnMousePressed(event -> event.consume());
    setOnMouseDragged(event -> {
      model.wish(new Wish.Over(note, event.getSceneX(), event.getSceneY()));
      event.consume();
    });
    setOnMouseReleased(event -> {
      if (!event.isStillSincePress()) {
        model.wish(new Wish.Drop(note, event.getSceneX(), event.getSceneY()));
      }
      event.consume();
    });
  }
}
