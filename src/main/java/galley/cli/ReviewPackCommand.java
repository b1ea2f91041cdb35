package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.PackRequest;
import galley.desk.Packed;
import galley.post.Post;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a post with its review as one .galley file, to be sent.",
      "review.html inside is readable in any browser, without Galley."
    })
final class ReviewPackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The packet.")
  private Path to = Path.of("");

  @Option(names = "--without-pictures", description = "Leave the pictures out.")
  private boolean without;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  private final Galley galley;

  ReviewPackCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, post);
      Optional<Set<String>> pictures = without ? Optional.of(Set.of()) : Optional.empty();
      Packed packed =
          desk.reviewing().pack(found.id(), new PackRequest(to.toAbsolutePath(), pictures)).join();
      if (json) {
        galley
            .console()
            .say(
                Shapes.print(
                    Shapes.object()
                        .put("post", found.slug())
                        .put("round", packed.round())
                        .put("file", packed.file().toString())
                        .put("bytes", packed.bytes())
                        .put("pictures", packed.pictures())
                        .put("annotations", packed.annotations())));
      } else {
        galley
            .console()
            .say(Messages.text("cli.review-packed", packed.round(), found.slug(), packed.file()));
      }
      return Commands.DONE;
    }
  }
}
