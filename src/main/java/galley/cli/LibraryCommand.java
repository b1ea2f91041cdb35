package galley.cli;

import galley.asset.Messages;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "library",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The whole library, out as plain files and back.")
final class LibraryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec mine = spec;
    if (mine == null) {
      return Commands.WRONG_USE;
    }
    throw new ParameterException(mine.commandLine(), Messages.text("cli.library-what"));
  }
}
