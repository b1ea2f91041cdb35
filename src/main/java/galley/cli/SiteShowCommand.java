package galley.cli;

import galley.desk.Desk;
import galley.desk.SiteView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints what is known of a site.")
final class SiteShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  private final Galley galley;

  SiteShowCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.shown(found)));
      } else {
        SiteShapes.lines(found).forEach(galley.console()::say);
      }
      return Commands.DONE;
    }
  }
}
