package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.SiteView;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The sites there are: name, address, how many posts. On the JavaFX thread. */
final class SiteList {
  private final SitesModel model;
  private final ListView<SiteView> list = new ListView<>();
  private boolean filling;

  SiteList(SitesModel model) {
    this.model = model;
    list.setItems(model.sites());
    list.getStyleClass().add("sites-list");
    list.setAccessibleText(Messages.text("sites.title"));
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (!filling && !model.isFilling() && now != null) {
            model.chosen().set(Optional.of(now.site().id()));
          }
        });
    model.sites().addListener((ListChangeListener<SiteView>) _ -> follow());
    model.chosen().addListener((_, _, _) -> follow());
    follow();
  }

  Region node() {
    return list;
  }

  private void follow() {
    filling = true;
    model
        .chosen()
        .get()
        .flatMap(model::find)
        .ifPresentOrElse(
            site -> {
              list.getSelectionModel().select(site);
              list.getFocusModel().focus(list.getSelectionModel().getSelectedIndex());
            },
            () -> list.getSelectionModel().clearSelection());
    filling = false;
  }

  private static final class Cell extends ListCell<SiteView> {
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label posts = new Label();
    private final VBox box = new VBox(name, address, posts);

    Cell() {
      getStyleClass().add("site-cell");
      box.getStyleClass().add("site-box");
      name.getStyleClass().add("site-name");
      name.setWrapText(true);
      address.getStyleClass().addAll("small", "soft");
      posts.getStyleClass().addAll("small", "faint");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(SiteView site, boolean empty) {
      super.updateItem(site, empty);
      if (empty || site == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      name.setText(site.site().name());
      address.setText(plain(site.site().address()));
      posts.setText(Messages.text("sites.counts", site.posts(), site.ready()));
      setAccessibleText(name.getText() + ", " + address.getText() + ", " + posts.getText());
      setGraphic(box);
    }
  }

  /** An address as people say it: without what every address has. */
  static String plain(String address) {
    return address.replaceFirst("^https?://", "").replaceFirst("/$", "");
  }
}
