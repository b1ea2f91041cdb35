package galley.ui.shell;

import galley.desk.Review;
import galley.post.Anchor;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteLayer;
import galley.ui.editor.NoteMark;
import galley.ui.editor.Replaced;
import galley.ui.review.Level;
import galley.ui.review.Unsent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Knows where the notes of the open post stand, and draws them there. On the JavaFX thread. */
final class ReviewPlaces {
  /** The mark of words that a note is being dragged over. */
  private static final UUID AIM = new UUID(0, 1);

  private final EditorView editor;
  private final NoteLayer layer;
  private final Suggesting suggesting;
  private final Marks marks = new Marks();
  private Optional<Span> aimed = Optional.empty();
  private Runnable again = () -> {};

  ReviewPlaces(EditorView editor, Suggesting suggesting) {
    this.editor = editor;
    this.suggesting = suggesting;
    layer = editor.notes();
  }

  Suggesting suggesting() {
    return suggesting;
  }

  /**
   * Follows these notes from now on.
   *
   * @return them as they are to be listed: with those being made, in the order of the text shown
   */
  List<PlacedAnnotation> show(List<PlacedAnnotation> all) {
    marks.notes(all);
    return suggesting.on().get() ? withPending(all) : all;
  }

  /** Follows the note being written. */
  void unsent(Optional<Unsent> note) {
    marks.unsent(note, editor);
  }

  boolean any() {
    return marks.any();
  }

  void replaced(Replaced part) {
    marks.replaced(part);
  }

  /** Where the words are now that a note is being written about. */
  Optional<Span> place(Unsent note) {
    return marks.place(note);
  }

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
        Comparator.comparingInt(note ->
            switch (note.annotation().anchor().scope()) {
              case HEADLINE -> -3;
              case STANDFIRST -> -2;
              case FIELD, IMAGE -> -1;
              case TEXT, BLOCK -> note.placement().span().start();
            }));
    return both;
  }

  /** Draws the marks where the words are now. */
  void mark(Optional<Review> review, boolean withClosed) {
    Map<UUID, Placement> places =
        suggesting.placements().or(() -> review.map(Review::placements)).orElse(Map.of());
    List<NoteMark> all = marks.at(places, withClosed);
    suggesting.pending().stream().map(Suggesting::mark).forEach(all::add);
    aimed.ifPresent(words ->
        all.add(
            new NoteMark(
                AIM,
                Anchor.Scope.TEXT,
                "",
                new Placement(Placement.State.LIVE, words),
                NoteMark.Ink.COMMENT)));
    again = () -> mark(review, withClosed);
    layer.show(all);
  }

  /** Shows which words a note would be put on that is being dragged. */
  void aim(Optional<Span> words) {
    if (!words.equals(aimed)) {
      aimed = words;
      again.run();
      if (words.isPresent()) {
        layer.current(Optional.of(AIM));
      }
    }
  }

  /** Where a note's words stand in the window. */
  Level level(UUID note) {
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
}
