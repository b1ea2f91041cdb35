package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.PackRequest;
import galley.desk.Packed;
import galley.post.Draft;
import galley.post.Post;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  @Option(
      names = "--pictures",
      arity = "1..*",
      paramLabel = "NAME",
      description = "Only these pictures, called as the text calls them.")
  private List<String> pictures = List.of();

  @Option(
      names = "--history",
      defaultValue = "none",
      paramLabel = "H",
      description = "Which earlier states go along: none, named or all.")
  private PackRequest.History history = PackRequest.History.NONE;

  @Option(
      names = "--note",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "What to say to whoever opens it.")
  private String note = "";

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
      PackRequest request =
          new PackRequest(to.toAbsolutePath(), chosen(found.draft()), history, note);
      Packed packed = desk.reviewing().pack(found.id(), request).join();
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
                        .put("annotations", packed.annotations())
                        .put("revisions", packed.revisions())));
      } else {
        galley
            .console()
            .say(Messages.text("cli.review-packed", packed.round(), found.slug(), packed.file()));
      }
      return Commands.DONE;
    }
  }

  /** The pictures that are wanted; nothing where all of them are. */
  private Optional<Set<String>> chosen(Draft draft) {
    if (without || pictures.isEmpty()) {
      return without ? Optional.of(Set.of()) : Optional.empty();
    }
    Set<String> hashes = new HashSet<>();
    for (String wanted : pictures) {
      Set<String> meant =
          draft.images().stream()
              .filter(image -> image.file().equals(wanted) || image.file().endsWith("/" + wanted))
              .flatMap(image -> image.sha256().stream())
              .collect(Collectors.toSet());
      if (meant.isEmpty()) {
        throw new DeskException(Messages.text("cli.review-picture", wanted));
      }
      hashes.addAll(meant);
    }
    return Optional.of(hashes);
  }
}
