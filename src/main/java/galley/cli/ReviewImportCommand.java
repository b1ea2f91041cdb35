package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.post.Post;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings in what people said with other programs, as comments and suggestions.",
      "Word (.docx), CriticMarkup (.md) and Web Annotations (.jsonld). The same file twice adds"
          + " nothing."
    })
final class ReviewImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file that came back.")
  private Path file = Path.of("");

  @Option(
      names = "--post",
      paramLabel = "POST",
      description = "A slug or an id; where it is left out, the file's name says it.")
  private @Nullable String post;

  @Option(names = "--json", description = "Print the review as JSON.")
  private boolean json;

  private final Galley galley;

  ReviewImportCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    String name = String.valueOf(file.getFileName());
    String wanted = post == null ? name.replaceFirst("\\.[^.]+$", "") : post;
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, wanted);
      int added = desk.reviewing().read(found.id(), file.toAbsolutePath()).join();
      if (json) {
        try (var session = desk.open(found.id()).join()) {
          var all = session.review().annotations();
          galley
              .console()
              .say(Shapes.print(ReviewShapes.review(session.post(), desk, session.review(), all)));
        }
      } else {
        galley.console().say(Messages.text("cli.review-read", added, found.slug()));
      }
      return Commands.DONE;
    }
  }
}
