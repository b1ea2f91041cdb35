package galley.ui.kit;

import javafx.scene.control.Button;

/** A small round button that shows a value and opens its little editor. */
public final class Chip extends Button {
  /**
   * @param name what the value is, for those who can't see it
   */
  public Chip(String name) {
    getStyleClass().add("chip");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(name);
    textProperty().addListener((_, _, words) -> setAccessibleText(name + ": " + words));
  }

  /** Shows a value. */
  public void value(String words) {
    getStyleClass().remove("empty");
    setText(words);
  }

  /** Shows an invitation to give a value. */
  public void invite(String words) {
    if (!getStyleClass().contains("empty")) {
      getStyleClass().add("empty");
    }
    setText(words);
  }
}
