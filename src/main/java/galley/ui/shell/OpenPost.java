package galley.ui.shell;

import galley.desk.Desk;
import galley.desk.DraftSession;
import galley.desk.PostPlace;
import galley.desk.SaveState;
import galley.post.Draft;
import galley.ui.editor.EditorView;
import galley.ui.editor.PictureStore;
import galley.ui.kit.Fx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The post in the editor: begins and ends its session, remembers where the person was, and tells
 * how safe the words are. On the JavaFX thread.
 */
public final class OpenPost {
  private static final long NOTE_SECONDS = 2;

  private final Desk desk;
  private final EditorView editor;
  private final Consumer<Throwable> trouble;
  private final ReadOnlyObjectWrapper<Optional<DraftSession>> session =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<SaveState>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<UUID, CompletableFuture<Void>> ending = new HashMap<>();
  private final List<Runnable> listening = new ArrayList<>();
  private Supplier<Draft> reading;
  private UnaryOperator<Supplier<Draft>> own = shown -> shown;
  private Runnable parting = () -> {};
  private int asked;
  private boolean noting;

  /**
   * @param trouble is told of what could not be opened or written
   */
  OpenPost(Desk desk, EditorView editor, Consumer<Throwable> trouble) {
    this.desk = desk;
    this.editor = editor;
    this.trouble = trouble;
    reading = editor::draft;
    editor.place().addListener((_, _, _) -> noteSoon());
    editor.onComposing(now -> session.get().ifPresent(session -> session.composing(now)));
  }

  /** Tells the session of an edit; called for each. */
  void edited() {
    session.get().ifPresent(DraftSession::changed);
  }

  ReadOnlyObjectProperty<Optional<DraftSession>> session() {
    return session.getReadOnlyProperty();
  }

  /** The session of the post in the editor. */
  public Optional<DraftSession> shown() {
    return session.get();
  }

  /** How safe the words are; empty while no post is open. */
  public ReadOnlyObjectProperty<Optional<SaveState>> state() {
    return state.getReadOnlyProperty();
  }

  Desk desk() {
    return desk;
  }

  Optional<UUID> id() {
    return session.get().map(DraftSession::id);
  }

  /** Shows a post where the person left it. The last one asked for wins. */
  void open(UUID post) {
    open(post, () -> {});
  }

  /** As {@link #open(UUID)}, and does something when it is there. */
  void open(UUID post, Runnable then) {
    if (id().filter(post::equals).isPresent()) {
      then.run();
      return;
    }
    int mine = ++asked;
    CompletableFuture<Void> before =
        ending.getOrDefault(post, CompletableFuture.completedFuture(null));
    Fx.deliver(
        before.handle((_, _) -> post).thenCompose(desk::open),
        opened -> {
          if (mine == asked) {
            show(opened);
            then.run();
          } else if (session.get().filter(opened::equals).isEmpty()) {
            var _ = end(opened);
          }
        },
        trouble);
  }

  private void show(DraftSession opened) {
    var _ = leave();
    PostPlace place = desk.settings().place(opened.id());
    editor.open(opened.latest(), pictures(opened), place.caret(), place.scroll() - 1);
    opened.attach(Fx::run, () -> reading.get());
    session.set(Optional.of(opened));
    state.set(Optional.of(opened.state()));
    listening.add(
        opened.onState(now ->
            Fx.run(() -> {
              if (isOpen(opened)) {
                state.set(Optional.of(now));
              }
            })));
    listening.add(opened.onReplaced(draft -> Fx.run(() -> replace(opened, draft))));
    desk.settings().lastPost(opened.id());
  }

  /** Names who knows the post's own text while the editor shows a branch of it. */
  void reading(Supplier<Draft> whoKnows) {
    reading = whoKnows;
  }

  /** Names who puts the post's own text in place of a branch the editor shows. */
  void own(UnaryOperator<Supplier<Draft>> whoKnows) {
    own = whoKnows;
  }

  /** The post's own text, taken now and put together when asked, on any thread. */
  Supplier<Draft> snapshot() {
    return own.apply(editor.snapshot());
  }

  /** Runs before the post is left, and before its text is replaced. */
  void onLeaving(Runnable listener) {
    parting = listener;
  }

  private void replace(DraftSession of, Draft draft) {
    if (isOpen(of)) {
      parting.run();
      int caret = editor.place().get().selection().start();
      editor.open(draft, pictures(of), caret, editor.firstVisibleLine());
    }
  }

  private PictureStore pictures(DraftSession of) {
    return new SessionPictures(desk, of);
  }

  private boolean isOpen(DraftSession of) {
    return session.get().filter(of::equals).isPresent();
  }

  /** Remembers where the person is: from line -1 to 0 lies the header, so lines count from 1. */
  public void remember() {
    id().ifPresent(post ->
        desk.settings()
            .place(
                post,
                new PostPlace(
                    editor.place().get().selection().start(),
                    Math.max(0, editor.firstVisibleLine() + 1))));
  }

  /** Remembers in a moment, once for all moves until then: after a crash the caret is there. */
  private void noteSoon() {
    if (!noting && session.get().isPresent()) {
      noting = true;
      CompletableFuture.delayedExecutor(NOTE_SECONDS, TimeUnit.SECONDS, Fx::run)
          .execute(() -> {
            noting = false;
            remember();
          });
    }
  }

  /**
   * Ends the session; what was typed is read now and written in the background.
   *
   * @return completes when it is written, or could not be
   */
  public CompletableFuture<Void> leave() {
    Optional<DraftSession> leaving = session.get();
    if (leaving.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    parting.run();
    remember();
    listening.forEach(Runnable::run);
    listening.clear();
    session.set(Optional.empty());
    state.set(Optional.empty());
    return end(leaving.get());
  }

  private CompletableFuture<Void> end(DraftSession leaving) {
    CompletableFuture<Void> end = leaving.end();
    ending.put(leaving.id(), end);
    Fx.deliver(
        end,
        _ -> ending.remove(leaving.id(), end),
        failure -> {
          ending.remove(leaving.id(), end);
          trouble.accept(failure);
        });
    return end;
  }
}
