package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DraftSession;
import galley.desk.Meanwhile;
import galley.desk.OpenBranch;
import galley.desk.TextEdit;
import galley.post.Anchor.Scope;
import galley.post.Annotation;
import galley.post.Branch;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Texts;
import galley.text.Edits;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteMark;
import galley.ui.editor.Replaced;
import galley.ui.kit.Fx;
import galley.ui.kit.Toasts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * Suggesting by writing: the editor shows a private branch of headline, standfirst and body, and
 * what differs becomes suggestions when it ends. The post itself is not touched. On the JavaFX
 * thread.
 */
final class Suggesting {
  private final MainModel model;
  private final EditorView editor;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final PauseTransition idle = new PauseTransition(Duration.millis(150));
  private Runnable shown = () -> {};
  private Optional<Work> work = Optional.empty();

  /** What goes on while it is on. */
  private record Work(DraftSession session, OpenBranch branch, Meanwhile meanwhile) {}

  Suggesting(MainModel model, EditorView editor) {
    this.model = model;
    this.editor = editor;
    idle.setOnFinished(_ -> compared(() -> {}));
    model.open().onLeaving(this::leave);
    model.open().onRebase(this::rebase);
    model.open().onAside(this::aside);
  }

  /** Tells when there are other suggestions to show. */
  void onShown(Runnable listener) {
    shown = listener;
  }

  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  private boolean isOpen(DraftSession session) {
    return model.open().shown().filter(session::equals).isPresent();
  }

  private Texts texts() {
    return Texts.of(editor.draft());
  }

  /** Makes suggestions of a branch that was left behind, as by a crash. */
  void pickUp(DraftSession session) {
    Fx.deliver(session.review().suggesting().pickUp(), _ -> shown.run(), model::trouble);
  }

  /** Begins. */
  void begin(DraftSession session) {
    Fx.deliver(
        session.review().suggesting().pickUp(),
        _ -> {
          if (work.isEmpty() && isOpen(session)) {
            OpenBranch branch = session.review().suggesting().begin(texts());
            work = Optional.of(new Work(session, branch, new Meanwhile(session.review(), branch)));
            model.open().branch(Optional.of(branch));
            show(editor.draft(), editor.notes().caret());
            on.set(true);
            shown.run();
          }
        },
        model::trouble);
  }

  /** Shows words with nothing to undo: what is undone is never another layer's. */
  private void show(Draft draft, int caret) {
    DraftSession session = work.map(Work::session).orElseThrow();
    double line = editor.firstVisibleLine();
    editor.open(draft, new SessionPictures(model.desk(), session), caret, line);
  }

  /** Ends where all of it is safe: the editor shows the post, what differs becomes suggestions. */
  void end(Runnable then) {
    if (work.isEmpty()) {
      then.run();
      return;
    }
    Work now = work.get();
    Fx.deliver(
        now.branch().flushed(),
        _ -> {
          if (work.filter(now::equals).isPresent()) {
            Texts base = now.branch().base();
            int caret = now.branch().inBase(editor.notes().caret());
            CompletableFuture<Void> made = now.branch().end();
            show(base.in(editor.draft()), caret);
            left();
            Fx.deliver(
                made,
                _ -> {
                  shown.run();
                  then.run();
                },
                model::trouble);
          }
        },
        model::trouble);
  }

  private CompletableFuture<Void> leave() {
    if (work.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> made = work.get().branch().end();
    left();
    return made;
  }

  private void left() {
    work = Optional.empty();
    idle.stop();
    model.open().branch(Optional.empty());
    on.set(false);
  }

  /** A part of a change of the body; all parts of a change come before {@link #edited}. */
  void replaced(Replaced part) {
    work.ifPresent(now -> now.branch().replaced(part.at(), part.removed(), part.inserted()));
  }

  /** Any part of what is shown was changed. */
  void edited() {
    if (work.isPresent()) {
      idle.playFromStart();
    }
  }

  /** Something other than the words was changed: that is never suggested. */
  private void aside() {
    Toasts.say(model.scene(), Messages.text("shell.suggest.aside"));
  }

  /** Finds out what is suggested, and then does something with it. */
  void compared(Runnable then) {
    work.ifPresent(now -> {
      Texts base = now.branch().base();
      Fx.deliver(
          now.branch().compare(texts()),
          found -> {
            if (work.filter(now::equals).isPresent() && now.branch().base().equals(base)) {
              now.branch().found(found);
              shown.run();
              then.run();
            }
          },
          model::trouble);
    });
  }

  /** Where words that are shown stand in the post itself, or those they replace. */
  Span inBase(Scope scope, Span span) {
    return work.map(now -> now.branch().inBase(scope, span)).orElse(span);
  }

  /** Where the notes there are stand in the branch. */
  Optional<Map<UUID, Placement>> placements() {
    return work.map(now -> now.branch().placements());
  }

  /** The suggestions so far, where they stand in the branch. */
  List<PlacedAnnotation> pending() {
    return work.map(now -> now.branch().pending()).orElse(List.of());
  }

  /** How a pending suggestion is drawn. */
  static NoteMark mark(PlacedAnnotation pending) {
    return new NoteMark(
        pending.annotation().id(),
        pending.annotation().anchor().scope(),
        "",
        pending.placement(),
        pending.placement().span().isEmpty() ? NoteMark.Ink.REMOVED : NoteMark.Ink.ADDED);
  }

  boolean isPending(UUID note) {
    return work.filter(now -> now.branch().isPending(note)).isPresent();
  }

  /** Takes one back: its words in the branch are as they were. */
  void takeBack(UUID note) {
    compared(() ->
        pending().stream()
            .filter(one -> one.annotation().id().equals(note))
            .findFirst()
            .ifPresent(one -> {
              var anchor = one.annotation().anchor();
              Texts now = texts();
              TextEdit back = new TextEdit(anchor.scope(), one.placement().span(), anchor.exact());
              write(now, back.in(now));
            }));
  }

  /** Makes edits of suggestions that are accepted in the post and in the branch, as one step. */
  void take(List<TextEdit> edits, List<UUID> notes) {
    Work now = work.orElseThrow();
    Texts shows = texts();
    Branch next = now.meanwhile().take(edits, notes, shows);
    write(shows, next.text());
    now.branch().rebase(next);
    settle();
  }

  /** What was accepted is undone in the branch, or done again: so it is in the post itself. */
  void again(Map<UUID, Annotation.Status> judged) {
    if (work.filter(now -> now.meanwhile().again(judged)).isPresent()) {
      settle();
    }
  }

  /** The post itself is other than it was: it is kept, and compared with anew. */
  private void settle() {
    model.open().edited();
    compared(() -> {});
  }

  /** Puts words in place of those that are shown, those of the body as one step to undo. */
  private void write(Texts before, Texts after) {
    Map<Span, String> parts = new LinkedHashMap<>();
    for (Edits.Edit edit : Edits.between(before.body(), after.body())) {
      parts.put(edit.before(), edit.after().of(after.body()));
    }
    editor.replace(parts);
    editor.details(after.in(editor.details()));
  }

  /** The post itself was changed by something other than this window. */
  private void rebase(Draft draft) {
    Work now = work.orElseThrow();
    Texts shows = texts();
    Branch next = now.branch().onto(Texts.of(draft), shows);
    if (next.text().equals(shows) && draft.images().equals(editor.images())) {
      now.branch().rebase(next);
      editor.details(next.text().in(draft.details()));
    } else {
      show(next.text().in(draft), editor.notes().caret());
      now.branch().rebase(next);
    }
    model.open().branch(Optional.of(now.branch()));
    shown.run();
  }
}
