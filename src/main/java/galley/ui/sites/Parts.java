package galley.ui.sites;

import galley.ui.kit.Field;
import galley.ui.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What the parts of a site's page are built of. On the JavaFX thread. */
final class Parts {
  private Parts() {}

  /** Content that scrolls up and down where it is taller than its place. */
  static Region scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("sites-scroll");
    return scroll;
  }

  /** Quiet words under or above something. */
  static Label soft(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("small", "soft");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A field for a word or two. */
  static Region narrow(Field field) {
    field.control().getStyleClass().add("sites-short");
    return field.node();
  }

  /** A button that is only a sign. */
  static Button sign(Feather sign, String name, Runnable action) {
    Button button = new Button("", Icons.of(sign));
    button.getStyleClass().addAll("ghost", "icon-only");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
