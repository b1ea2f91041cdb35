package galley.cli;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.post.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "answer",
    mixinStandardHelpOptions = true,
    description = "Answers a query with a source, which then waits to be verified.")
final class ReviewAnswerCommand implements Callable<Integer> {
  @Mixin private OnPost on = new OnPost();

  @Parameters(index = "1", paramLabel = "ID", description = "The query.")
  private String id = "";

  @Option(
      names = "--source",
      required = true,
      paramLabel = "T",
      description = "What it is, or who said it.")
  private String title = "";

  @Option(
      names = "--source-kind",
      defaultValue = "link",
      paramLabel = "K",
      description = "link, document or interview.")
  private Source.Kind kind = Source.Kind.LINK;

  @Option(
      names = "--address",
      defaultValue = "",
      paramLabel = "A",
      description = "A link, a file's name, a page.")
  private String address = "";

  @Option(names = "--date", paramLabel = "D", description = "Its day, such as 2026-11-23.")
  private @Nullable String date;

  @Option(names = "--body", defaultValue = "", paramLabel = "T", description = "More to say.")
  private String body = "";

  private final Galley galley;

  ReviewAnswerCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    Source source = new Source(kind, title, address, day());
    return on.with(
        galley,
        session -> {
          session.review().answer(OnPost.named(session, id), source, body).join();
          return Messages.text("cli.review-answered");
        });
  }

  private Optional<LocalDate> day() {
    try {
      return Optional.ofNullable(date).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new DeskException(Messages.text("cli.review-date", String.valueOf(date)), e);
    }
  }
}
