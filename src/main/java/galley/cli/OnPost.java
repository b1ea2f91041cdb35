package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.desk.DraftSession;
import galley.post.PlacedAnnotation;
import galley.post.Post;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command about the annotations of one post takes, and how it begins and ends. */
final class OnPost {
  @Parameters(index = "0", paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Another author than you, who works on this device.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print the review as JSON.")
  private boolean json;

  /** Does something and prints how the review stands then, or a sentence. */
  int with(Galley galley, Function<DraftSession, String> work) {
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, post);
      String said;
      List<PlacedAnnotation> all;
      try (DraftSession session = desk.open(found.id()).join()) {
        if (name != null) {
          session.review().speakAs(name);
        }
        session.review().suggesting().pickUp().join(); // left behind where the program was killed
        said = work.apply(session);
        all = session.review().annotations();
        if (json) {
          galley
              .console()
              .say(Shapes.print(ReviewShapes.review(session.post(), desk, session.review(), all)));
        } else if (!said.isEmpty()) {
          galley.console().say(said);
        }
      }
      return Commands.DONE;
    }
  }

  boolean json() {
    return json;
  }

  /** The annotation whose id begins so. */
  static UUID named(DraftSession session, String start) {
    List<UUID> found =
        session.review().annotations().stream()
            .flatMap(one -> Stream.concat(Stream.of(one.annotation()), one.replies().stream()))
            .map(one -> one.id())
            .filter(id -> id.toString().startsWith(start.toLowerCase(java.util.Locale.ROOT)))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new DeskException(
        found.isEmpty()
            ? Messages.text("cli.review-none", start)
            : Messages.text("cli.review-many", start, found.size()));
  }
}
