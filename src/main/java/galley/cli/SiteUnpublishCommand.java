package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.SiteView;
import galley.post.Post;
import galley.post.Site;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "unpublish",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a post down from a site with the next publication.",
      "It stays in the library as it is; its address says that it was withdrawn."
    })
final class SiteUnpublishCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Parameters(index = "1", paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(names = "--undo", description = "Let it be published again.")
  private boolean undo;

  @Option(
      names = "--redirect",
      defaultValue = "",
      paramLabel = "URL|POST",
      description = "Lead its readers to a web address, or to another post of the site.")
  private String redirect = "";

  private final Galley galley;

  SiteUnpublishCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      Post one = Posts.named(desk, post);
      if (undo) {
        desk.sites().restore(found.site().id(), one.id()).join();
      } else {
        desk.sites().withdraw(found.site().id(), one.id(), target(desk)).join();
      }
      galley
          .console()
          .say(
              undo
                  ? Messages.text("cli.site-restored", one.slug(), found.site().name())
                  : Messages.text("cli.site-withdrawn", one.slug(), found.site().name()));
      return Commands.DONE;
    }
  }

  private String target(Desk desk) {
    String address = Site.web(redirect);
    boolean elsewhere = address.isEmpty() || address.matches("https?://\\S+");
    return elsewhere ? address : Posts.named(desk, redirect).id().toString();
  }
}
