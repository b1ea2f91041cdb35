package galley.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A row of joined buttons of which one is on. The arrow keys go along it. */
public final class Segmented<T> {
  private final HBox node = new HBox();
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
  private final ToggleGroup group = new ToggleGroup();
  private final ObjectProperty<T> value;

  /**
   * @param name what the choice is about, for those who can't see it
   * @param options each choice with its words, in their order; at least one
   * @param first the one that is on
   */
  public Segmented(String name, Map<T, String> options, T first) {
    value = new SimpleObjectProperty<>(first);
    node.getStyleClass().add("segmented");
    node.setAccessibleText(name);
    node.setAccessibleRole(AccessibleRole.TOOL_BAR);
    node.setMaxWidth(HBox.USE_PREF_SIZE);
    node.setMaxHeight(HBox.USE_PREF_SIZE);
    options.forEach((option, words) -> {
      ToggleButton button = new ToggleButton(words);
      button.setAccessibleText(name + ": " + words);
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        value.set(option);
      });
      buttons.put(option, button);
      node.getChildren().add(button);
    });
    node.getChildren().getFirst().getStyleClass().add("first");
    node.getChildren().getLast().getStyleClass().add("last");
    value.addListener((_, _, now) -> show(now));
    show(first);
  }

  private void show(T now) {
    ToggleButton button = buttons.get(now);
    if (button != null) {
      button.setSelected(true);
    }
  }

  public Node node() {
    return node;
  }

  /** What is on; setting it shows it. */
  public ObjectProperty<T> value() {
    return value;
  }

  /** Says more about a choice when the pointer rests on it. */
  public void hint(T option, String words) {
    ToggleButton button = buttons.get(option);
    if (button != null) {
      button.setTooltip(new Tooltip(words));
    }
  }
}
