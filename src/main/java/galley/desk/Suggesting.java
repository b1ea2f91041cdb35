package galley.desk;

import galley.post.Annotation.Kind;
import galley.post.Branch;
import galley.post.Placement;
import galley.post.Texts;
import galley.review.Branching;
import galley.review.Proposal;
import galley.store.Branches;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Suggesting by writing on one open post: a private branch of its words, kept as safe as the post
 * until it becomes suggestions. Any thread; one thing after the other.
 */
public final class Suggesting {
  private final Review review;
  private final DraftSession session;
  private final ReviewBook book;
  private final UUID post;
  private volatile Optional<OpenBranch> open = Optional.empty();
  private CompletableFuture<?> before = CompletableFuture.completedFuture(true);

  Suggesting(Review review, DraftSession session) {
    this.review = review;
    this.session = session;
    post = session.id();
    book = review.book();
  }

  /**
   * Begins a branch, once {@link #pickUp} is done. On the window's thread.
   *
   * @param base the words the window shows
   */
  public OpenBranch begin(Texts base) {
    OpenBranch begun = new OpenBranch(this, book.bench(), review.me(), session.post(), base);
    open = Optional.of(begun);
    return begun;
  }

  /** Makes suggestions of a branch that was left behind, as by a crash. */
  public CompletableFuture<Void> pickUp() {
    if (open.isPresent()) {
      return CompletableFuture.completedFuture(null);
    }
    return next(() ->
        book.ask(
                () -> {
                  review.me(); // known from now on, so that no window waits for it
                  return branches().read(post);
                })
            .thenCompose(left ->
                left.map(this::made).orElseGet(() -> CompletableFuture.completedFuture(false))));
  }

  /** Makes suggestions of a branch that has ended, then lets go of its file. */
  CompletableFuture<Void> finish(Branch branch) {
    open = Optional.empty();
    return next(() -> made(branch));
  }

  /** Where notes stand in the post itself; cheap. */
  Map<UUID, Placement> placements() {
    return book.placements();
  }

  void keep(Branch branch) {
    branches().write(post, branch);
  }

  private Branches branches() {
    return book.bench().library().branches();
  }

  private synchronized CompletableFuture<Void> next(Supplier<CompletableFuture<Boolean>> deed) {
    CompletableFuture<Void> done =
        before
            .handle((ended, failure) -> true)
            .thenCompose(ended -> deed.get())
            .thenAccept(is -> {});
    before = done;
    return done;
  }

  private CompletableFuture<Boolean> made(Branch branch) {
    return CompletableFuture.completedFuture(branch)
        .thenComposeAsync(this::said)
        .thenCompose(all ->
            book.ask(() -> {
              branches().end(post);
              return true;
            }));
  }

  /** Says on the words as they are by now what the branch comes to. */
  private CompletableFuture<?> said(Branch branch) {
    while (true) {
      Texts now = book.texts();
      Map<UUID, Review.Note> notes = notes(Branching.onto(branch, now));
      synchronized (book) {
        if (book.texts().equals(now)) { // not edited meanwhile
          return book.add(review.me(), notes);
        }
      }
    }
  }

  private Map<UUID, Review.Note> notes(Branch branch) {
    Map<UUID, Review.Note> notes = new LinkedHashMap<>();
    for (Proposal one : Branching.proposals(branch)) {
      UUID id = one.hunk().id();
      boolean closed = book.folded().find(id).filter(known -> !known.status().isOpen()).isPresent();
      notes.put(
          closed ? book.pen().id() : id, // somebody decided on it before, and it is wanted again
          new Review.Note(
              Kind.SUGGESTION,
              one.scope(),
              "",
              one.hunk().span(),
              "",
              Optional.of(one.hunk().replacement())));
    }
    return notes;
  }
}
