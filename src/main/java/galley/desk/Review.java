package galley.desk;

import galley.asset.Messages;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Author;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.ReviewEvent;
import galley.post.Source;
import galley.review.SignOff;
import galley.review.StageMove;
import galley.review.Transitions;
import galley.text.Sha256;
import galley.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What people say about one open post. Offsets are UTF-16 units of the draft's body, as {@link
 * Draft#body()} has it. Listeners are called on any thread; futures complete in the background,
 * when all is on the disk, or with a {@link DeskException} whose message is a plain sentence.
 */
public final class Review {
  private final ReviewBook book;
  private final DraftSession session;
  private final Suggesting suggesting;
  private volatile @Nullable Author author;

  Review(ReviewBook book, DraftSession session) {
    this.book = book;
    this.session = session;
    suggesting = new Suggesting(this, session);
  }

  /** All annotations, by place and then by time; replies are inside. */
  public List<PlacedAnnotation> annotations() {
    return book.annotations();
  }

  /** Tells of every change; the returned task ends that. */
  public Runnable onChange(Consumer<Review> listener) {
    return book.onChange(() -> listener.accept(this));
  }

  /**
   * One part of a change in the window's text, the parts in their order; cheap, on the window's
   * thread. Not to be called while the window shows a text it was given by {@link
   * DraftSession#onReplaced}.
   */
  public void replaced(int at, String removed, String inserted) {
    book.replaced(at, removed, inserted);
  }

  /** Where annotations stand in the body now; cheap. */
  public Map<UUID, Placement> placements() {
    return book.placements();
  }

  /**
   * Makes a new annotation.
   *
   * @param target the picture's file or the field's key; else empty
   * @param span in the body, the headline or the standfirst; ignored for a picture or a field
   * @param replacement a suggestion's words
   */
  public CompletableFuture<Annotation> add(
      Kind kind,
      Anchor.Scope scope,
      String target,
      Span span,
      String body,
      Optional<String> replacement) {
    UUID id = book.pen().id();
    return add(id, new Note(kind, scope, target, span, body, replacement));
  }

  /**
   * What a new annotation says.
   *
   * @param target the picture's file or the field's key; else empty
   */
  public record Note(
      Kind kind,
      Anchor.Scope scope,
      String target,
      Span span,
      String body,
      Optional<String> replacement) {}

  /** As {@link #add}, under an id that is given, as a suggestion made by comparing has it. */
  public CompletableFuture<Annotation> add(UUID id, Note note) {
    return addAll(Map.of(id, note)).thenApply(List::getFirst);
  }

  /** Makes many at once; those whose id is known already are left as they are. */
  public CompletableFuture<List<Annotation>> addAll(Map<UUID, Note> notes) {
    return book.add(me(), notes);
  }

  public CompletableFuture<Void> reply(UUID id, String body) {
    return book.reply(me(), id, body).thenAccept(done -> {});
  }

  /** Answers a query with a source; what a source annotation names becomes the post's. */
  public CompletableFuture<Void> answer(UUID id, Source source, String body) {
    Annotation about = book.needed(id);
    ReviewEvent.Action action = new ReviewEvent.Answered(source, body);
    if (about.kind() == Kind.SOURCE) {
      return session.record(draft -> withSource(draft, source), List.of(said(id, action)));
    }
    if (!Transitions.may(about.kind(), about.status(), Status.ANSWERED)) {
      return cannot(about, Status.ANSWERED);
    }
    return book.say(me(), id, action);
  }

  /**
   * Gives an annotation another status. A query that is verified gives the post its source. For
   * suggestions see {@link #accept}.
   */
  public CompletableFuture<Void> judge(UUID id, Status status) {
    Annotation about = book.needed(id);
    boolean may =
        status == Status.WITHDRAWN
            ? galley.review.Fold.isSame(about.author(), me())
            : Transitions.may(about.kind(), about.status(), status);
    if (!may) {
      return cannot(about, status);
    }
    ReviewEvent.Action action = new ReviewEvent.Judged(status);
    if (status == Status.VERIFIED && about.source().isPresent()) {
      Source source = about.source().get();
      return session.record(draft -> withSource(draft, source), List.of(said(id, action)));
    }
    return book.say(me(), id, action);
  }

  /** Puts an annotation in other words; only its author may. */
  public CompletableFuture<Void> reword(UUID id, String body, Optional<String> replacement) {
    if (!galley.review.Fold.isSame(book.needed(id).author(), me())) {
      return CompletableFuture.failedFuture(
          new DeskException(
              Messages.text("desk.review-not-yours", book.needed(id).author().name())));
    }
    return book.say(me(), id, new ReviewEvent.Worded(body, replacement));
  }

  /** Confirms a guess, or places an orphan. */
  public CompletableFuture<Void> move(UUID id, Span span) {
    return book.move(me(), id, span);
  }

