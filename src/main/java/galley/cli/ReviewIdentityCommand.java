package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.post.Author;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "identity",
    mixinStandardHelpOptions = true,
    description = "Shows or changes the name under which you say things.")
final class ReviewIdentityCommand implements Callable<Integer> {
  @Option(names = "--name", paramLabel = "T", description = "Your name.")
  private @Nullable String name;

  @Option(names = "--initials", paramLabel = "T", description = "One to three letters.")
  private @Nullable String initials;

  @Option(names = "--colour", paramLabel = "#RRGGBB", description = "Your colour.")
  private @Nullable String colour;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  private final Galley galley;

  ReviewIdentityCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    if (colour != null && !colour.matches("#[0-9a-f]{6}")) {
      throw new DeskException(Messages.text("cli.review-colour", colour));
    }
    try (Desk desk = galley.openOrStart()) {
      Author me = desk.reviewing().identity().join();
      if (name != null || initials != null || colour != null) {
        me =
            desk.reviewing()
                .identity(
                    name == null ? me.name() : name,
                    Optional.ofNullable(colour),
                    Optional.ofNullable(initials))
                .join();
      }
      if (json) {
        galley
            .console()
            .say(
                Shapes.print(
                    Shapes.object()
                        .put("name", me.name())
                        .put("initials", me.initials())
                        .put("colour", me.colour())
                        .put("device", me.device())));
      } else {
        galley.console().say(me.name() + " (" + me.initials() + ", " + me.colour() + ")");
      }
      return Commands.DONE;
    }
  }
}
