package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DraftSession;
import galley.desk.Preferences.Mode;
import galley.desk.Review;
import galley.desk.TextEdit;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.review.StageMove;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteLayer;
import galley.ui.editor.NoteMark;
import galley.ui.editor.NoteTarget;
import galley.ui.editor.Replaced;
import galley.ui.kit.Fx;
import galley.ui.kit.Toasts;
import galley.ui.review.Level;
import galley.ui.review.ReviewModel;
import galley.ui.review.ReviewView;
import galley.ui.review.Unsent;
import galley.ui.review.Wish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Keeps the notes with the open post: marks in the text, cards beside it, and what is done about
 * them. On the JavaFX thread.
 */
final class ReviewLink {
  private final MainModel model;
  private final EditorView editor;
  private final NoteLayer layer;
  private final ReviewModel notes;
  private final ReviewView view;
  private final Marks marks = new Marks();
  private final Judged judged = new Judged();
  private final PauseTransition settled = new PauseTransition(Duration.millis(250));
  private final SigningOff signing;
  private final Suggesting suggesting;
  private final Map<UUID, Unsent> begun = new HashMap<>();
  private Optional<Review> review = Optional.empty();
  private Runnable stop = () -> {};
  private Consumer<List<StageMove>> stages = moves -> {};
  private boolean asked;

  ReviewLink(MainModel model, EditorView editor, Clock clock) {
    this.model = model;
    this.editor = editor;
    layer = editor.notes();
    notes = new ReviewModel(this::wish);
    view = new ReviewView(notes, clock);
    signing = new SigningOff(model, editor, clock);
    suggesting = new Suggesting(model, editor, clock);
    suggesting.onShown(this::refresh);
    view.foot(new VBox(banner(), signing.node()));
    settled.setOnFinished(_ -> refresh());
  }

  /** Adds the tab, and begins to follow. */
  void install(RightPane right) {
    right.add(
        RightPane.Tab.REVIEW, Messages.text("shell.tab.review"), view::node, Optional.empty());
    notes.levels(this::level);
    notes.openCount().subscribe(many -> count(right, many.intValue()));
    notes
        .current()
        .addListener((_, _, now) -> {
          layer.current(now);
          if (reviewing() && view.node().isFocusWithin()) {
            now.ifPresent(layer::reveal);
          }
        });
    notes
        .unsent()
        .addListener((_, _, now) -> {
          marks.unsent(now, editor);
          mark();
        });
    layer.onMoved(this::moved);
    layer.onReplaced(this::replaced);
    layer.onPressed(this::pressed);
    view.onScroll(layer::scroll);
    view.paperTop(() -> editor.node().localToScene(0, 0).getY());
    view.caret(layer::caret);
    model
        .mode()
        .subscribe(mode -> {
          layer.turn(mode != Mode.FOCUS);
          mark();
        });
    model.open().reading(suggesting::read);
    model.open().own(suggesting::own);
    model.open().onLeaving(suggesting::end);
    model.open().session().addListener((_, before, now) -> follow(before, now));
    follow(Optional.empty(), model.open().session().get());
  }

  private static void count(RightPane right, int many) {
    right.count(RightPane.Tab.REVIEW, many, Messages.text("shell.tab.review.count", many));
  }

  private boolean reviewing() {
    return model.mode().get() == Mode.REVIEW;
  }

  private void moved() {
    if (reviewing()) {
      view.moved();
    }
  }

  ReviewView view() {
    return view;
  }

  Optional<Review> review() {
    return review;
  }

  private void follow(Optional<DraftSession> before, Optional<DraftSession> session) {
    stop.run();
    stop = () -> {};
    before.ifPresent(left ->
        notes
            .unsent()
            .get()
            .ifPresentOrElse(note -> begun.put(left.id(), note), () -> begun.remove(left.id())));
    judged.clear();
    review = session.map(DraftSession::review);
    notes.begin();
    signing.follow(review);
    notes.unsent().set(session.map(DraftSession::id).map(begun::get));
    marks.unsent(notes.unsent().get(), editor);
    session.ifPresent(now -> suggesting.pickUp(now, now.review()));
    review.ifPresent(now -> {
      Fx.deliver(model.desk().jobs().ask(now::me), notes::me, model::trouble);
      stop = now.onChange(_ -> Fx.run(this::askedToRefresh));
    });
    refresh();
  }

