package galley.desk;

import galley.asset.Messages;
import galley.images.PictureException;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.Revision;
import galley.post.Stage;
import galley.store.Journal;
import galley.store.Reviewed;
import galley.store.StaleException;
import galley.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One open post. The window tells it of each edit; it reads the text from the window when it is
 * time, writes it to the journal and to the library, and says what is safe.
 *
 * <p>Listeners are called on whatever thread the news comes from. Futures complete on background
 * threads.
 */
public final class DraftSession implements AutoCloseable {
  private final Bench bench;
  private final Journal journal;
  private final Autosave autosave;
  private final PictureShelf shelf;
  private final ReviewBook book;
  private final Review review;
  private final Consumer<DraftSession> ended;
  private final List<Consumer<Draft>> replacedListeners = new CopyOnWriteArrayList<>();
  private final Set<String> names = new HashSet<>();
  private volatile Post post;

  DraftSession(Bench bench, Post post, Consumer<DraftSession> ended) {
    this.bench = bench;
    this.post = post;
    this.ended = ended;
    journal = bench.library().journal(post.id());
    shelf = new PictureShelf(bench.library().media());
    Autosave.Target target =
        new Autosave.Target() {
          @Override
          public void journal(Draft draft) {
            if (book.isDue()) {
              DraftSession.this.commit(
                  draft); // what was accepted goes with the text, or not at all
            } else {
              journal.append(draft);
            }
          }

          @Override
          public void commit(Draft draft) {
            DraftSession.this.commit(draft);
          }
        };
    // A save that failed has left its text there; it is what the person saw last.
    Optional<Draft> unsaved = bench.library().unsaved(post.id());
    Post start = with(post, unsaved.orElse(post.draft()));
    book = new ReviewBook(bench, bench.pen(), post.id(), start.draft());
    review = new Review(book, this);
    autosave = new Autosave(bench.jobs(), target, bench.clock(), bench.pauses(), start);
    if (unsaved.isPresent()) {
      autosave.behind();
    }
  }

  public UUID id() {
    return post.id();
  }

  /** As the library has it. */
  public Post post() {
    return post;
  }

  /** The newest text the session has read from the window; what will be written next. */
  public Draft latest() {
    return autosave.latest();
  }

  /**
   * Names the window's text.
   *
   * @param ui where {@code reader} may be called
   * @param reader gives what the window shows now
   */
  public void attach(Executor ui, Supplier<Draft> reader) {
    autosave.attach(
        ui,
        () -> {
          Draft draft = reader.get();
          book.captured(draft);
          return draft;
        });
  }

  /** What people say about the post. */
  public Review review() {
    return review;
  }

  /** To be called at every edit; costs next to nothing. */
  public void changed() {
    autosave.changed();
  }

  /** Writes to the journal and to the library soon: the window lost its focus. */
  public void flush() {
    var _ = autosave.flush();
  }

  /**
   * As {@link #flush}, for those who want to know.
   *
   * @return completes when all is in the library, or with a {@link DeskException} that says what is
   *     safe
   */
  public CompletableFuture<Void> flushed() {
    return autosave.flush();
  }

  public SaveState state() {
    return autosave.state();
  }

  /** Tells of every change of the state; the returned task ends that. */
  public Runnable onState(Consumer<SaveState> listener) {
    return autosave.onState(listener);
  }

  /**
   * Tells when the text was replaced by something other than the window: a restored revision, a new
   * stage. The window then shows this text. The returned task ends that.
   */
  public Runnable onReplaced(Consumer<Draft> listener) {
    replacedListeners.add(listener);
    return () -> replacedListeners.remove(listener);
  }

  /** Whether an input method is composing: until it ends, nothing is read from the window. */
  public void composing(boolean now) {
    autosave.composing(now);
  }

  /**
   * Copies a picture into the library.
   *
   * @return a reference with a name that is free in this post, for the window to put into its text;
   *     or a {@link DeskException} that says what is wrong with the picture
   */
  public CompletableFuture<ImageRef> addPicture(Path file) {
    return bench.jobs().ask(() -> shelve(file, String.valueOf(file.getFileName())));
  }

  /** As {@link #addPicture(Path)}, for a picture from the clipboard or a browser. */
  public CompletableFuture<ImageRef> addPicture(byte[] data, String name) {
    return bench
        .jobs()
        .ask(() -> {
          Path copy = Files.createTempFile("galley-", ".picture");
          try {
            Files.write(copy, data);
            return shelve(copy, name);
          } finally {
            Files.deleteIfExists(copy);
          }
        });
  }

  /** Gives a picture place its file, or a picture another one; the words stay. */
  public CompletableFuture<ImageRef> replacePicture(ImageRef reference, Path file) {
    return bench
        .jobs()
        .ask(() -> {
          try {
            return shelf.shelve(file, String.valueOf(file.getFileName()), reference);
          } catch (PictureException e) {
            throw unusable(file.toString(), e);
          }
        });
  }

  /** Makes an earlier state the newest; what stood before stays in the history. */
  public CompletableFuture<Post> restore(UUID revision) {
    return autosave
        .flush()
        .thenCompose(saved ->
            bench
                .jobs()
                .ask(() -> {
                  Draft draft = bench.library().revision(revision);
                  return replace(now -> draft, Revision.Kind.RESTORED, "");
                }));
  }

  /** Changes the draft from outside the window, as a command or a menu does. */
  public CompletableFuture<Post> change(UnaryOperator<Draft> change, Revision.Kind kind) {
    return autosave.flush().thenCompose(saved -> bench.jobs().ask(() -> replace(change, kind, "")));
  }

