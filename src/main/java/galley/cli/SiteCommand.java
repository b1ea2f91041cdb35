package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.SiteView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The sites that posts are published on.",
      "SITE is a site's name or id, as site list shows them."
    })
final class SiteCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** All of its commands. */
  static CommandLine line(Galley galley) {
    return new CommandLine(new SiteCommand())
        .addSubcommand(new SiteNewCommand(galley))
        .addSubcommand(new SiteListCommand(galley))
        .addSubcommand(new SiteShowCommand(galley))
        .addSubcommand(new SiteSetCommand(galley))
        .addSubcommand("add", new SitePostsCommand(galley, true))
        .addSubcommand("drop", new SitePostsCommand(galley, false))
        .addSubcommand(new SiteRemoveCommand(galley))
        .addSubcommand(new SiteBuildCommand(galley))
        .addSubcommand(new SiteServeCommand(galley))
        .addSubcommand(
            new CommandLine(new SiteDestinationCommand())
                .addSubcommand(new SiteDestinationAddCommand(galley))
                .addSubcommand(new SiteDestinationRemoveCommand(galley)))
        .addSubcommand(new SitePublishCommand(galley))
        .addSubcommand(new SiteStatusCommand(galley))
        .addSubcommand(new SiteRollbackCommand(galley))
        .addSubcommand(new SiteUnpublishCommand(galley))
        .addSubcommand(new SiteLogCommand(galley));
  }

  /** The site that was named on the command line. */
  static SiteView named(Desk desk, String name) {
    return desk.sites()
        .find(name)
        .join()
        .orElseThrow(() -> new DeskException(Messages.text("cli.no-site", name)));
  }

  @Override
  public Integer call() {
    CommandSpec mine = spec;
    if (mine == null) {
      return Commands.WRONG_USE;
    }
    throw new ParameterException(mine.commandLine(), Messages.text("cli.site-what"));
  }
}
