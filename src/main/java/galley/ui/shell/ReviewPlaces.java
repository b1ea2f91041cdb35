package galley.ui.shell;

import galley.desk.Review;
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
  private final EditorView editor;
  private final NoteLayer layer;
  private final Suggesting suggesting;
  private final Marks marks = new Marks();

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
    layer.show(all);
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
