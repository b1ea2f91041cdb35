package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.Progress;
import galley.desk.PublishPlan;
import galley.desk.Published;
import galley.desk.Publishing;
import galley.desk.SiteView;
import galley.publish.Foreign;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a site and puts what differs onto its host.",
      "Whatever goes wrong, it says what stands there; publish again to go on.",
      "Posts that were ready become published."
    })
final class SitePublishCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Mixin private AtDestination at = new AtDestination();

  @Option(names = "--dry-run", description = "Say what would be done; change nothing there.")
  private boolean dryRun;

  @Option(
      names = "--override",
      paramLabel = "REASON",
      description = "Publish in spite of errors; the reason stays in the site's log.")
  private @Nullable String reason;

  @Option(
      names = "--replace",
      description = "Publish over what others have done there since; look at it before.")
  private boolean replace;

  @Option(
      names = "--take-over",
      description = "Take the host from a Galley that stopped in the middle and won't go on.")
  private boolean takeOver;

  @Option(
      names = "--make-folder",
      description = "Make the destination's folder where it is not there yet.")
  private boolean makeFolder;

  @Option(names = "--json", description = "Print the plan and what was done as JSON.")
  private boolean json;

  private final Galley galley;

  SitePublishCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      Publishing publishing = desk.publishing(at.people());
      var progress = galley.progress();
      if (takeOver) {
        publishing.takeOver(found.site().id(), at.to()).join();
      }
      if (makeFolder && !dryRun) {
        publishing.makeFolder(found.site().id(), at.to()).join();
      }
      PublishPlan plan =
          publishing
              .plan(found.site().id(), at.to(), replace ? Foreign.REPLACE : Foreign.STOP, progress)
              .join();
      progress.accept(new Progress("", 1, 1));
      if (!json) {
        SiteShapes.planned(plan).forEach(galley.console()::say);
      }
      Optional<Published> done =
          dryRun
              ? Optional.empty()
              : Optional.of(
                  publishing
                      .publish(plan, Optional.ofNullable(reason), AtDestination.drawn(progress))
                      .join());
      progress.accept(new Progress("", 1, 1));
      long millis = (System.nanoTime() - begin) / 1_000_000;
      if (json) {
        galley.console().say(Shapes.print(shape(found, plan, done, millis)));
      } else {
        galley
            .console()
            .say(
                done.map(one ->
                        Messages.text(
                            "cli.site-published",
                            found.site().name(),
                            plan.to().name(),
                            one.sent(),
                            one.bytes(),
                            one.release()))
                    .orElseGet(() -> Messages.text("cli.site-dry")));
      }
      return Commands.DONE;
    }
  }

  private static ObjectNode shape(
      SiteView found, PublishPlan plan, Optional<Published> done, long millis) {
    ObjectNode root =
        SiteShapes.published(
            found,
            Optional.of(done.map(Published::release).orElse(plan.release())),
            plan.change(),
            done.map(Published::sent).orElse(0),
            millis);
    root.put("destination", plan.to().name())
        .put("bytes", done.map(Published::bytes).orElse(plan.plan().bytes()))
        .put("published", done.map(Published::posts).orElse(0));
    SiteShapes.posts(root, plan);
    SiteShapes.heldBack(root, plan.built().waiting());
    ObjectNode errors = root.putObject("findings");
    plan.errors().forEach((slug, list) -> Shapes.findings(errors.putArray(slug), list));
    ObjectNode warnings = root.putObject("warnings");
    plan.warnings().forEach((slug, list) -> Shapes.findings(warnings.putArray(slug), list));
    return root;
  }
}
