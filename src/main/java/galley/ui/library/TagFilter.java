package galley.ui.library;

import galley.asset.Messages;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses a tag, or all of them. Hidden while no post has one. */
final class TagFilter {
  private static final int MOST = 200;

  private final MenuButton node = new MenuButton();
  private final LibraryModel model;

  TagFilter(LibraryModel model) {
    this.model = model;
    node.getStyleClass().addAll("ghost", "tag-filter");
    node.setAccessibleText(Messages.text("library.tags"));
    node.setOnShowing(_ -> fill());
    node.getItems().add(new MenuItem());
    node.setMinWidth(0);
    model.tag().addListener((_, _, _) -> show());
    model.counts().addListener((_, _, _) -> show());
    show();
  }

  MenuButton node() {
    return node;
  }

  private void show() {
    boolean any = !model.counts().get().tags().isEmpty() || model.tag().get().isPresent();
    node.setVisible(any);
    node.setManaged(any);
    node.setText(model.tag().get().orElseGet(() -> Messages.text("library.tags.all")));
  }

  private void fill() {
    ToggleGroup group = new ToggleGroup();
    node.getItems().setAll(item(Messages.text("library.tags.all"), Optional.empty(), group));
    int shown = 0;
    for (Map.Entry<String, Integer> tag : model.counts().get().tags().entrySet()) {
      if (++shown > MOST) {
        break;
      }
      node.getItems()
          .add(
              item(
                  Messages.text("library.tag", tag.getKey(), tag.getValue()),
                  Optional.of(tag.getKey()),
                  group));
    }
    ContextMenu menu = node.getContextMenu();
    if (menu != null) {
      menu.setMaxHeight(400);
    }
  }

  private RadioMenuItem item(String text, Optional<String> tag, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(model.tag().get().equals(tag));
    item.setOnAction(_ -> model.tag().set(tag));
    return item;
  }
}
