package galley.desk;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Revision;
import galley.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Reviews a post, or merges packets, over and over, until it is killed or another byte comes on its
 * input. It waits for the first byte, and says when it is at work and what is safe.
 */
final class ReviewAtWork {
  /** What the text of a post begins with; the number of what was accepted or merged follows. */
  static final String ROUND = "Round ";

  private ReviewAtWork() {}

  /** A library, what to do, the post, and the other side's library. */
  public static void main(String[] arguments) throws IOException {
    if (System.in.read() < 0) {
      return;
    }
    UUID post = UUID.fromString(arguments[2]);
    try (Desk desk = desk(arguments[0])) {
      if (arguments[1].equals("review")) {
        System.out.println("at work");
        review(desk, post);
      } else {
        try (Desk other = desk(arguments[3])) {
          System.out.println("at work");
          merge(desk, other, post, Path.of(arguments[3]).resolveSibling("packets"));
        }
      }
    }
  }

  private static void review(Desk desk, UUID post) throws IOException {
    while (System.in.available() == 0) {
      try (DraftSession session = desk.open(post).join()) {
        long round = last(session.latest().body()) + 1;
        Review review = session.review();
        int end = session.latest().body().indexOf('\n');
        Annotation made =
            review
                .add(
                    Kind.SUGGESTION,
                    Anchor.Scope.TEXT,
                    "",
                    new Span(ROUND.length(), end),
                    "",
                    Optional.of(String.valueOf(round)))
                .join();
        System.out.println("made " + made.id());
        review.accept(made.id()).join();
        System.out.println("accepted " + round);
        review.reply(made.id(), "Reply " + round).join();
        System.out.println("replied " + made.id());
      }
    }
  }

  private static void merge(Desk desk, Desk other, UUID post, Path folder) throws IOException {
    while (System.in.available() == 0) {
      long round = last(other.post(post).join().body()) + 1;
      String text = ROUND + round + "\n";
      other
          .change(
              post,
              draft -> draft.withBody(draft.body().replaceFirst(ROUND + "\\d+\n", text)),
              Revision.Kind.COMMAND)
          .join();
      try (DraftSession session = other.open(post).join()) {
        session
            .review()
            .add(
                Kind.COMMENT,
                Anchor.Scope.TEXT,
                "",
                new Span(0, ROUND.length()),
                ROUND + round,
                Optional.empty())
            .join();
      }
      Path packet = other.reviewing().pack(post, PackRequest.to(folder.resolve("p"))).join().file();
      System.out.println("packed " + round);
      desk.change(post, draft -> draft.withBody(draft.body() + "More.\n"), Revision.Kind.COMMAND)
          .join();
      Arrival arrival = desk.reviewing().look(packet).join();
      System.out.println("looked " + round);
      desk.reviewing().merge(arrival, Choices.mine()).join();
      System.out.println("merged " + round);
    }
  }

  static long last(String body) {
    return Long.parseLong(body.substring(ROUND.length(), body.indexOf('\n')));
  }

  private static Desk desk(String folder) {
    return Desk.open(Path.of(folder), Clock.systemUTC(), DeskOptions.existing());
  }
}