  /** Many events at once are one look at them. */
  private void askedToRefresh() {
    if (!asked) {
      asked = true;
      Fx.later(() -> {
        asked = false;
        refresh();
      });
    }
  }

  private void refresh() {
    settled.stop();
    List<PlacedAnnotation> all = review.map(Review::annotations).orElse(List.of());
    marks.notes(all);
    notes.show(suggesting.on().get() ? withPending(all) : all);
    signing.tell(notes.openCount().get());
    stages.accept(review.map(Review::stages).orElse(List.of()));
    mark();
  }

  /** Tells of the moves from stage to stage, the oldest first. */
  void onStages(Consumer<List<StageMove>> listener) {
    stages = listener;
  }

  /** Any part of the post was edited. */
  void edited() {
    signing.edited();
  }

  /** Asks whether to answer for the post. */
  void sign() {
    signing.ask();
  }

  /** Shows the text with every open suggestion, to be read. */
  void read() {
    review.ifPresent(now -> TextViews.show(now, editor, model));
  }

  /** The notes with the suggestions being made, in the order of the text as it is shown. */
  private List<PlacedAnnotation> withPending(List<PlacedAnnotation> all) {
    Map<UUID, Placement> places = suggesting.placements().orElse(Map.of());
    List<PlacedAnnotation> both = new ArrayList<>();
    for (PlacedAnnotation note : all) {
      both.add(
          new PlacedAnnotation(
              note.annotation(),
              places.getOrDefault(note.annotation().id(), note.placement()),
              note.replies()));
    }
    both.addAll(suggesting.pending());
    both.sort(
        Comparator.comparingInt(
            note -> note.annotation().anchor().inBody() ? note.placement().span().start() : -1));
    return both;
  }

  /** Draws the marks where the words are now. */
  private void mark() {
    Map<UUID, Placement> places =
        suggesting.placements().or(() -> review.map(Review::placements)).orElse(Map.of());
    List<NoteMark> all = marks.at(places, reviewing());
    suggesting.pending().stream().map(Suggesting::mark).forEach(all::add);
    layer.show(all);
  }

  /** Begins to suggest by writing, or ends it. */
  void suggest() {
    if (suggesting.on().get()) {
      suggesting.end();
    } else {
      model.mode().set(Mode.REVIEW);
      model.open().shown().ifPresent(session -> suggesting.begin(session, session.review()));
    }
  }

  /** Tells whether what is suggested is on the disk; an empty text while nothing is. */
  void onSuggesting(Consumer<String> words) {
    suggesting.onKept(safe ->
        words.accept(
            safe ? Messages.text("shell.suggest.kept") : Messages.text("shell.suggest.writing")));
    suggesting
        .on()
        .addListener((_, _, now) -> {
          if (!now) {
            words.accept("");
          }
        });
  }

  private Region banner() {
    Label words = new Label(Messages.text("shell.suggest.on"));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button done = new Button(Messages.text("shell.suggest.done"));
    done.getStyleClass().addAll("primary", "small-button");
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.setOnAction(_ -> suggesting.end());
    HBox banner = new HBox(words, done);
    banner.getStyleClass().addAll("sign-off", "suggesting");
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.visibleProperty().bind(suggesting.on());
    banner.managedProperty().bind(suggesting.on());
    return banner;
  }

