package galley.ui.shell;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.review.LiveAnchors;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteMark;
import galley.ui.editor.NoteMark.Ink;
import galley.ui.editor.Replaced;
import galley.ui.review.Unsent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the editor draws for the notes there are, and for the one being written. */
final class Marks {
  private List<PlacedAnnotation> all = List.of();
  private Optional<Unsent> unsent = Optional.empty();
  private Optional<LiveAnchors> following = Optional.empty();

  void notes(List<PlacedAnnotation> notes) {
    all = notes;
  }

  boolean any() {
    return !all.isEmpty() || unsent.isPresent();
  }

  /** A note is being written; its place follows the text from now on. */
  void unsent(Optional<Unsent> note, EditorView editor) {
    boolean same = note.map(Unsent::id).equals(unsent.map(Unsent::id));
    unsent = note;
    if (!same) {
      following =
          note.filter(Marks::isInBody)
              .map(now ->
                  new LiveAnchors(
                      editor.body(),
                      Map.of(now.id(), new Placement(Placement.State.LIVE, now.span()))));
    }
  }

  private static boolean isInBody(Unsent note) {
    return note.scope() == Anchor.Scope.TEXT || note.scope() == Anchor.Scope.BLOCK;
  }

  void replaced(Replaced part) {
    following.ifPresent(live -> live.replaced(part.at(), part.removed(), part.inserted()));
  }

  /** Where the words are now that a note is being written about. */
  Optional<Span> place(Unsent note) {
    return following.map(live -> live.placements().get(note.id())).map(Placement::span);
  }

  /**
   * The marks, with what is done for those who look at the review.
   *
   * @param places where the words are now
   */
  List<NoteMark> at(Map<UUID, Placement> places, boolean withClosed) {
    List<NoteMark> marks = new ArrayList<>(all.size() + 1);
    for (PlacedAnnotation note : all) {
      Annotation said = note.annotation();
      if (said.status().isOpen() || withClosed) {
        marks.add(
            new NoteMark(
                said.id(),
                said.anchor().scope(),
                said.anchor().target(),
                places.getOrDefault(said.id(), note.placement()),
                ink(said)));
      }
    }
    unsent.ifPresent(note ->
        marks.add(
            new NoteMark(
                note.id(),
                note.scope(),
                note.target(),
                new Placement(Placement.State.LIVE, place(note).orElse(note.span())),
                note.kind() == Annotation.Kind.QUERY ? Ink.QUERY : Ink.COMMENT)));
    return marks;
  }

  private static Ink ink(Annotation note) {
    if (!note.status().isOpen()) {
      return Ink.CLOSED;
    }
    return switch (note.kind()) {
      case COMMENT, REPLY -> Ink.COMMENT;
      case QUERY -> Ink.QUERY;
      case SOURCE -> Ink.SOURCE;
      case CHECK -> Ink.CHECK;
      case SUGGESTION ->
          note.anchor().exact().isEmpty()
              ? Ink.INSERTION
              : note.replacement().orElse("").isEmpty() ? Ink.DELETION : Ink.CHANGE;
    };
  }
}
