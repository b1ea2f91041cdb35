package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.Found;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Searches headlines, standfirsts and bodies.")
final class SearchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many posts (default ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print what was found as JSON.")
  private boolean json;

  private final Galley galley;

  SearchCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      Found found = desk.search(String.join(" ", words), Math.max(1, limit)).join();
      if (json) {
        galley.console().say(Shapes.print(Shapes.found(found)));
      } else {
        for (Found.Hit hit : found.hits()) {
          galley.console().say(hit.slug() + "  " + hit.headline());
          hit.excerpts().forEach(text -> galley.console().say("    " + marked(text)));
        }
        galley.console().say(Messages.text("cli.found", found.total(), found.millis()));
      }
      return Commands.DONE;
    }
  }

  private String marked(String excerpt) {
    String line = excerpt.replaceAll("\\s+", " ").strip();
    return galley.console().terminal()
        ? line.replace("\u0001", "\u001b[1m").replace("\u0002", "\u001b[0m")
        : line.replaceAll("[\\x01\\x02]", "");
  }
}
