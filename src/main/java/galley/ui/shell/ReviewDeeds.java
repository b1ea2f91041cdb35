package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Preferences.Mode;
import galley.desk.Review;
import galley.desk.TextEdit;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
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
    judged.undone(parts).forEach((note, status) -> done(ask(now -> now.judge(note, status))));
  }

  /** Names who looks at the notes again once one was made. */
  void onMade(Runnable listener) {
    refresh = listener;
  }

  /** Begins a note on what has the keyboard. */
  void begin(Annotation.Kind kind) {
    if (review.get().isEmpty()) {
      return;
    }
    if (suggesting.on().get()) {
      Toasts.say(model.scene(), Messages.text("shell.suggest.first"));
      return;
    }
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
                  .toList());
      case Wish.Reword(UUID note, String body, var replacement) ->
          done(ask(now -> now.reword(note, body, replacement)));
      case Wish.Answer(UUID note, var source, String body) ->
          done(ask(now -> now.answer(note, source, body)));
      case Wish.Confirm(UUID note) ->
          placement(note).ifPresent(at -> done(ask(now -> now.move(note, at.span()))));
      case Wish.PutHere(UUID note) -> putHere(note);
      case Wish.Undo() -> undo();
    }
  }

  /** Whether a wish can be done while a branch is shown; takes a pending suggestion back. */
  private boolean fits(Wish wish) {
    if (wish instanceof Wish.Reject(UUID note) && suggesting.isPending(note)) {
      suggesting.takeBack(note);
      return false;
    }
    boolean pending =
        switch (wish) {
          case Wish.Accept(UUID note) -> true;
          case Wish.AcceptAll(var author) -> true;
          case Wish.PutHere(UUID note) -> true;
          case Wish.Confirm(UUID note) -> true;
          case Wish.Begin(var kind) -> true;
          case Wish.Post(Unsent note) -> true;
          case Wish.Reply(UUID note, String body) -> suggesting.isPending(note);
          case Wish.Judge(UUID note, var status) -> suggesting.isPending(note);
          case Wish.Reword(UUID note, String body, var replacement) -> suggesting.isPending(note);
          case Wish.GoTo(UUID note) -> false;
          case Wish.Reject(UUID note) -> false;
          case Wish.Answer(UUID note, var source, String body) -> false;
          case Wish.Undo() -> false;
        };
    if (pending) {
      Toasts.say(model.scene(), Messages.text("shell.suggest.first"));
    }
    return !pending;
  }

  private Optional<Placement> placement(UUID note) {
    return review.get().map(now -> now.placements().get(note));
  }

  private void putHere(UUID note) {
    Optional<NoteTarget> here =
        layer.target().filter(target -> target.scope() == Anchor.Scope.TEXT);
    if (here.isPresent() && !here.get().span().isEmpty()) {
      done(ask(now -> now.move(note, here.get().span())));
    } else {
      Toasts.say(model.scene(), Messages.text("shell.review.select"));
    }
  }

  private void post(Unsent note) {
    Optional<String> replacement =
        note.kind() == Annotation.Kind.SUGGESTION
            ? Optional.of(note.replacement())
            : Optional.empty();
    Span span = places.place(note).orElse(note.span());
    review
        .get()
        .ifPresent(now ->
            Fx.deliver(
                now.add(note.kind(), note.scope(), note.target(), span, note.body(), replacement),
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
    judged.listen(parts);
    done(ask(now -> now.accept(ids, this::edit)));
    judged.accepted(ids, parts);
  }

  /** Makes edits of suggestions in the window, as one step to undo. */
  private void edit(List<TextEdit> edits) {
    Map<Span, String> inBody = new LinkedHashMap<>();
    for (TextEdit edit : edits) {
      switch (edit.scope()) {
        case HEADLINE ->
            editor.details(
                editor.details().withHeadline(edited(editor.details().headline(), edit)));
        case STANDFIRST ->
            editor.details(
                editor.details().withStandfirst(edited(editor.details().standfirst(), edit)));
        default -> inBody.put(edit.span(), edit.replacement());
      }
    }
    editor.replace(inBody);
  }

  private static String edited(String text, TextEdit edit) {
    return text.substring(0, edit.span().start())
        + edit.replacement()
        + text.substring(edit.span().end());
  }

  private void undo() {
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
