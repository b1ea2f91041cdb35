package galley.ui.preview;

import galley.asset.Messages;
import galley.desk.Progress;
import galley.desk.SitePreview;
import galley.desk.SitePreview.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The choice of the page to look at, where the open post is on a site. */
final class SiteBar {
  private final HBox node = new HBox();
  private final MenuButton pages = new MenuButton();
  private final Label where = new Label();
  private final Label work = new Label();
  private final Consumer<Optional<String>> look;
  private List<Page> listed = List.of();
  private boolean filled;

  /**
   * @param look gets the path of the page that is chosen; nothing for the post's own
   */
  SiteBar(Consumer<Optional<String>> look) {
    this.look = look;
    node.getStyleClass().add("preview-bar");
    node.setAlignment(Pos.CENTER_LEFT);
    pages.getStyleClass().addAll("ghost", "preview-pages");
    pages.setMinWidth(Region.USE_PREF_SIZE);
    where.getStyleClass().addAll("faint", "small");
    where.setMinWidth(0);
    where.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(where, Priority.ALWAYS);
    work.getStyleClass().addAll("soft", "small");
    work.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().setAll(pages, where, work);
    node.managedProperty().bind(node.visibleProperty());
    node.setVisible(false);
  }

  Region node() {
    return node;
  }

  void show(SiteModel.State now) {
    node.setVisible(now.around().isPresent());
    List<Page> all =
        now.built()
            .map(SitePreview::pages)
            .or(() -> now.around().map(SitePreview.Around::pages))
            .orElse(List.of());
    if (!filled || !all.equals(listed)) {
      filled = true;
      listed = all;
      fill();
    }
    String name = now.page().map(path -> name(path)).orElse(Messages.text("preview.article"));
    pages.setText(name);
    pages.setAccessibleText(Messages.text("preview.page", name));
    where.setText(
        now.around()
            .map(site -> now.page().map(path -> site.site().path() + path).orElse(""))
            .orElse(""));
    work.setText(now.progress().map(SiteBar::words).orElse(""));
  }

  private void fill() {
    pages.getItems().clear();
    MenuItem own = new MenuItem(Messages.text("preview.article"));
    own.setOnAction(_ -> look.accept(Optional.empty()));
    pages.getItems().addAll(own, new SeparatorMenuItem());
    for (Page page : listed) {
      MenuItem item = new MenuItem(words(page));
      item.setOnAction(_ -> look.accept(Optional.of(page.path())));
      pages.getItems().add(item);
    }
  }

  private String name(String path) {
    return listed.stream()
        .filter(page -> page.path().equals(path))
        .findFirst()
        .map(SiteBar::words)
        .orElse(Messages.text("preview.other"));
  }

  private static String words(Progress now) {
    return now.total() > 0
        ? Messages.text("preview.building.count", now.done(), now.total())
        : Messages.text("preview.building");
  }

  private static String words(Page page) {
    return switch (page.kind()) {
      case HOME -> Messages.text("preview.home");
      case SECTION -> Messages.text("preview.section", page.name());
      case TAG -> Messages.text("preview.tag", page.name());
      case AUTHOR -> Messages.text("preview.author", page.name());
      case ARCHIVE -> Messages.text("preview.archive");
      case CORRECTIONS -> Messages.text("preview.corrections");
      case SEARCH -> Messages.text("preview.search");
      case NOT_FOUND -> Messages.text("preview.not-found");
    };
  }
}
