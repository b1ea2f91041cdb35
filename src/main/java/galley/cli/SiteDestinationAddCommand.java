package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DestinationAddress;
import galley.desk.SiteView;
import galley.post.Destination;
import galley.post.KeptSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a destination, or changes the one of that name. An address is one of:",
      "  /srv/www                               a folder",
      "  sftp://user@host/srv/www               a folder on a host with SSH",
      "  ftps://user@host/htdocs                a folder on a host with FTP over TLS",
      "  https+webdav://user@host/folder        a WebDAV host",
      "  s3://ACCESSKEY@host/bucket/prefix?region=R   a bucket",
      "  git+ssh://git@host/site.git#branch     a branch of a Git repository"
    })
final class SiteDestinationAddCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "What you call it.")
  private String name = "";

  @Parameters(index = "2", paramLabel = "URL", description = "Its address.")
  private String address = "";

  @Option(
      names = "--link",
      description = "The web server looks at 'current' in the folder, a link switched at once.")
  private boolean link;

  @Option(names = "--key", paramLabel = "FILE", description = "A private key, for SSH.")
  private @Nullable Path key;

  @Option(names = "--json", description = "Print the site as JSON.")
  private boolean json;

  private final Galley galley;

  SiteDestinationAddCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    Destination made =
        DestinationAddress.read(
            name, address, new DestinationAddress.Use(link, Optional.ofNullable(key)));
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      SiteView now = desk.sites().change(found.site().id(), kept -> with(kept, made)).join();
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.shown(now)));
      } else {
        galley
            .console()
            .say(Messages.text("cli.destination-added", now.site().name(), made.name()));
        if (made instanceof Destination.Folder folder
            && !Files.isDirectory(Path.of(folder.path()))) {
          galley.console().say(Messages.text("cli.destination-no-folder", folder.path()));
        }
      }
      return Commands.DONE;
    }
  }

  private static KeptSite with(KeptSite kept, Destination made) {
    List<Destination> all = new ArrayList<>(kept.destinations());
    all.removeIf(one -> one.name().equalsIgnoreCase(made.name()));
    all.add(made);
    return kept.withDestinations(all);
  }
}
