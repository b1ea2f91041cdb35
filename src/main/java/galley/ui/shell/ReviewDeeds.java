package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Preferences.Mode;
import galley.desk.Review;
import galley.desk.TextEdit;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Texts;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteLayer;
import galley.ui.editor.NoteTarget;
import galley.ui.editor.Replaced;
import galley.ui.kit.Fx;
import galley.ui.kit.Toasts;
import galley.ui.review.ReviewModel;
import galley.ui.review.ReviewView;
import galley.ui.review.Unsent;
import galley.ui.review.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what a person wants with the notes of the open post. On the JavaFX thread. */
final class ReviewDeeds {
  private final MainModel model;
  private final EditorView editor;
  private final NoteLayer layer;
  private final ReviewView view;
  private final ReviewModel notes;
  private final ReviewPlaces places;
  private final Suggesting suggesting;
  private final Supplier<Optional<Review>> review;
  private Runnable refresh = () -> {};
  private Runnable text = () -> {};
  private final Judged judged = new Judged();

  /**
   * @param review gives the review of the open post
   */
  ReviewDeeds(
      MainModel model,
      EditorView editor,
      ReviewView view,
      ReviewPlaces places,
      Supplier<Optional<Review>> review) {
    this.model = model;
    this.editor = editor;
    this.view = view;
    this.places = places;
    this.review = review;
    layer = editor.notes();
    notes = view.model();
    suggesting = places.suggesting();
  }

  /** Another post is open: nothing was judged in it. */
  void forget() {
    judged.clear();
  }

  /** The text was changed; what that takes back of judgements, or does again. */
  void replaced(List<Replaced> parts) {
    judgeAgain(judged.undone(parts));
  }

  /** Any part of the post was changed: headline and standfirst may be as before. */
  void edited() {
    judgeAgain(judged.undone(Texts.of(editor.details())));
  }

  private void judgeAgain(Map<UUID, Annotation.Status> again) {
    if (!again.isEmpty()) {
      judged.also().ifPresent(head -> editor.details(head.in(editor.details())));
      suggesting.again(again);
      again.forEach((note, status) -> done(ask(now -> now.judge(note, status))));
    }
  }

  /** Names who looks at the notes again once one was made. */
  void onMade(Runnable listener) {
    refresh = listener;
  }

  /** Names who shows the text itself before something is done in it. */
  void onText(Runnable listener) {
    text = listener;
  }

  /** Begins a note on what has the keyboard. */
  void begin(Annotation.Kind kind) {
    if (review.get().isEmpty()) {
      return;
    }
    if (suggesting.on().get() && kind == Annotation.Kind.SUGGESTION) {
      Toasts.say(model.scene(), Messages.text("shell.suggest.write"));
      return;
    }
    text.run();
    Optional<Unsent> already = notes.unsent().get();
    Optional<NoteTarget> target = layer.target();
    model.mode().set(Mode.REVIEW);
    if (already.isPresent() && !already.get().isBlank()) {
      view.enter(already.get().id()); // what was begun comes first
      return;
    }
    target.ifPresent(about ->
        view.begin(
            new Unsent(
                UUID.randomUUID(),
                kind,
                about.scope(),
                about.target(),
                about.span(),
                about.words(),
                "",
                about.words())));
  }

  /** Accepts or rejects the current suggestion. */
  void judgeCurrent(boolean accept) {
    notes.current().get().ifPresent(note -> notes.judge(note, accept));
  }

  /** Does what was asked for at a card. */
  void wish(Wish wish) {
    if (suggesting.on().get() && !fits(wish)) {
      return;
    }
    switch (wish) {
      case Wish.GoTo(UUID note) -> {
        text.run();
        layer.reveal(note);
        layer.enter(note);
      }
      case Wish.Begin(Annotation.Kind kind) -> begin(kind);
      case Wish.Post(Unsent note) -> post(note);
      case Wish.Reply(UUID note, String body) -> done(ask(now -> now.reply(note, body)));
      case Wish.Judge(UUID note, Annotation.Status status) -> judge(note, status);
      case Wish.Accept(UUID note) -> accept(List.of(note));
      case Wish.Reject(UUID note) -> judge(note, Annotation.Status.REJECTED);
      case Wish.AcceptAll(var author) ->
          accept(
              notes.all().stream()
                  .map(PlacedAnnotation::annotation)
                  .filter(said -> said.kind() == Annotation.Kind.SUGGESTION)
                  .filter(said -> said.status() == Annotation.Status.OPEN)
                  .filter(said -> said.author().equals(author))
                  .map(Annotation::id)
                  .filter(note -> !suggesting.isPending(note))
                  .toList());
      case Wish.Reword(UUID note, String body, var replacement) ->
          done(ask(now -> now.reword(note, body, replacement)));
      case Wish.Answer(UUID note, var source, String body) ->
          done(ask(now -> now.answer(note, source, body)));
      case Wish.Confirm(UUID note) ->
          placement(note).ifPresent(at -> done(ask(now -> now.move(note, at.span()))));
      case Wish.PutHere(UUID note) -> putHere(note);
      case Wish.Over(UUID note, double x, double y) -> places.aim(target(x, y));
      case Wish.Drop(UUID note, double x, double y) -> drop(note, target(x, y));
      case Wish.Undo() -> undo();
    }
  }

