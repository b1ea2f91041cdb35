package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.shell.Command.Group;
import java.util.ArrayList;
import java.util.List;
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
      List<Line> lines = new ArrayList<>();
      for (Command command : actions.all()) {
        if (command.group() == group) {
          menu.getItems().add(item(command, lines));
        }
      }
      if (!menu.getItems().isEmpty()) {
        button.getItems().add(menu);
      }
    }
  }

  private static MenuItem item(Command command, List<Line> lines) {
    // Not an accelerator: the keys are the window's affair, or they would act outside the text.
    Label keys = new Label(command.keys());
    keys.getStyleClass().add("accelerator-text");
    Line line = new Line(new Label(command.title()), keys, lines);
    lines.add(line);
    CustomMenuItem item = new CustomMenuItem(line);
    item.setOnAction(_ -> command.run().run());
    item.disableProperty().bind(Bindings.not(command.enabled()));
    return item;
  }

  /** A title with its keys at the right edge, as wide as the widest line of its menu. */
  private static final class Line extends HBox {
    private final List<Line> lines;

    Line(Label title, Label keys, List<Line> lines) {
      this.lines = lines;
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      getChildren().setAll(title, gap, keys);
      getStyleClass().add("command-row");
    }

    private double own(double height) {
      return super.computePrefWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
      return lines.stream().mapToDouble(line -> line.own(height)).max().orElse(own(height));
    }
  }

  static String title(Group group) {
    return switch (group) {
      case POST -> Messages.text("shell.group.post");
      case EXPORT -> Messages.text("shell.group.export");
      case TEXT -> Messages.text("shell.group.text");
      case REVIEW -> Messages.text("shell.group.review");
      case GO -> Messages.text("shell.group.go");
      case VIEW -> Messages.text("shell.group.view");
      case GALLEY -> Messages.text("shell.group.galley");
    };
  }
}
