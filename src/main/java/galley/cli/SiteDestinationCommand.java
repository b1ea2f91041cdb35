package galley.cli;

import galley.asset.Messages;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "destination",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Where a site is published. Passwords are never part of it.")
final class SiteDestinationCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec mine = spec;
    if (mine == null) {
      return Commands.WRONG_USE;
    }
    throw new ParameterException(mine.commandLine(), Messages.text("cli.destination-what"));
  }
}