  /**
   * Whether a wish can be done. What is suggested by writing can only be taken back until that
   * ends: nobody else has seen it.
   */
  private boolean fits(Wish wish) {
    Optional<UUID> about =
        switch (wish) {
          case Wish.Accept(UUID note) -> Optional.of(note);
          case Wish.Reject(UUID note) -> Optional.of(note);
          case Wish.Reply(UUID note, String body) -> Optional.of(note);
          case Wish.Judge(UUID note, var status) -> Optional.of(note);
          case Wish.Reword(UUID note, String body, var replacement) -> Optional.of(note);
          case Wish.PutHere(UUID note) -> Optional.of(note);
          case Wish.Drop(UUID note, double x, double y) -> Optional.of(note);
          case Wish.Confirm _, Wish.AcceptAll _, Wish.Begin _, Wish.Post _ -> Optional.empty();
          case Wish.Over _, Wish.GoTo _, Wish.Answer _, Wish.Undo _ -> Optional.empty();
        };
    Optional<UUID> pending = about.filter(suggesting::isPending);
    if (pending.isPresent()) {
      if (wish instanceof Wish.Reject
          || wish instanceof Wish.Judge(UUID note, var status)
              && status == Annotation.Status.WITHDRAWN) {
        suggesting.takeBack(pending.get());
      } else {
        Toasts.say(model.scene(), Messages.text("shell.suggest.pending"));
      }
    }
    return pending.isEmpty();
  }

  private Optional<Placement> placement(UUID note) {
    return review.get().map(now -> now.placements().get(note));
  }

  private Optional<Span> target(double x, double y) {
    return suggesting.on().get()
        ? Optional.empty()
        : layer.at(x, y).filter(at -> !at.span().isEmpty()).map(NoteTarget::span);
  }

  private void drop(UUID note, Optional<Span> words) {
    places.aim(Optional.empty());
    layer.current(notes.current().get());
    words.ifPresent(span -> done(ask(now -> now.move(note, span))));
  }

  private void putHere(UUID note) {
    Optional<NoteTarget> here =
        layer.target().filter(target -> target.scope() == Anchor.Scope.TEXT);
    if (here.isPresent() && !here.get().span().isEmpty()) {
      inPost(Anchor.Scope.TEXT, here.get().span(), span -> done(ask(now -> now.move(note, span))));
    } else {
      Toasts.say(model.scene(), Messages.text("shell.review.select"));
    }
  }

  private void post(Unsent note) {
    Optional<String> replacement =
        note.kind() == Annotation.Kind.SUGGESTION
            ? Optional.of(note.replacement())
            : Optional.empty();
    inPost(
        note.scope(),
        places.place(note).orElse(note.span()),
        span ->
            Fx.deliver(
                ask(now ->
                    now.add(
                        note.kind(), note.scope(), note.target(), span, note.body(), replacement)),
                made -> {
                  notes.current().set(Optional.of(made.id()));
                  refresh.run();
                  view.enter(made.id());
                },
                failure -> {
                  notes.unsent().set(Optional.of(note)); // its words are not lost
                  model.trouble(failure);
                }));
  }

  /** Finds words that are shown in the post itself, where a branch of it is shown. */
  private void inPost(Anchor.Scope scope, Span shown, Consumer<Span> then) {
    if (suggesting.on().get()) {
      suggesting.compared(() -> then.accept(suggesting.inBase(scope, shown)));
    } else {
      then.accept(shown);
    }
  }

  private void judge(UUID note, Annotation.Status status) {
    notes.all().stream()
        .map(PlacedAnnotation::annotation)
        .filter(said -> said.id().equals(note))
        .findFirst()
        .ifPresent(said -> judged.add(note, said.status()));
    done(ask(now -> now.judge(note, status)));
  }

  private void accept(List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Replaced> parts = new ArrayList<>();
    judged.listen(parts, Texts.of(editor.details()));
    done(
        ask(now ->
            now.accept(
                ids,
                edits -> {
                  if (suggesting.on().get()) {
                    suggesting.take(edits, ids);
                  } else {
                    edit(edits);
                  }
                })));
    judged.accepted(ids, parts, Texts.of(editor.details()));
  }

  /** Makes edits of suggestions in the window, as one step to undo. */
  private void edit(List<TextEdit> edits) {
    Map<Span, String> inBody = new LinkedHashMap<>();
    Texts head = Texts.of(editor.details());
    for (TextEdit edit : edits) {
      if (edit.scope() == Anchor.Scope.HEADLINE || edit.scope() == Anchor.Scope.STANDFIRST) {
        head = edit.in(head);
      } else {
        inBody.put(edit.span(), edit.replacement());
      }
    }
    editor.details(head.in(editor.details()));
    editor.replace(inBody);
  }

  private void undo() {
    Optional<Texts> head = judged.headBefore(Texts.of(editor.details()));
    if (head.isPresent()) {
      editor.details(head.get().in(editor.details())); // and what was judged with it, in edited()
      return;
    }
    judged
        .last()
        .ifPresentOrElse(
            before ->
                before.forEach((note, status) -> {
                  done(ask(now -> now.judge(note, status)));
                  notes.current().set(Optional.of(note));
                  view.enter(note);
                }),
            () -> editor.actions().undo());
  }

  private <T> CompletableFuture<T> ask(Function<Review, CompletableFuture<T>> deed) {
    return review
        .get()
        .map(deed)
        .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("No post")));
  }

  private void done(CompletableFuture<?> work) {
    Fx.deliver(work, _ -> {}, model::trouble);
  }
}
