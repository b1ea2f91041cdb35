package galley.cli;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.desk.DraftSession;
import galley.desk.Review;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Says what becomes of annotations.",
      "Of several, all change or none. Accepting puts a suggestion's words into the text."
    })
final class ReviewJudgeCommand implements Callable<Integer> {
  @Mixin private OnPost on = new OnPost();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "Annotations.")
  private List<String> ids = List.of();

  private final Galley galley;
  private final Verdict verdict;

  ReviewJudgeCommand(Galley galley, Verdict verdict) {
    this.galley = galley;
    this.verdict = verdict;
  }

  @Override
  public Integer call() {
    return on.with(
        galley,
        session -> {
          List<UUID> all = ids.stream().map(id -> OnPost.named(session, id)).toList();
          if (verdict == Verdict.ACCEPT) {
            session.review().accept(all).join();
          } else {
            all.forEach(id -> judge(session, id).join());
          }
          return Messages.text("cli.review-judged", all.size());
        });
  }

  private CompletableFuture<Void> judge(DraftSession session, UUID id) {
    Review review = session.review();
    return review.judge(id, status(review, id));
  }

  private Status status(Review review, UUID id) {
    return switch (verdict) {
      case RESOLVE -> resolved(review, id);
      case REOPEN -> Status.OPEN;
      case ACCEPT -> Status.ACCEPTED;
      case REJECT -> Status.REJECTED;
      case VERIFY -> Status.VERIFIED;
      case UNVERIFIABLE -> Status.UNVERIFIABLE;
      case CUT -> Status.CUT;
      case WITHDRAW -> Status.WITHDRAWN;
    };
  }

  /** A query is resolved by its answer being verified; a suggestion is not resolved at all. */
  private static Status resolved(Review review, UUID id) {
    Kind kind =
        review.annotations().stream()
            .map(PlacedAnnotation::annotation)
            .filter(one -> one.id().equals(id))
            .map(Annotation::kind)
            .findFirst()
            .orElse(Kind.REPLY);
    return switch (kind) {
      case QUERY -> Status.VERIFIED;
      case SUGGESTION -> throw new DeskException(Messages.text("cli.review-suggestion"));
      default -> Status.RESOLVED;
    };
  }
}
