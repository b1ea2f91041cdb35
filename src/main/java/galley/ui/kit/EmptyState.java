package galley.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a place shows while it has nothing to show: what it is for, and what to do next. */
public final class EmptyState {
  private final VBox node = new VBox();

  /**
   * @param actions usually buttons, the likeliest first; may be empty
   */
  public EmptyState(String title, String text, List<? extends Node> actions) {
    Label heading = new Label(title);
    heading.getStyleClass().add("empty-title");
    heading.setWrapText(true);
    heading.setMinHeight(Region.USE_PREF_SIZE);
    Label words = new Label(text);
    words.getStyleClass().add("empty-text");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    node.getStyleClass().add("empty-state");
    node.getChildren().addAll(heading, words);
    if (!actions.isEmpty()) {
      FlowPane row = new FlowPane();
      row.getStyleClass().add("empty-actions");
      row.getChildren().addAll(actions);
      node.getChildren().add(row);
    }
  }

  public Region node() {
    return node;
  }
}