  /**
   * Accepts suggestions: the text and what became of them are kept together, or neither is. To be
   * called where the window's text may be read and changed.
   *
   * @param window makes these edits in the window, as one step to be undone; they are ordered from
   *     the end of the text to its start, so that each span holds when its turn comes
   */
  public CompletableFuture<Void> accept(List<UUID> ids, Consumer<List<TextEdit>> window) {
    try {
      List<ReviewBook.Acceptance> all = book.acceptances(ids);
      window.accept(all.stream().map(ReviewBook.Acceptance::edit).toList());
      book.accepted(me(), all);
    } catch (DeskException e) {
      return CompletableFuture.failedFuture(e);
    }
    return session.flushed();
  }

  /** As {@link #accept(List, Consumer)}, where there is no window, or it is to show a new text. */
  public CompletableFuture<Void> accept(UUID id) {
    return accept(List.of(id));
  }

  /** Accepts all or none, in one revision. */
  public CompletableFuture<Void> accept(List<UUID> ids) {
    return session
        .flushed()
        .thenCompose(done -> {
          List<ReviewBook.Acceptance> all = book.acceptances(ids);
          UnaryOperator<Draft> change =
              draft -> {
                Draft edited = draft;
                for (ReviewBook.Acceptance one : all) {
                  edited = one.edit().in(edited);
                }
                book.edited(all);
                return edited;
              };
          return session.record(
              change,
              all.stream()
                  .map(one -> said(one.id(), new ReviewEvent.Judged(Status.ACCEPTED)))
                  .toList());
        });
  }

  public CompletableFuture<Void> reject(UUID id) {
    return judge(id, Status.REJECTED);
  }

  /** Suggesting by writing. */
  public Suggesting suggesting() {
    return suggesting;
  }

  /** What was begun about this post and not sent. */
  public CompletableFuture<Unfinished> unfinished() {
    return book.ask(() -> new UnfinishedFiles(book.folder()).read(session.id()));
  }

  /** Keeps what was begun; takes it away where that is nothing. Safe when complete. */
  public CompletableFuture<Void> keepUnfinished(Unfinished begun) {
    return book.ask(
            () -> {
              new UnfinishedFiles(book.folder()).write(session.id(), begun);
              return true;
            })
        .thenAccept(done -> {});
  }

  /** Who works here. */
  public Author me() {
    Author known = author;
    if (known == null) {
      known = book.pen().me();
      author = known;
    }
    return known;
  }

  /** Lets somebody else speak from now on, on this device. */
  public void speakAs(String name) {
    author = book.pen().as(name);
  }

  /** Reads anew who works here, after that was changed. */
  public void refreshAuthor() {
    author = book.pen().me();
  }

  /** Who answers for the post. */
  public Optional<SignOff> signOff() {
    return book.folded().signOff();
  }

  /** Every move from stage to stage, the oldest first. */
  public List<StageMove> stages() {
    return book.folded().stages();
  }

  /** Answers for the post as it is now. */
  public CompletableFuture<Void> signOff(String note) {
    return signing(note, false);
  }

  /** Takes the sign-off back. */
  public CompletableFuture<Void> withdrawSignOff(String note) {
    return signing(note, true);
  }

  private CompletableFuture<Void> signing(String note, boolean withdrawn) {
    return session
        .flushed()
        .thenCompose(done -> {
          Draft draft = session.post().draft();
          return book.say(
              me(),
              session.id(),
              Signed.of(draft, note, withdrawn),
              Map.of(Sha256.of(draft.body()), draft.body()));
        });
  }

  /** Whether anything was changed since somebody answered for the post. */
  public boolean changedSinceSignOff() {
    return signOff().map(signed -> !Signed.fits(signed.what(), session.latest())).orElse(false);
  }

  /** The body that somebody answered for, to show what has changed since. */
  public CompletableFuture<Optional<String>> signedText() {
    Optional<String> sha256 = signOff().map(signed -> signed.what().text());
    return book.ask(() -> sha256.flatMap(book::text));
  }

  /** How many events only a newer Galley understands. */
  public int unknown() {
    return book.folded().unknown();
  }

  ReviewBook book() {
    return book;
  }

  private ReviewBook.Saying said(UUID id, ReviewEvent.Action action) {
    return new ReviewBook.Saying(me(), id, action);
  }

  private static Draft withSource(Draft draft, Source source) {
    List<Source> sources = new java.util.ArrayList<>(draft.details().sources());
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return draft.withDetails(draft.details().withSources(sources));
  }

  private static CompletableFuture<Void> cannot(Annotation about, Status status) {
    return CompletableFuture.failedFuture(
        new DeskException(
            Messages.text(
                "desk.review-cannot",
                ReviewBook.key(about.kind()),
                ReviewBook.key(about.status()),
                ReviewBook.key(status))));
  }
}
