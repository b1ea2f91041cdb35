package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.shell.Command.Group;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The menu behind the name: every command, by group. */
final class AppMenu {
  private AppMenu() {}

  /** Fills the menu once; it opens too rarely to be kept up to date in another way. */
  static void fill(MenuButton button, Actions actions) {
    button.getItems().clear();
    for (Group group : Group.values()) {
      Menu menu = new Menu(title(group));
      for (Command command : actions.all()) {
        if (command.group() == group) {
          menu.getItems().add(item(command));
        }
      }
      if (!menu.getItems().isEmpty()) {
        button.getItems().add(menu);
      }
    }
  }

  private static MenuItem item(Command command) {
    // Not an accelerator: the keys are the window's affair, or they would act outside the text.
    Label keys = new Label(command.keys());
    keys.getStyleClass().add("accelerator-text");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(new Label(command.title()), gap, keys);
    row.getStyleClass().add("command-row");
    CustomMenuItem item = new CustomMenuItem(row);
    item.setOnAction(_ -> command.run().run());
    item.disableProperty().bind(Bindings.not(command.enabled()));
    return item;
  }

  static String title(Group group) {
    return switch (group) {
      case POST -> Messages.text("shell.group.post");
      case TEXT -> Messages.text("shell.group.text");
      case GO -> Messages.text("shell.group.go");
      case VIEW -> Messages.text("shell.group.view");
      case GALLEY -> Messages.text("shell.group.galley");
    };
  }
}
