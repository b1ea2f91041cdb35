package galley.ui.shell;

import galley.desk.Review;
import galley.desk.Unfinished;
import galley.post.Anchor;
import galley.text.Span;
import galley.ui.kit.Fx;
import galley.ui.review.ReviewModel;
import galley.ui.review.Unsent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Keeps what was begun and not sent on the disk, within half a second of the last key, and brings
 * it back with its post. On the JavaFX thread.
 */
final class UnsentKeeper {
  private final MainModel model;
  private final ReviewModel notes;
  private final Supplier<String> body;
  private final Function<Unsent, Optional<Span>> place;
  private final PauseTransition soon = new PauseTransition(Duration.millis(300));
  private Optional<Review> review = Optional.empty();
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
  private boolean unwritten;
  private boolean loading;

  /**
   * @param body gives the body as it is
   * @param place knows where the words of an unsent note are now
   */
  UnsentKeeper(
      MainModel model,
      ReviewModel notes,
      Supplier<String> body,
      Function<Unsent, Optional<Span>> place) {
    this.model = model;
    this.notes = notes;
    this.body = body;
    this.place = place;
    soon.setOnFinished(_ -> write());
    notes.unsent().addListener((_, _, _) -> changed());
    notes.onReplyWritten(this::changed);
  }

  private void changed() {
    if (!loading && review.isPresent()) {
      unwritten = true;
      soon.playFromStart();
    }
  }

  /** Writes what there is; the notes are still those of the post that is being left. */
  void leave() {
    write();
    review = Optional.empty();
  }

  private void write() {
    soon.stop();
    if (!unwritten || review.isEmpty()) {
      return;
    }
    unwritten = false;
    Review of = review.get();
    Unfinished begun =
        new Unfinished(
            notes.unsent().get().filter(note -> !note.isBlank()).map(this::kept), notes.replies());
    writing = writing.handle((_, _) -> begun).thenCompose(of::keepUnfinished);
    Fx.deliver(writing, _ -> {}, model::trouble);
  }

  private Unfinished.Begun kept(Unsent note) {
    return new Unfinished.Begun(
        note.id(),
        new Review.Note(
            note.kind(),
            note.scope(),
            note.target(),
            place.apply(note).orElse(note.span()),
            note.body(),
            Optional.of(note.replacement())),
        note.words());
  }

  /** Another post is open: what was begun in it comes back. */
  void follow(Optional<Review> now) {
    review = now;
    unwritten = false;
    now.ifPresent(of ->
        Fx.deliver(
            writing.handle((_, _) -> true).thenCompose(_ -> of.unfinished()),
            begun -> {
              if (review.filter(of::equals).isPresent()) {
                load(begun);
              }
            },
            model::trouble));
  }

  private void load(Unfinished begun) {
    loading = true;
    begun
        .note()
        .filter(_ -> notes.unsent().get().isEmpty())
        .ifPresent(note -> notes.unsent().set(Optional.of(again(note))));
    notes.replies(begun.replies());
    loading = false;
  }

  /** On its words, also where the text was changed meanwhile without this window. */
  private Unsent again(Unfinished.Begun begun) {
    Review.Note said = begun.said();
    Span span = said.span();
    if (said.scope() == Anchor.Scope.TEXT || said.scope() == Anchor.Scope.BLOCK) {
      String text = body.get();
      boolean there = span.end() <= text.length() && (begun.words().isEmpty() || !span.isEmpty());
      int found = text.indexOf(begun.words());
      if (!there) {
        span =
            found < 0
                ? new Span(Math.min(span.start(), text.length()), text.length())
                : new Span(found, found + begun.words().length());
      }
    }
    return new Unsent(
        begun.id(),
        said.kind(),
        said.scope(),
        said.target(),
        span,
        begun.words(),
        said.body(),
        said.replacement().orElse(""));
  }
}
