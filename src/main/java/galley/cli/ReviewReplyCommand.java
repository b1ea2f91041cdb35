package galley.cli;

import galley.asset.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reply", mixinStandardHelpOptions = true, description = "Replies to an annotation.")
final class ReviewReplyCommand implements Callable<Integer> {
  @Mixin private OnPost on = new OnPost();

  @Parameters(index = "1", paramLabel = "ID", description = "The annotation.")
  private String id = "";

  @Option(names = "--body", required = true, paramLabel = "T", description = "What to say.")
  private String body = "";

  private final Galley galley;

  ReviewReplyCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    return on.with(
        galley,
        session -> {
          session.review().reply(OnPost.named(session, id), body).join();
          return Messages.text("cli.review-replied");
        });
  }
}
