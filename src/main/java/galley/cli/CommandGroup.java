package galley.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has others below it, and does nothing without one of them. */
abstract class CommandGroup implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private final String what;

  /**
   * @param what the sentence that asks which of them is meant
   */
  CommandGroup(String what) {
    this.what = what;
  }

  @Override
  public Integer call() {
    CommandSpec mine = spec;
    if (mine == null) {
      return Commands.WRONG_USE;
    }
    throw new ParameterException(mine.commandLine(), what);
  }
}
