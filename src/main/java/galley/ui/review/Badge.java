package galley.ui.review;

import galley.post.Author;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;

/** A small round badge with somebody's initials, in their colour. */
final class Badge extends Label {
  /** Above this lightness (WCAG 2, relative luminance) dark letters read better. */
  private static final double LIGHT = 0.3;

  Badge(Author author) {
    this(author.initials(), author.colour());
    setAccessibleText(author.name());
  }

  Badge(String letters, String colour) {
    setText(letters);
    getStyleClass().add("note-badge");
    setAlignment(Pos.CENTER);
    Color ground = Color.web(colour);
    String ink = luminance(ground) > LIGHT ? "#1b1b1b" : "#ffffff";
    setStyle("-fx-background-color: " + colour + "; -fx-text-fill: " + ink + ";");
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  private static double luminance(Color colour) {
    return 0.2126 * part(colour.getRed())
        + 0.7152 * part(colour.getGreen())
        + 0.0722 * part(colour.getBlue());
  }

  private static double part(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
