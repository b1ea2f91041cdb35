package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.SiteView;
import galley.desk.Sites;
import galley.post.KeptSite;
import galley.post.Site;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "new", mixinStandardHelpOptions = true, description = "Makes a site.")
final class SiteNewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Its name, as readers see it.")
  private String name = "";

  @Option(
      names = "--address",
      required = true,
      paramLabel = "URL",
      description = "The web address of its home, such as https://example.org/blog/.")
  private String address = "";

  @Option(
      names = "--all-posts",
      description = "Every post belongs to it that was not given to another site, later ones too.")
  private boolean allPosts;

  @Option(
      names = "--language",
      defaultValue = "en",
      paramLabel = "TAG",
      description = "The language of its own words; en unless said otherwise.")
  private String language = "en";

  @Option(names = "--json", description = "Print the site as JSON.")
  private boolean json;

  private final Galley galley;

  SiteNewCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    Site site = Sites.named(name, address, language);
    try (Desk desk = galley.open()) {
      SiteView made = desk.sites().create(KeptSite.of(site, allPosts)).join();
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.shown(made)));
      } else {
        galley
            .console()
            .say(
                Messages.text(
                    "cli.site-made", made.site().name(), made.site().address(), made.posts()));
      }
      return Commands.DONE;
    }
  }
}
