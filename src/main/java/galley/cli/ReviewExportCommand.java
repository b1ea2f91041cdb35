package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.ReviewFormat;
import galley.post.Post;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a post with its review for people who have other programs.",
      "docx has real comments and tracked changes; review import reads it back."
    })
final class ReviewExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "docx, criticmarkup, html or jsonld.")
  private ReviewFormat format = ReviewFormat.DOCX;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file; or a folder, where it is called by the post's slug.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  private final Galley galley;

  ReviewExportCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, post);
      Path written = desk.reviewing().write(found.id(), format, to.toAbsolutePath()).join();
      galley
          .console()
          .say(
              json
                  ? Shapes.print(
                      Shapes.object().put("post", found.slug()).put("file", written.toString()))
                  : Messages.text("cli.review-written", written));
      return Commands.DONE;
    }
  }
}
