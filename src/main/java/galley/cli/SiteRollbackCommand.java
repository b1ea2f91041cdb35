package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.Progress;
import galley.desk.Published;
import galley.desk.SiteChange;
import galley.desk.SiteView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an earlier release of a site stand again, the one before unless said otherwise.",
      "Five are kept. The posts on the desk stay as they are."
    })
final class SiteRollbackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Mixin private AtDestination at = new AtDestination();

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "Which release, as site log shows them.")
  private @Nullable String release;

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  private final Galley galley;

  SiteRollbackCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      var progress = galley.progress();
      Published done =
          desk.publishing(at.people())
              .rollback(
                  found.site().id(),
                  at.to(),
                  Optional.ofNullable(release),
                  AtDestination.drawn(progress))
              .join();
      progress.accept(new Progress("", 1, 1));
      long millis = (System.nanoTime() - begin) / 1_000_000;
      if (json) {
        SiteChange nothing = new SiteChange(List.of(), List.of(), List.of(), 0);
        galley
            .console()
            .say(
                Shapes.print(
                    SiteShapes.published(
                        found, Optional.of(done.release()), nothing, done.sent(), millis)));
      } else {
        galley
            .console()
            .say(Messages.text("cli.site-back", found.site().name(), done.release(), done.sent()));
      }
      return Commands.DONE;
    }
  }
}
