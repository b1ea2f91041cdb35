package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.SiteView;
import galley.post.Post;
import galley.post.PostSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Gives posts to a site (add), or takes them from it (drop).",
      "A post has one site: one that is given leaves the site it had."
    })
final class SitePostsCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "POST",
      description = "Slugs or ids of posts.")
  private List<String> posts = new ArrayList<>();

  @Option(names = "--json", description = "Print the site as JSON.")
  private boolean json;

  private final Galley galley;
  private final boolean joins;

  SitePostsCommand(Galley galley, boolean joins) {
    this.galley = galley;
    this.joins = joins;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      List<UUID> ids = posts.stream().map(name -> Posts.named(desk, name)).map(Post::id).toList();
      if (joins) {
        desk.sites().join(found.site().id(), ids).join();
      } else {
        drop(desk, found, ids);
      }
      SiteView now = SiteCommand.named(desk, found.site().id().toString());
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.shown(now)));
      } else {
        galley.console().say(Messages.text("cli.site-posts", now.site().name(), now.posts()));
      }
      return Commands.DONE;
    }
  }

  private static void drop(Desk desk, SiteView from, List<UUID> ids) {
    Set<UUID> there =
        desk.sites().posts(from.site().id()).join().stream()
            .map(PostSummary::id)
            .collect(Collectors.toSet());
    if (!there.containsAll(ids)) {
      throw new DeskException(Messages.text("cli.site-not-there", from.site().name()));
    }
    if (from.kept().allPosts()) {
      throw new DeskException(Messages.text("cli.site-takes-all", from.site().name()));
    }
    desk.sites().leave(ids).join();
  }
}
