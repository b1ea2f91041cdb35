package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.SiteView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Lets a site go, with its publication log.",
      "Its posts stay in the library, and its pages at its host."
    })
final class SiteRemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Option(names = "--json", description = "Print the sites that are left as JSON.")
  private boolean json;

  private final Galley galley;

  SiteRemoveCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      desk.sites().remove(found.site().id()).join();
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.listed(desk.sites().list().join())));
      } else {
        galley.console().say(Messages.text("cli.site-removed", found.site().name(), found.posts()));
      }
      return Commands.DONE;
    }
  }
}
