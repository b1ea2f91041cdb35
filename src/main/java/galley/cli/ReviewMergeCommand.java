package galley.cli;

import galley.asset.Messages;
import galley.desk.Arrival;
import galley.desk.Choices;
import galley.desk.Desk;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a packet in: texts are put together by words, and what was said is added.",
      "The states before and after stay in the history. The same packet twice changes nothing."
    })
final class ReviewMergeCommand implements Callable<Integer> {
  /** What is taken where both changed the same words. */
  enum Side {
    MINE,
    THEIRS,
    BOTH
  }

  @Parameters(paramLabel = "FILE", description = "The packet.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dry;

  @Option(
      names = "--conflicts",
      paramLabel = "SIDE",
      description = "Where both changed the same words: mine, theirs or both.")
  private @Nullable Side conflicts;

  @Option(names = "--json", description = "Print what it brings as JSON.")
  private boolean json;

  private final Galley galley;

  ReviewMergeCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      Arrival arrival = desk.reviewing().look(file.toAbsolutePath()).join();
      int clashes = arrival.conflicts().size() + arrival.fieldConflicts().size();
      boolean stopped = clashes > 0 && conflicts == null;
      boolean apply = !dry && !stopped;
      if (apply) {
        desk.reviewing().merge(arrival, choices()).join();
      }
      Incoming.print(galley, desk, arrival, apply, json);
      if (stopped && !dry) {
        galley.console().err().println("galley: " + Messages.text("cli.packet-decide", clashes));
        return Commands.NO;
      }
      if (!json) {
        galley.console().say(done(arrival.kind(), apply));
      }
      return Commands.DONE;
    }
  }

  private static String done(Arrival.Kind kind, boolean applied) {
    if (!applied) {
      return Messages.text("cli.packet-dry");
    }
    return switch (kind) {
      case KNOWN -> Messages.text("cli.packet-known");
      case SAID, NEW -> Messages.text("cli.packet-taken");
      case NEWER, BOTH -> Messages.text("cli.packet-merged");
    };
  }

  private Choices choices() {
    return switch (conflicts) {
      case THEIRS -> Choices.theirs();
      case BOTH -> Choices.both();
      case MINE -> Choices.mine();
      case null -> Choices.mine();
    };
  }
}
