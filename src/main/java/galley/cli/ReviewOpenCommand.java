package galley.cli;

import galley.asset.Messages;
import galley.desk.Arrival;
import galley.desk.Choices;
import galley.desk.Desk;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = {
      "Opens a packet: a post that is new here is brought in with its review.",
      "Of one that is here, it only shows what would change; review merge applies it."
    })
final class ReviewOpenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The packet.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print what it brings as JSON.")
  private boolean json;

  private final Galley galley;

  ReviewOpenCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.openOrStart()) {
      Arrival arrival = desk.reviewing().look(file.toAbsolutePath()).join();
      boolean isNew = arrival.kind() == Arrival.Kind.NEW;
      if (isNew) {
        desk.reviewing().merge(arrival, Choices.mine()).join();
      }
      Incoming.print(galley, desk, arrival, isNew, json);
      if (!json) {
        galley
            .console()
            .say(
                isNew ? Messages.text("cli.packet-in") : Messages.text("cli.packet-not-yet", file));
      }
      return Commands.DONE;
    }
  }
}
