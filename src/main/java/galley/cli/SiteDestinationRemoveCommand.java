package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.SiteView;
import galley.post.Destination;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Lets a destination go; what lies there stays there.")
final class SiteDestinationRemoveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "The destination's name.")
  private String name = "";

  @Option(names = "--json", description = "Print the site as JSON.")
  private boolean json;

  private final Galley galley;

  SiteDestinationRemoveCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      Destination gone =
          found
              .kept()
              .destination(name)
              .orElseThrow(() ->
                  new DeskException(
                      Messages.text("cli.destination-none", found.site().name(), name)));
      SiteView now =
          desk.sites()
              .change(
                  found.site().id(),
                  kept -> {
                    List<Destination> rest =
                        kept.destinations().stream()
                            .filter(one -> !one.name().equals(gone.name()))
                            .toList();
                    return kept.withDestinations(rest);
                  })
              .join();
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.shown(now)));
      } else {
        galley.console().say(Messages.text("cli.destination-removed", gone.name()));
      }
      return Commands.DONE;
    }
  }
}
