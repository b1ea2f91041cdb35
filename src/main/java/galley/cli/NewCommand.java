package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.post.Post;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "new", mixinStandardHelpOptions = true, description = "Starts a new draft.")
final class NewCommand implements Callable<Integer> {
  @Option(names = "--headline", required = true, paramLabel = "T", description = "Its headline.")
  private String headline = "";

  @Option(names = "--json", description = "Print the post as JSON.")
  private boolean json;

  private final Galley galley;

  NewCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.openOrStart()) {
      Post post = desk.create(headline.strip()).join();
      if (json) {
        Posts.printJson(galley.console(), desk, post);
      } else {
        galley.console().say(Messages.text("cli.made", post.slug(), post.id()));
      }
      return Commands.DONE;
    }
  }
}
