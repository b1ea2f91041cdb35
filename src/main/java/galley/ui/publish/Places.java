package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.post.Destination;
import galley.post.Destination.Serving;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Which site goes where; a choice only where there is one. */
final class Places {
  private Places() {}

  static Region node(PublishModel model) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("publish-places");
    row.setMinHeight(Region.USE_PREF_SIZE);
    model
        .site()
        .ifPresent(site -> {
          if (model.sites().size() > 1) {
            MenuButton sites = menu(Messages.text("publish.site"), site.site().name());
            for (SiteView each : model.sites()) {
              MenuItem item = new MenuItem(each.site().name());
              item.setOnAction(_ -> model.choose(Optional.of(each)));
              sites.getItems().add(item);
            }
            row.getChildren().add(sites);
          }
          if (site.destinations().size() > 1) {
            MenuButton places = menu(Messages.text("publish.to"), model.destination());
            for (Destination each : site.destinations()) {
              MenuItem item =
                  new MenuItem(Messages.text("publish.to.one", each.name(), words(each)));
              item.setOnAction(_ -> model.choose(each.name()));
              places.getItems().add(item);
            }
            row.getChildren().add(places);
          }
          site.destination(model.destination())
              .ifPresent(to -> row.getChildren().add(Rows.words(words(to), "soft", "small")));
        });
    return row;
  }

  private static MenuButton menu(String name, String value) {
    MenuButton menu = new MenuButton(value);
    menu.setAccessibleText(name + ": " + value);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  /** What visitors find while it is published. */
  static String meanwhile(PublishModel model) {
    return isSwitched(model)
        ? Messages.text("publish.sending.switched")
        : Messages.text("publish.sending.in-place");
  }

  /** What visitors find when it is stopped. */
  static String leaving(PublishModel model) {
    return isSwitched(model)
        ? Messages.text("publish.leave.switched")
        : Messages.text("publish.leave.in-place");
  }

  /** Whether all of a release becomes visible in one step. */
  private static boolean isSwitched(PublishModel model) {
    return model
        .site()
        .flatMap(site -> site.destination(model.destination()))
        .filter(to ->
            switch (to) {
              case Destination.Folder it -> it.serving() == Serving.LINK;
              case Destination.Sftp it -> it.serving() == Serving.LINK;
              case Destination.Git _ -> true;
              case Destination.Ftps _, Destination.WebDav _, Destination.S3 _ -> false;
            })
        .isPresent();
  }

  /** Where a destination is, as people say it. */
  static String words(Destination to) {
    return switch (to) {
      case Destination.Folder it -> Messages.text("publish.by.folder", it.path());
      case Destination.Sftp it -> Messages.text("publish.by.sftp", it.host());
      case Destination.Ftps it -> Messages.text("publish.by.ftps", it.host());
      case Destination.WebDav it -> Messages.text("publish.by.webdav", it.address());
      case Destination.S3 it -> Messages.text("publish.by.s3", it.bucket(), it.endpoint());
      case Destination.Git it -> Messages.text("publish.by.git", it.branch(), it.address());
    };
  }
}
