package galley.ui.shell;

import galley.desk.Branch;
import galley.desk.DraftSession;
import galley.desk.Review;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.review.Hunk;
import galley.review.LiveAnchors;
import galley.review.Merge;
import galley.review.Suggestions;
import galley.text.Sha256;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteMark;
import galley.ui.editor.Replaced;
import galley.ui.kit.Fx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * Suggesting by writing: the editor shows a private branch of the body, and what differs becomes
 * suggestions when it ends. Until then the branch is kept on the disk within half a second of each
 * key; the post itself is not touched. On the JavaFX thread.
 */
final class Suggesting {
  private final MainModel model;
  private final EditorView editor;
  private final Clock clock;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final PauseTransition idle = new PauseTransition(Duration.millis(150));
  private Runnable shown = () -> {};
  private Consumer<Boolean> kept = safe -> {};
  private Optional<Work> work = Optional.empty();

  /** What goes on while it is on. */
  private static final class Work {
    private final DraftSession session;
    private final Review review;
    private final Author me;
    private final Draft draft;
    private LiveAnchors places;
    private List<Hunk> hunks = List.of();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private boolean unwritten;

    Work(DraftSession session, Review review, Author me, Draft draft) {
      this.session = session;
      this.review = review;
      this.me = me;
      this.draft = draft;
      places = new LiveAnchors(draft.body(), review.placements());
    }

    String base() {
      return draft.body();
    }
  }

  Suggesting(MainModel model, EditorView editor, Clock clock) {
    this.model = model;
    this.editor = editor;
    this.clock = clock;
    idle.setOnFinished(_ -> compare());
  }

  /** Tells when there are other suggestions to show. */
  void onShown(Runnable listener) {
    shown = listener;
  }

  /** Tells whether what was written is on the disk. */
  void onKept(Consumer<Boolean> listener) {
    kept = listener;
  }

  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  /** The draft to be kept: the post's own while a branch of it is shown. */
  Draft read() {
    return work.map(now -> editor.draft().withBody(now.base())).orElseGet(editor::draft);
  }

  /** The draft that is shown with the post's own body. */
  Supplier<Draft> own(Supplier<Draft> draft) {
    if (work.isEmpty()) {
      return draft;
    }
    String base = work.get().base();
    return () -> draft.get().withBody(base);
  }

  /** Begins, with the branch that was left where there is one. */
  void begin(DraftSession session, Review review) {
    Fx.deliver(
        model.desk().jobs().ask(review::me).thenCombine(review.branch(), Begin::new),
        begin -> {
          if (work.isEmpty() && model.open().shown().filter(session::equals).isPresent()) {
            begin(new Work(session, review, begin.me(), editor.draft()), begin.branch());
          }
        },
        model::trouble);
  }

  private record Begin(Author me, Optional<Branch> branch) {}

  private void begin(Work begun, Optional<Branch> left) {
    String text = left.map(branch -> text(branch, begun.base())).orElse(begun.base());
    work = Optional.of(begun);
    on.set(true);
    show(begun.draft.withBody(text));
    follow(begun, text);
    compare();
  }

  /** A branch on another body is put on this one; where they clash both stand. */
  private static String text(Branch branch, String base) {
    return branch.base().equals(base)
        ? branch.text()
        : Merge.of(branch.base(), base, branch.text()).with(conflict -> conflict.both());
  }

  private void follow(Work now, String text) {
    for (Hunk hunk : Suggestions.between(now.base(), text).reversed()) {
      now.places.replaced(hunk.span().start(), hunk.span().of(now.base()), hunk.replacement());
    }
  }

  private void show(Draft draft) {
    int caret = editor.notes().caret();
    double line = editor.firstVisibleLine();
    DraftSession session = work.map(now -> now.session).orElseThrow();
    editor.open(draft, new SessionPictures(model.desk(), session), caret, line);
  }

  /** A part of a change of the branch. */
  void replaced(Replaced part) {
    work.ifPresent(now -> now.places.replaced(part.at(), part.removed(), part.inserted()));
  }

  /** The branch was changed; called once for all parts of a change. */
  void changed() {
    work.ifPresent(now -> {
      now.unwritten = true;
      kept.accept(false);
      write(now);
      idle.playFromStart();
    });
  }

