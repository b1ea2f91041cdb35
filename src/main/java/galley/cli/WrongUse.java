package galley.cli;

import galley.asset.Messages;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in plain words what is wrong with what was typed. */
final class WrongUse {
  private WrongUse() {}

  static String sentence(ParameterException e) {
    if (e instanceof MissingParameterException missing) {
      return Messages.text(
          "cli.missing",
          missing.getMissing().stream().map(WrongUse::full).collect(Collectors.joining(", ")));
    }
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      if (unmatched.isUnknownOption()) {
        return Messages.text("cli.no-option", word);
      }
      return e.getCommandLine().getSubcommands().isEmpty()
          ? Messages.text("cli.too-much", word)
          : Messages.text("cli.no-command", word);
    }
    @Nullable ArgSpec about = e.getArgSpec();
    @Nullable String value = e.getValue();
    if (about == null || value == null) {
      return String.valueOf(e.getMessage());
    }
    Object[] choices = about.type().getEnumConstants();
    if (choices == null) {
      return Messages.text("cli.bad-value", name(about), value);
    }
    String can =
        Stream.of(choices)
            .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return Messages.text("cli.bad-choice", name(about), value, can);
  }

  private static String name(ArgSpec about) {
    return about instanceof OptionSpec option ? option.longestName() : about.paramLabel();
  }

  private static String full(ArgSpec about) {
    return about instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : about.paramLabel();
  }
}
