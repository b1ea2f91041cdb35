package galley.cli;

import galley.asset.Messages;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "destination",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Where a site is published. Passwords are never part of it.")
final class SiteDestinationCommand extends CommandGroup {
  private SiteDestinationCommand() {
    super(Messages.text("cli.destination-what"));
  }

  /** Its commands, as far as the words typed after its name can mean them. */
  static CommandLine line(Galley galley, List<String> typed) {
    return new Subcommands()
        .with("add", _ -> new SiteDestinationAddCommand(galley))
        .with("remove", _ -> new SiteDestinationRemoveCommand(galley))
        .below(new SiteDestinationCommand(), typed);
  }
}
