package galley.cli;

import galley.asset.Messages;
import galley.desk.BuiltSite;
import galley.desk.Desk;
import galley.desk.SiteChange;
import galley.desk.SiteView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a site into a folder, with its home at index.html.",
      "Posts that are ready or published are in it, once their date has come.",
      "Only what differs is written; nothing that is not the site's is touched."
    })
final class SiteBuildCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is empty, not there yet, or that a site was built into.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  private final Galley galley;

  SiteBuildCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      var progress = galley.progress();
      BuiltSite built = desk.siteBuilding().build(found.site().id(), progress).join();
      SiteChange change =
          desk.siteBuilding().write(built, to.toAbsolutePath().normalize(), progress).join();
      progress.accept(new galley.desk.Progress("", 1, 1));
      long millis = (System.nanoTime() - begin) / 1_000_000;
      if (json) {
        int sent = change.add().size() + change.change().size();
        ObjectNode root =
            SiteShapes.published(found, Optional.empty(), change, sent, millis)
                .put("posts", built.site().posts())
                .put("root", to.toAbsolutePath().normalize().toString());
        SiteShapes.heldBack(root, built);
        galley.console().say(Shapes.print(root));
      } else {
        galley
            .console()
            .say(
                Messages.text(
                    "cli.site-built",
                    to,
                    built.site().posts(),
                    built.bundle().files().size(),
                    change.add().size() + change.change().size()));
        SiteShapes.waiting(built).forEach(galley.console()::say);
      }
      return Commands.DONE;
    }
  }
}