  /**
   * Takes in what came from the other side, as one step.
   *
   * @param before the name that the state before is given
   */
  synchronized Post merged(Draft draft, String name, String before, Reviewed more) {
    boolean same = draft.equals(post.draft());
    ReviewBook.Going going = book.with(draft, more.events(), more.texts(), more.rounds());
    Reviewed reviewed = going.reviewed().withPast(more.past());
    if (same) {
      bench.library().reviews().add(post.id(), reviewed);
    } else {
      post = bench.library().save(with(post, draft), Revision.Kind.NAMED, name, before, reviewed);
      autosave.adopt(post.draft());
      book.adopted(post.draft());
    }
    book.kept(going);
    if (!same) {
      replacedListeners.forEach(listener -> listener.accept(post.draft()));
    }
    return post;
  }

  /** As {@link #change}, at once. */
  Post changed(UnaryOperator<Draft> change, Revision.Kind kind) {
    return replace(change, kind, "");
  }

  /**
   * Writes what is left and lets the post go. To be called where the window's text may be read.
   *
   * @return completes when all is in the library, or with a {@link DeskException} that says what is
   *     safe
   */
  public CompletableFuture<Void> end() {
    return autosave
        .end()
        .whenComplete((done, failure) -> {
          journal.close();
          ended.accept(this);
        });
  }

  /** As {@link #end}, and waits for it; what could not be written is in the log and the journal. */
  @Override
  public void close() {
    end().exceptionally(failure -> null).join();
  }

  /** Counts revisions with words changed; a name makes it a milestone that is never thinned. */
  synchronized Post save(Draft draft, Revision.Kind kind, String name) {
    return save(draft, kind, name, List.of());
  }

  private synchronized Post save(
      Draft draft, Revision.Kind kind, String name, List<ReviewBook.Saying> said) {
    Post now = post;
    try {
      post = kept(now, draft, kind, name, said);
    } catch (StaleException e) {
      // Saved by another way meanwhile. That text has its own revision; this one is newer.
      Post newest = bench.library().post(now.id()).orElseThrow(() -> e);
      post = kept(newest, draft, kind, name, said);
    }
    return post;
  }

  /** Saves a draft with what was said about it, as one. */
  private Post kept(
      Post now, Draft draft, Revision.Kind kind, String name, List<ReviewBook.Saying> said) {
    ReviewBook.Going going =
        book.with(draft, book.write(withStage(now, draft, said)), Map.of(), List.of());
    if (going.reviewed().isEmpty() && going.reviewed().placed().isEmpty()) {
      return bench.library().save(with(now, draft), kind, name);
    }
    Post saved = bench.library().save(with(now, draft), kind, name, "", going.reviewed());
    book.kept(going);
    return saved;
  }

  private List<ReviewBook.Saying> withStage(Post now, Draft draft, List<ReviewBook.Saying> said) {
    List<ReviewBook.Saying> all = new ArrayList<>(said);
    Stage from = now.details().stage();
    Stage to = draft.details().stage();
    if (from != to) {
      all.add(new ReviewBook.Saying(review.me(), now.id(), new ReviewEvent.Staged(from, to)));
    }
    return all;
  }

  /** A change that somebody else saves, together with others. */
  record Prepared(Post wanted, ReviewBook.Going going) {}

  synchronized Prepared prepared(UnaryOperator<Draft> change) {
    Draft draft = change.apply(autosave.latest());
    return new Prepared(
        with(post, draft),
        book.with(draft, book.write(withStage(post, draft, List.of())), Map.of(), List.of()));
  }

  /** What was prepared is in the library. */
  synchronized void adopted(Prepared prepared, Post saved) {
    post = saved;
    autosave.adopt(saved.draft());
    book.adopted(saved.draft());
    book.kept(prepared.going());
  }

  /** Changes the draft and says something about it, both or neither. */
  CompletableFuture<Void> record(UnaryOperator<Draft> change, List<ReviewBook.Saying> said) {
    return autosave
        .flush()
        .thenCompose(
            saved -> bench.jobs().ask(() -> replace(change, Revision.Kind.AUTOSAVED, "", said)))
        .thenAccept(done -> {});
  }

  private Post replace(UnaryOperator<Draft> change, Revision.Kind kind, String name) {
    return replace(change, kind, name, List.of());
  }

  private synchronized Post replace(
      UnaryOperator<Draft> change, Revision.Kind kind, String name, List<ReviewBook.Saying> said) {
    Draft draft = change.apply(autosave.latest());
    Post saved = save(draft, kind, name, said);
    autosave.adopt(saved.draft());
    book.adopted(saved.draft());
    bench.changed(saved.id());
    replacedListeners.forEach(listener -> listener.accept(saved.draft()));
    return saved;
  }

  private void commit(Draft draft) {
    try {
      save(draft, Revision.Kind.AUTOSAVED, "");
    } catch (StoreException e) {
      throw new DeskException(
          Messages.text("desk.not-in-library", String.valueOf(e.getMessage())), e);
    }
    bench.changed(post.id());
  }

  private ImageRef shelve(Path file, String originalName) throws IOException {
    try {
      synchronized (names) {
        autosave.latest().images().forEach(image -> names.add(image.file()));
        String body = autosave.latest().body();
        ImageRef added =
            shelf.add(file, originalName, name -> names.contains(name) || body.contains(name));
        names.add(added.file());
        return added;
      }
    } catch (PictureException e) {
      throw unusable(originalName, e);
    }
  }

  private static DeskException unusable(String name, PictureException e) {
    return new DeskException(
        Messages.text("desk.picture-unusable", name, String.valueOf(e.getMessage())), e);
  }

  private static Post with(Post post, Draft draft) {
    return new Post(post.id(), draft, post.version(), post.created(), post.changed());
  }
}
