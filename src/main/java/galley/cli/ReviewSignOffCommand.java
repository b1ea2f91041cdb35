package galley.cli;

import galley.asset.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sign-off",
    mixinStandardHelpOptions = true,
    description = "Answers for a post as it is now; a later change is shown as such.")
final class ReviewSignOffCommand implements Callable<Integer> {
  @Mixin private OnPost on = new OnPost();

  @Option(names = "--note", defaultValue = "", paramLabel = "T", description = "What to say.")
  private String note = "";

  @Option(names = "--withdraw", description = "Take the sign-off back.")
  private boolean withdraw;

  private final Galley galley;

  ReviewSignOffCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    return on.with(
        galley,
        session -> {
          if (withdraw) {
            session.review().withdrawSignOff(note).join();
            return Messages.text("cli.review-unsigned");
          }
          session.review().signOff(note).join();
          return Messages.text("cli.review-signed", session.review().me().name());
        });
  }
}
