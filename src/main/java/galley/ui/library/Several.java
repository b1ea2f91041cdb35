package galley.ui.library;

import galley.asset.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the list, while several posts are chosen: how many, and what stage to move them to. */
final class Several {
  private final PostMenu menu;
  private final Label count = new Label();
  private final MenuButton move = new MenuButton(Messages.text("library.stage.move"));
  private final HBox node = new HBox();

  Several(PostMenu menu) {
    this.menu = menu;
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    move.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().add("small");
    node.getChildren().setAll(count, gap, move);
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("library-several");
    show(List.of());
  }

  Region node() {
    return node;
  }

  void show(List<Row> rows) {
    boolean several = rows.size() > 1;
    node.setVisible(several);
    node.setManaged(several);
    if (several) {
      count.setText(Messages.text("library.chosen", rows.size()));
      move.getItems().setAll(menu.stages(rows));
    }
  }
}