  private void replaced(List<Replaced> parts) {
    review.ifPresent(now -> {
      boolean branch = suggesting.on().get();
      for (Replaced part : parts) {
        if (branch) {
          suggesting.replaced(part);
        } else {
          now.replaced(part.at(), part.removed(), part.inserted());
        }
        marks.replaced(part);
      }
      if (branch) {
        suggesting.changed();
        mark();
        return;
      }
      judge(judged.undone(parts));
      if (marks.any()) {
        mark();
        settled.playFromStart();
      }
    });
  }

  /** What undo and redo bring back of judgements. */
  private void judge(Map<UUID, Annotation.Status> again) {
    again.forEach((note, status) -> done(review(review -> review.judge(note, status))));
  }

  private Level level(UUID note) {
    return layer
        .level(note)
        .map(found ->
            new Level(
                found.order(),
                Double.isFinite(found.y())
                    ? editor.node().localToScene(0, found.y()).getY()
                    : found.y()))
        .orElse(Level.NOWHERE);
  }

  /** Marked words were pressed: their card is the current one, the keyboard stays in the text. */
  private void pressed(UUID note) {
    notes.current().set(Optional.of(note));
  }

  /** Begins a note on what has the keyboard. */
  void begin(Annotation.Kind kind) {
    if (review.isEmpty()) {
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

  /** Goes to the next note (1) or the one before (-1). */
  void step(int by) {
    model.mode().set(Mode.REVIEW);
    view.step(by);
    notes.current().get().ifPresent(layer::reveal);
  }

  /** Goes to the search among the notes. */
  void find() {
    model.mode().set(Mode.REVIEW);
    view.find();
  }

  /** Accepts or rejects the current suggestion. */
  void judgeCurrent(boolean accept) {
    notes.current().get().ifPresent(note -> notes.judge(note, accept));
  }

  private void wish(Wish wish) {
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
      case Wish.Reply(UUID note, String body) -> done(review(now -> now.reply(note, body)));
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
          done(review(now -> now.reword(note, body, replacement)));
      case Wish.Answer(UUID note, var source, String body) ->
          done(review(now -> now.answer(note, source, body)));
      case Wish.Confirm(UUID note) ->
          placement(note).ifPresent(at -> done(review(now -> now.move(note, at.span()))));
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
    return review.map(now -> now.placements().get(note));
  }

  private void putHere(UUID note) {
    Optional<NoteTarget> here =
        layer.target().filter(target -> target.scope() == Anchor.Scope.TEXT);
    if (here.isPresent() && !here.get().span().isEmpty()) {
      done(review(now -> now.move(note, here.get().span())));
    } else {
      Toasts.say(model.scene(), Messages.text("shell.review.select"));
    }
  }

  private void post(Unsent note) {
    Optional<String> replacement =
        note.kind() == Annotation.Kind.SUGGESTION
            ? Optional.of(note.replacement())
            : Optional.empty();
    Span span = marks.place(note).orElse(note.span());
    review.ifPresent(now ->
        Fx.deliver(
            now.add(note.kind(), note.scope(), note.target(), span, note.body(), replacement),
            made -> {
              notes.current().set(Optional.of(made.id()));
              refresh();
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
    done(review(now -> now.judge(note, status)));
  }

  private void accept(List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Replaced> parts = new ArrayList<>();
    judged.listen(parts);
    done(review(now -> now.accept(ids, this::edit)));
    judged.accepted(ids, parts);
  }

  /** Makes edits of suggestions in the window, as one step to undo. */
  private void edit(List<TextEdit> edits) {
    Map<Span, String> inBody = new java.util.LinkedHashMap<>();
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
                  done(review(now -> now.judge(note, status)));
                  notes.current().set(Optional.of(note));
                  view.enter(note);
                }),
            () -> editor.actions().undo());
  }

  private <T> CompletableFuture<T> review(
      java.util.function.Function<Review, CompletableFuture<T>> deed) {
    return review
        .map(deed)
        .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("No post")));
  }

  private void done(CompletableFuture<?> work) {
    Fx.deliver(work, _ -> {}, model::trouble);
  }

  void close() {
    stop.run();
  }
}
