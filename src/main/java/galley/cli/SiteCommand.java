package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.SiteView;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The sites that posts are published on.",
      "SITE is a site's name or id, as site list shows them."
    })
final class SiteCommand extends CommandGroup {
  private SiteCommand() {
    super(Messages.text("cli.site-what"));
  }

  /** Its commands, as far as the words typed after its name can mean them. */
  static CommandLine line(Galley galley, List<String> typed) {
    return new Subcommands()
        .with("new", _ -> new SiteNewCommand(galley))
        .with("list", _ -> new SiteListCommand(galley))
        .with("show", _ -> new SiteShowCommand(galley))
        .with("set", _ -> new SiteSetCommand(galley))
        .with("add", _ -> new SitePostsCommand(galley, true))
        .with("drop", _ -> new SitePostsCommand(galley, false))
        .with("remove", _ -> new SiteRemoveCommand(galley))
        .with("build", _ -> new SiteBuildCommand(galley))
        .with("serve", _ -> new SiteServeCommand(galley))
        .with("destination", rest -> SiteDestinationCommand.line(galley, rest))
        .with("publish", _ -> new SitePublishCommand(galley))
        .with("status", _ -> new SiteStatusCommand(galley))
        .with("rollback", _ -> new SiteRollbackCommand(galley))
        .with("unpublish", _ -> new SiteUnpublishCommand(galley))
        .with("log", _ -> new SiteLogCommand(galley))
        .below(new SiteCommand(), typed);
  }

  /** The site that was named on the command line. */
  static SiteView named(Desk desk, String name) {
    return desk.sites()
        .find(name)
        .join()
        .orElseThrow(() -> new DeskException(Messages.text("cli.no-site", name)));
  }
}