  /** Writes as soon as the write before has ended. */
  private void write(Work now) {
    if (now.writing.isDone() && now.unwritten) {
      now.unwritten = false;
      Branch branch = new Branch(now.base(), editor.body());
      now.writing = now.review.keepBranch(Optional.of(branch));
      Fx.deliver(
          now.writing,
          _ -> {
            if (now.unwritten) {
              write(now);
            } else if (work.filter(now::equals).isPresent()) {
              kept.accept(true);
            }
          },
          model::trouble);
    }
  }

  private void compare() {
    work.ifPresent(now -> {
      String text = editor.body();
      Fx.deliver(
          CompletableFuture.supplyAsync(() -> Suggestions.between(now.base(), text)),
          hunks -> {
            if (work.filter(now::equals).isPresent()) {
              now.hunks = hunks;
              shown.run();
            }
          },
          model::trouble);
    });
  }

  /** Where the notes there are stand in the branch. */
  Optional<Map<UUID, Placement>> placements() {
    return work.map(now -> now.places.placements());
  }

  /** The suggestions so far, where they stand in the branch. */
  List<PlacedAnnotation> pending() {
    if (work.isEmpty()) {
      return List.of();
    }
    Work now = work.get();
    String snapshot = Sha256.of(now.base());
    List<PlacedAnnotation> all = new ArrayList<>();
    int by = 0;
    for (Hunk hunk : now.hunks) {
      int start = hunk.span().start() + by;
      by += hunk.replacement().length() - hunk.span().length();
      Annotation note =
          new Annotation(
              hunk.id(),
              Annotation.Kind.SUGGESTION,
              Optional.empty(),
              now.me,
              clock.instant(),
              clock.instant(),
              0,
              Annotation.Status.OPEN,
              Anchor.in(Anchor.Scope.TEXT, now.base(), snapshot, hunk.span()),
              "",
              Optional.of(hunk.replacement()),
              Optional.empty(),
              Optional.empty(),
              true);
      Span place = new Span(start, start + hunk.replacement().length());
      all.add(new PlacedAnnotation(note, new Placement(Placement.State.LIVE, place), List.of()));
    }
    return all;
  }

  /** How a pending suggestion is drawn. */
  static NoteMark mark(PlacedAnnotation pending) {
    return new NoteMark(
        pending.annotation().id(),
        Anchor.Scope.TEXT,
        "",
        pending.placement(),
        pending.placement().span().isEmpty() ? NoteMark.Ink.REMOVED : NoteMark.Ink.ADDED);
  }

  boolean isPending(UUID note) {
    return work.stream().flatMap(now -> now.hunks.stream()).anyMatch(h -> h.id().equals(note));
  }

  /** Takes one back: its words in the branch are as they were. */
  void takeBack(UUID note) {
    pending().stream()
        .filter(one -> one.annotation().id().equals(note))
        .findFirst()
        .ifPresent(one ->
            editor.replace(Map.of(one.placement().span(), one.annotation().anchor().exact())));
  }

  /** Ends: what differs becomes suggestions, and the editor shows the post again. */
  void end() {
    if (work.isEmpty()) {
      return;
    }
    Work now = work.get();
    String text = editor.body();
    show(editor.draft().withBody(now.base()));
    work = Optional.empty();
    on.set(false);
    finish(now.review, new Branch(now.base(), text));
  }

  /** Makes suggestions of a branch that was left behind, as by a crash. */
  void pickUp(DraftSession session, Review review) {
    Fx.deliver(
        review.branch(),
        left ->
            left.filter(_ -> work.isEmpty())
                .filter(_ -> model.open().shown().filter(session::equals).isPresent())
                .ifPresent(branch -> {
                  String base = editor.body();
                  finish(review, new Branch(base, text(branch, base)));
                }),
        model::trouble);
  }

  private void finish(Review review, Branch branch) {
    CompletableFuture<?> done =
        review
            .keepBranch(Optional.of(branch))
            .thenCompose(_ -> review.addAll(notes(branch)))
            .thenCompose(_ -> review.keepBranch(Optional.empty()));
    Fx.deliver(done, _ -> shown.run(), model::trouble);
  }

  private static Map<UUID, Review.Note> notes(Branch branch) {
    Map<UUID, Review.Note> notes = new LinkedHashMap<>();
    for (Hunk hunk : Suggestions.between(branch.base(), branch.text())) {
      notes.put(
          hunk.id(),
          new Review.Note(
              Annotation.Kind.SUGGESTION,
              Anchor.Scope.TEXT,
              "",
              hunk.span(),
              "",
              Optional.of(hunk.replacement())));
    }
    return notes;
  }
}
