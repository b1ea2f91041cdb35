package galley.ui.shell;

import galley.desk.Desk;
import galley.desk.DraftSession;
import galley.desk.OpenBranch;
import galley.desk.PostPlace;
import galley.desk.SaveState;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Texts;
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
  private Optional<OpenBranch> branch = Optional.empty();
  private Optional<Own> kept = Optional.empty();
  private Runnable stopBranch = () -> {};
  private Runnable aside = () -> {};
  private Runnable shownAgain = () -> {};
  private Consumer<Draft> rebasing = draft -> {};
  private Supplier<CompletableFuture<Void>> parting = OpenPost::nothing;
  private int asked;
  private boolean noting;

  /**
   * @param trouble is told of what could not be opened or written
   */
  OpenPost(Desk desk, EditorView editor, Consumer<Throwable> trouble) {
    this.desk = desk;
    this.editor = editor;
    this.trouble = trouble;
    editor.place().addListener((_, _, _) -> noteSoon());
    editor.onComposing(now -> {
      session.get().ifPresent(session -> session.composing(now));
      branch.ifPresent(open -> open.composing(now));
    });
  }

  /** What of the post itself can change while the editor shows a branch of its words. */
  private record Own(Texts base, Details details, List<ImageRef> images) {}

  private Own own(OpenBranch of) {
    return new Own(of.base(), of.base().in(editor.details()), editor.images());
  }

  /** Tells the session of an edit; called for each. */
  void edited() {
    if (branch.isPresent()) {
      branch.get().changed();
      Optional<Own> before = kept;
      kept = branch.map(this::own);
      if (kept.equals(before)) {
        return; // nobody else's words were touched
      }
      if (before.map(Own::base).equals(kept.map(Own::base))) {
        aside.run();
      }
    }
    session.get().ifPresent(DraftSession::changed);
  }

  /** Shows a branch of the post's words from now on, or the post itself again. */
  void branch(Optional<OpenBranch> shown) {
    stopBranch.run();
    stopBranch = () -> {};
    branch = shown;
    kept = shown.map(this::own);
    shown.ifPresent(open -> {
      open.attach(Fx::run, () -> Texts.of(editor.draft()));
      stopBranch = open.onState(_ -> Fx.run(this::tellState));
    });
    tellState();
  }

  /** Runs when something other than the words was changed while a branch of them is shown. */
  void onAside(Runnable listener) {
    aside = listener;
  }

  private void tellState() {
    Optional<SaveState> own = session.get().map(DraftSession::state);
    Optional<SaveState> other = branch.map(OpenBranch::state);
    boolean worse =
        other.isPresent()
            && own.map(now -> other.get().kind().compareTo(now.kind()) >= 0).orElse(true);
    state.set(worse ? other : own);
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
    opened.attach(Fx::run, () -> own(editor.draft()));
    session.set(Optional.of(opened));
    tellState();
    listening.add(
        opened.onState(_ ->
            Fx.run(() -> {
              if (isOpen(opened)) {
                tellState();
              }
            })));
    listening.add(opened.onReplaced(draft -> Fx.run(() -> replace(opened, draft))));
    desk.settings().lastPost(opened.id());
  }

  /** What is shown, with the post's own words in the place of a branch of them. */
  private Draft own(Draft shown) {
    return branch.map(open -> open.base().in(shown)).orElse(shown);
  }

  /** The post's own text, taken now and put together when asked, on any thread. */
  Supplier<Draft> snapshot() {
    Supplier<Draft> shown = editor.snapshot();
    Optional<Texts> base = branch.map(OpenBranch::base);
    return () -> base.map(words -> words.in(shown.get())).orElseGet(shown);
  }

  /** The post's own details. */
  Details details() {
    return branch.map(open -> open.base().in(editor.details())).orElseGet(editor::details);
  }

  /** Asked before the post is left; completes when what was left open is safe. */
  void onLeaving(Supplier<CompletableFuture<Void>> listener) {
    parting = listener;
  }

  /** Takes a new text of the post itself while a branch of the old one is shown. */
  void onRebase(Consumer<Draft> listener) {
    rebasing = listener;
  }

  private void replace(DraftSession of, Draft draft) {
    if (isOpen(of) && branch.isPresent()) {
      rebasing.accept(draft);
    } else if (isOpen(of)) {
      int caret = editor.place().get().selection().start();
      editor.open(draft, pictures(of), caret, editor.firstVisibleLine());
      shownAgain.run();
    }
  }

  /** Runs when the open post has a text that was not written in the editor. */
  void onShownAgain(Runnable listener) {
    shownAgain = listener;
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
    CompletableFuture<Void> branched = parting.get();
    remember();
    listening.forEach(Runnable::run);
    listening.clear();
    session.set(Optional.empty());
    tellState();
    return CompletableFuture.allOf(end(leaving.get()), branched);
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
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
