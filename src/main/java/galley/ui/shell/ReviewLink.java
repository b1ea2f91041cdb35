package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DraftSession;
import galley.desk.Preferences.Mode;
import galley.desk.Review;
import galley.post.PlacedAnnotation;
import galley.review.StageMove;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteLayer;
import galley.ui.editor.Replaced;
import galley.ui.kit.Fx;
import galley.ui.kit.Toasts;
import galley.ui.review.ReviewModel;
import galley.ui.review.ReviewView;
import galley.ui.review.Wish;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.layout.StackPane;
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
  private final PauseTransition settled = new PauseTransition(Duration.millis(250));
  private final PauseTransition preparing = new PauseTransition(Duration.millis(400));
  private final SigningOff signing;
  private final Suggesting suggesting;
  private final ReviewPlaces places;
  private final ReviewDeeds deeds;
  private final TextViews views;
  private final UnsentKeeper keeper;
  private Optional<Review> review = Optional.empty();
  private Runnable stop = () -> {};
  private Consumer<List<StageMove>> stages = moves -> {};
  private boolean asked;

  ReviewLink(MainModel model, EditorView editor, Clock clock, StackPane middle) {
    this.model = model;
    this.editor = editor;
    layer = editor.notes();
    notes = new ReviewModel(this::wish);
    view = new ReviewView(notes, clock);
    signing = new SigningOff(model, clock);
    suggesting = new Suggesting(model, editor);
    suggesting.onShown(this::refresh);
    places = new ReviewPlaces(editor, suggesting);
    deeds = new ReviewDeeds(model, editor, view, places, this::review);
    deeds.onMade(this::refresh);
    keeper = new UnsentKeeper(model, notes, editor::body, places::place);
    views = new TextViews(model, editor, middle);
    view.choice(views.choice());
    deeds.onText(views::back);
    view.foot(new VBox(SuggestingBanner.of(suggesting), signing.node()));
    settled.setOnFinished(_ -> refresh());
    preparing.setOnFinished(_ -> prepare());
  }

  /** Makes ready what the review shows first, a little at a time while nobody looks at it. */
  private void prepare() {
    if (!reviewing() && view.prepare()) {
      preparing.playFromStart();
    }
  }

  /** Adds the tab, and begins to follow. */
  void install(RightPane right) {
    right.add(
        RightPane.Tab.REVIEW, Messages.text("shell.tab.review"), view::node, Optional.empty());
    right.lay(RightPane.Tab.REVIEW);
    notes.levels(places::level);
    notes.pending(suggesting::isPending);
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
          places.unsent(now);
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
    suggesting.on().addListener((_, _, _) -> deeds.forget());
    model.open().session().addListener((_, _, now) -> follow(now));
    follow(model.open().session().get());
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

  private void follow(Optional<DraftSession> session) {
    stop.run();
    stop = () -> {};
    keeper.leave();
    deeds.forget();
    review = session.map(DraftSession::review);
    notes.begin();
    signing.follow(review);
    views.follow(review);
    notes.unsent().set(Optional.empty());
    keeper.follow(review);
    session.ifPresent(now -> suggesting.pickUp(now));
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
    notes.show(places.show(all));
    signing.tell(notes.openCount().get());
    stages.accept(review.map(Review::stages).orElse(List.of()));
    mark();
    views.renew();
    if (!all.isEmpty() && !reviewing()) {
      preparing.playFromStart();
    }
  }

  /** The text came from elsewhere, and has lost its marks. */
  void shownAgain() {
    signing.edited();
    refresh();
  }

  /** Tells of the moves from stage to stage, the oldest first. */
  void onStages(Consumer<List<StageMove>> listener) {
    stages = listener;
  }

  /** Any part of the post was edited. */
  void edited() {
    signing.edited();
    deeds.edited();
    suggesting.edited();
  }

  /** Asks whether to answer for the post. */
  void sign() {
    settled(signing::ask);
  }

  /** Shows the text another way. */
  void read(TextViews.Way way) {
    if (suggesting.on().get()) {
      Toasts.say(model.scene(), Messages.text("shell.views.suggesting"));
    } else {
      views.show(way);
    }
  }

  private void mark() {
    places.mark(review, reviewing());
  }

  private void wish(Wish wish) {
    deeds.wish(wish);
  }

  /** Who does what is wanted with the notes. */
  ReviewDeeds deeds() {
    return deeds;
  }

  /** Begins to suggest by writing, or ends it. */
  void suggest() {
    if (suggesting.on().get()) {
      suggesting.end(() -> {});
    } else {
      model.mode().set(Mode.REVIEW);
      views.back();
      model.open().shown().ifPresent(suggesting::begin);
    }
  }

  /** Does something once what is suggested by writing has become suggestions. */
  void settled(Runnable then) {
    suggesting.end(then);
  }

  /** Says that what is written is suggested, and what the preview shows then. */
  void onSuggesting(Consumer<String> words) {
    Runnable tell =
        () ->
            words.accept(
                !suggesting.on().get()
                    ? ""
                    : reviewing()
                        ? Messages.text("shell.suggest.status")
                        : Messages.text("shell.suggest.status.preview"));
    suggesting.on().addListener((_, _, _) -> tell.run());
    model.mode().addListener((_, _, _) -> tell.run());
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
        places.replaced(part);
      }
      deeds.replaced(parts);
      if (branch) {
        mark();
      } else if (places.any()) {
        mark();
        settled.playFromStart();
      }
    });
  }

  /** Marked words were pressed: their card is the current one, the keyboard stays in the text. */
  private void pressed(UUID note) {
    notes.current().set(Optional.of(note));
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

  void close() {
    stop.run();
  }
}
