package galley.cli;

import galley.asset.Messages;
import galley.desk.BuiltSite;
import galley.desk.Desk;
import galley.desk.Progress;
import galley.desk.SiteChange;
import galley.desk.SiteMarkdown;
import galley.desk.SiteView;
import galley.export.Profile;
import galley.post.PostSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = {
        "As Markdown for a site generator: hugo, jekyll, eleventy, astro or plain.",
        "DIR may then be a generator's own folder; its settings and layouts stay as they are."
      })
  private @Nullable Profile profile;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  private final Galley galley;

  SiteBuildCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    Path into = to.toAbsolutePath().normalize();
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      if (profile == null) {
        pages(desk, found, into, begin);
      } else {
        markdown(desk, found, profile, into, begin);
      }
      return Commands.DONE;
    }
  }

  private void pages(Desk desk, SiteView found, Path into, long begin) {
    var progress = galley.progress();
    BuiltSite built = desk.siteBuilding().build(found.site().id(), progress).join();
    SiteChange change = desk.siteBuilding().write(built, into, progress).join();
    progress.accept(new Progress("", 1, 1));
    int posts = built.site().posts();
    if (json) {
      galley.console().say(Shapes.print(shape(found, change, built.waiting(), posts, begin)));
    } else {
      galley
          .console()
          .say(
              Messages.text(
                  "cli.site-built", to, posts, built.bundle().files().size(), sent(change)));
      SiteShapes.waiting(built.waiting()).forEach(galley.console()::say);
    }
  }

  private void markdown(Desk desk, SiteView found, Profile generator, Path into, long begin) {
    var progress = galley.progress();
    SiteMarkdown.Written written =
        desk.siteMarkdown().write(found.site().id(), generator, into, progress).join();
    progress.accept(new Progress("", 1, 1));
    SiteChange change = written.change();
    int posts = written.site().posts();
    if (json) {
      ObjectNode root =
          shape(found, change, written.waiting(), posts, begin).put("profile", generator.key());
      SiteShapes.strings(root.putArray("kept"), written.kept());
      SiteShapes.strings(root.putArray("leftOut"), written.leftOut());
      galley.console().say(Shapes.print(root));
    } else {
      galley
          .console()
          .say(
              Messages.text(
                  "cli.site-markdown",
                  to,
                  generator.key(),
                  posts,
                  sent(change),
                  change.remove().size(),
                  change.same()));
      written.kept().forEach(path -> galley.console().say(Messages.text("cli.site-kept", path)));
      SiteShapes.waiting(written.waiting()).forEach(galley.console()::say);
    }
  }

  private static int sent(SiteChange change) {
    return change.add().size() + change.change().size();
  }

  private ObjectNode shape(
      SiteView found, SiteChange change, List<PostSummary> waiting, int posts, long begin) {
    long millis = (System.nanoTime() - begin) / 1_000_000;
    ObjectNode root =
        SiteShapes.published(found, Optional.empty(), change, sent(change), millis)
            .put("posts", posts)
            .put("root", to.toAbsolutePath().normalize().toString());
    SiteShapes.heldBack(root, waiting);
    return root;
  }
}
