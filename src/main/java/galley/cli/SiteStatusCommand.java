package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.LiveSite;
import galley.desk.LiveSite.LivePost;
import galley.desk.SiteView;
import galley.publish.Survey;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Compares what stands at a site's host with the desk; nothing is changed.",
      "Posts that changed since, and files that are missing there, were changed by others, or came",
      "from somebody else."
    })
final class SiteStatusCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Mixin private AtDestination at = new AtDestination();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  private final Galley galley;

  SiteStatusCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      LiveSite live = desk.publishing(at.people()).status(found.site().id(), at.to()).join();
      if (json) {
        galley.console().say(Shapes.print(shape(found, live)));
      } else {
        say(found, live);
      }
      return Commands.DONE;
    }
  }

  private void say(SiteView found, LiveSite live) {
    galley
        .console()
        .say(
            live.last()
                .map(last ->
                    Messages.text(
                        "cli.site-stands",
                        found.site().name(),
                        live.to().name(),
                        last.release(),
                        live.files().asLeft()))
                .orElseGet(() -> Messages.text("cli.site-unpublished", found.site().name())));
    for (LivePost post : live.posts()) {
      String words =
          switch (post.state()) {
            case SAME -> "";
            case CHANGED -> Messages.text("cli.live-changed", post.slug());
            case TAKEN_BACK -> Messages.text("cli.live-taken-back", post.slug());
            case GOING ->
                Messages.text("cli.live-going", post.slug().isEmpty() ? post.path() : post.slug());
            case COMING -> Messages.text("cli.live-coming", post.slug());
            case DOWN -> Messages.text("cli.live-down", post.slug());
          };
      if (!words.isEmpty()) {
        galley.console().say(words);
      }
    }
    live.files()
        .changed()
        .forEach(path -> galley.console().say(Messages.text("cli.live-file-changed", path)));
    live.files()
        .missing()
        .forEach(path -> galley.console().say(Messages.text("cli.live-file-missing", path)));
    live.files()
        .foreign()
        .forEach(path -> galley.console().say(Messages.text("cli.live-file-foreign", path)));
  }

  private static ObjectNode shape(SiteView found, LiveSite live) {
    ObjectNode root =
        Shapes.object()
            .put("site", found.site().name())
            .put("destination", live.to().name())
            .put("release", live.last().map(last -> last.release()).orElse(null))
            .put("at", live.last().map(last -> last.at().toString()).orElse(null));
    ArrayNode posts = root.putArray("posts");
    for (LivePost post : live.posts()) {
      posts
          .addObject()
          .put("id", post.post().toString())
          .put("slug", post.slug())
          .put("state", post.state().name().toLowerCase(Locale.ROOT))
          .put("path", post.path());
    }
    Survey files = live.files();
    ObjectNode shape = root.putObject("files").put("asLeft", files.asLeft());
    list(shape.putArray("changed"), files.changed());
    list(shape.putArray("missing"), files.missing());
    list(shape.putArray("foreign"), files.foreign());
    ArrayNode releases = root.putArray("releases");
    live.releases()
        .forEach(kept ->
            releases.addObject().put("release", kept.release()).put("at", kept.at().toString()));
    return root;
  }

  private static void list(ArrayNode into, List<String> paths) {
    paths.forEach(into::add);
  }
}
