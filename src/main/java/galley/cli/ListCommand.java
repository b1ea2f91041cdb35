package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.post.PostSummary;
import galley.post.Stage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists posts, the last changed first.")
final class ListCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** Letters of a slug that a column has room for. */
  private static final int MOST = 60;

  @Option(
      names = "--stage",
      paramLabel = "S",
      description = "Only posts of this stage: draft, in-review, ready, published.")
  private @Nullable String stage;

  @Option(names = "--tag", paramLabel = "T", description = "Only posts with this tag.")
  private @Nullable String tag;

  @Option(names = "--json", description = "Print the list as JSON.")
  private boolean json;

  private final Galley galley;

  ListCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    Optional<Stage> wanted = stage(stage);
    try (Desk desk = galley.open()) {
      List<PostSummary> posts =
          desk.posts().join().stream()
              .filter(post -> wanted.isEmpty() || post.stage() == wanted.get())
              .filter(post -> tag == null || post.tags().stream().anyMatch(tag::equalsIgnoreCase))
              .toList();
      if (json) {
        galley.console().say(Shapes.print(Shapes.listed(posts)));
      } else {
        print(posts);
      }
      return Commands.DONE;
    }
  }

  static Optional<Stage> stage(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        Stage.of(name).orElseThrow(() -> new DeskException(Messages.text("cli.no-stage", name))));
  }

  /** In columns as wide as the longest slug; one that is very long has a line of its own. */
  private void print(List<PostSummary> posts) {
    int wide =
        posts.stream()
            .mapToInt(post -> post.slug().length())
            .filter(length -> length <= MOST)
            .max()
            .orElse(0);
    for (PostSummary post : posts) {
      boolean alone = post.slug().length() > MOST;
      if (alone) {
        galley.console().say(post.slug());
      }
      galley
          .console()
          .say(
              String.format(
                  Locale.ROOT,
                  "%-" + Math.max(1, wide) + "s  %-9s  %6d  %s  %s",
                  alone ? "" : post.slug(),
                  post.stage().key(),
                  post.words(),
                  MINUTE.format(post.changed()),
                  post.headline()));
    }
  }
}
