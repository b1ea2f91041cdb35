package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.SiteView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the sites by name.")
final class SiteListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print the list as JSON.")
  private boolean json;

  private final Galley galley;

  SiteListCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      List<SiteView> sites = desk.sites().list().join();
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.listed(sites)));
      } else if (sites.isEmpty()) {
        galley.console().say(Messages.text("cli.site-none"));
      } else {
        for (SiteView one : sites) {
          galley
              .console()
              .say(
                  Messages.text(
                      "cli.site-line",
                      one.site().name(),
                      one.site().address(),
                      one.posts(),
                      one.ready()));
        }
      }
      return Commands.DONE;
    }
  }
}
