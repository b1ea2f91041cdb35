package galley.ui.library;

import galley.asset.Messages;
import galley.post.Stage;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the chosen posts. On the JavaFX thread. */
final class PostMenu {
  private final Consumer<Wish> wishes;

  PostMenu(Consumer<Wish> wishes) {
    this.wishes = wishes;
  }

  /** For a post in the bin. */
  ContextMenu binned(Row row) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().add(item(Messages.text("library.restore"), new Wish.Restore(row.post().id())));
    return menu;
  }

  /**
   * For one post.
   *
   * @param rename asks for another headline
   */
  ContextMenu one(Row row, Runnable rename) {
    UUID post = row.post().id();
    MenuItem renaming = new MenuItem(Messages.text("library.rename"));
    renaming.setOnAction(_ -> rename.run());
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .addAll(
            item(Messages.text("library.open"), Wish.Open.of(row)),
            renaming,
            item(Messages.text("library.duplicate"), new Wish.Duplicate(post)),
            stages(Messages.text("library.stage"), List.of(row)),
            new SeparatorMenuItem(),
            item(Messages.text("library.delete"), new Wish.Delete(post)));
    return menu;
  }

  /** For several posts: they are moved on together. */
  ContextMenu several(List<Row> rows) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().add(stages(Messages.text("library.stage.all", rows.size()), rows));
    return menu;
  }

  /** The stages that posts can be moved to. */
  List<MenuItem> stages(List<Row> rows) {
    List<UUID> posts = rows.stream().map(row -> row.post().id()).toList();
    return List.of(Stage.values()).stream()
        .map(stage -> {
          MenuItem item = item(PostCell.stage(stage), new Wish.Move(posts, stage));
          item.setDisable(rows.stream().allMatch(row -> row.post().stage() == stage));
          return item;
        })
        .toList();
  }

  private Menu stages(String words, List<Row> rows) {
    Menu menu = new Menu(words);
    menu.getItems().setAll(stages(rows));
    return menu;
  }

  private MenuItem item(String text, Wish wish) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> wishes.accept(wish));
    return item;
  }
}
