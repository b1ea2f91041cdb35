package galley.cli;

import galley.asset.Messages;
import galley.desk.BuiltSite;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.SiteView;
import galley.publish.PreviewServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a site and shows it to browsers of this computer, until it is stopped with Ctrl+C.",
      "The library is free for other work meanwhile."
    })
final class SiteServeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Option(
      names = "--port",
      defaultValue = "0",
      paramLabel = "N",
      description = "A port of this computer; one that is free unless said otherwise.")
  private int port;

  @Option(names = "--json", description = "Print where it is as JSON.")
  private boolean json;

  private final Galley galley;

  SiteServeCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() throws InterruptedException {
    SiteView found;
    Path folder;
    try (Desk desk = galley.open()) {
      found = SiteCommand.named(desk, site);
      var progress = galley.progress();
      BuiltSite built = desk.siteBuilding().build(found.site().id(), progress).join();
      progress.accept(new galley.desk.Progress("", 1, 1));
      folder = desk.siteBuilding().folder(found.site().id());
      if (!json) {
        SiteShapes.waiting(built.waiting()).forEach(galley.console()::say);
      }
    }
    try (PreviewServer server = PreviewServer.start(folder, port)) {
      String address = server.address().toString();
      galley
          .console()
          .say(
              json
                  ? Shapes.object()
                      .put("site", found.site().name())
                      .put("address", address)
                      .toString()
                  : Messages.text("cli.site-served", found.site().name(), address));
      galley.console().out().flush();
      new CountDownLatch(1).await(); // until the process is stopped
      return Commands.DONE;
    } catch (IOException e) {
      throw new DeskException(
          Messages.text("cli.site-not-served", port, String.valueOf(e.getMessage())), e);
    }
  }
}
