package galley.ui.shell;

import galley.asset.Messages;
import galley.post.Destination;
import galley.ui.publish.HostAsking;
import galley.ui.shell.Command.Group;
import galley.ui.sites.SitesModel;
import galley.ui.sites.SitesView;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** The command for the sites that posts are published on. */
final class SiteCommands {
  private final MainModel model;
  private final Consumer<UUID> publish;

  /**
   * @param publish shows what publishing a site would do
   */
  SiteCommands(MainModel model, Consumer<UUID> publish) {
    this.model = model;
    this.publish = publish;
  }

  void addTo(Actions actions) {
    actions.add(
        Group.GALLEY, "sites", Messages.text("shell.do.sites"), "Shortcut+Shift+W", this::open);
  }

  private void open() {
    new SitesView(
            new SitesModel(model.desk()),
            new SitesView.Ways(
                () -> file(Optional.of(Asking.pictureFiles())),
                this::folder,
                () -> file(Optional.empty()),
                this::tryOut,
                publish))
        .open(model.scene());
  }

  private SitesView.Trial tryOut(Destination to) {
    HostAsking asking = new HostAsking(model.scene());
    return new SitesView.Trial(model.desk().publishing(asking.people()).tryOut(to), asking::stop);
  }

  private Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("shell.ask.site-folder"));
    return Optional.ofNullable(chooser.showDialog(model.scene().getWindow())).map(File::toPath);
  }

  private Optional<Path> file(Optional<FileChooser.ExtensionFilter> kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(
        kind.isPresent()
            ? Messages.text("shell.ask.site-picture")
            : Messages.text("shell.ask.site-key"));
    kind.ifPresent(only -> chooser.getExtensionFilters().add(only));
    return Optional.ofNullable(chooser.showOpenDialog(model.scene().getWindow())).map(File::toPath);
  }
}
