package galley.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The commands below another. Where the words typed name one of them, only that one is read, since
 * reading all of them takes longer than most of them take to be done.
 */
final class Subcommands {
  private static final String LIBRARY = "--library";

  private final Map<String, Function<List<String>, Object>> all = new LinkedHashMap<>();

  /** Adds one; it is handed the words typed after its name. */
  Subcommands with(String name, Function<List<String>, Object> command) {
    all.put(name, command);
    return this;
  }

  /**
   * A command with those below it that the words can mean.
   *
   * @param typed the words after the command's own name
   */
  CommandLine below(Object command, List<String> typed) {
    CommandLine line = new CommandLine(command);
    List<String> words = typed.subList(begin(typed), typed.size());
    Function<List<String>, Object> only = words.isEmpty() ? null : all.get(words.getFirst());
    if (only != null) {
      line.addSubcommand(words.getFirst(), only.apply(words.subList(1, words.size())));
    } else {
      all.forEach((name, each) -> line.addSubcommand(name, each.apply(List.of())));
    }
    return line;
  }

  // The one option that may stand before a command's name and asks for nothing by itself
  private static int begin(List<String> typed) {
    if (!typed.isEmpty() && typed.getFirst().startsWith(LIBRARY + "=")) {
      return 1;
    }
    return typed.size() > 1 && typed.getFirst().equals(LIBRARY) ? 2 : 0;
  }
}
