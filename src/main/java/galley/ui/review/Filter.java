package galley.ui.review;

import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import java.util.Locale;
import java.util.Optional;

/**
 * Which notes are wanted.
 *
 * @param person the name of one author, empty for all
 * @param words what must be found in a note, its replies or what it is about; blank for anything
 */
public record Filter(
    Which which, Optional<Annotation.Kind> kind, Optional<String> person, String words) {
  /** By state. */
  public enum Which {
    OPEN,
    MINE,
    RESOLVED,
    GUESSED,
    ORPHANED,
    ALL
  }

  static final Filter OPEN = new Filter(Which.OPEN, Optional.empty(), Optional.empty(), "");

  Filter withWhich(Which now) {
    return new Filter(now, kind, person, words);
  }

  Filter withKind(Optional<Annotation.Kind> now) {
    return new Filter(which, now, person, words);
  }

  Filter withPerson(Optional<String> now) {
    return new Filter(which, kind, now, words);
  }

  Filter withWords(String now) {
    return new Filter(which, kind, person, now);
  }

  boolean takes(PlacedAnnotation note, String me) {
    Annotation said = note.annotation();
    boolean right =
        switch (which) {
          case OPEN -> said.status().isOpen();
          case MINE -> isBy(note, me);
          case RESOLVED -> !said.status().isOpen();
          case GUESSED -> isAt(note, Placement.State.GUESS);
          case ORPHANED -> isAt(note, Placement.State.ORPHAN);
          case ALL -> true;
        };
    return right
        && kind.map(said.kind()::equals).orElse(true)
        && person.map(name -> isBy(note, name)).orElse(true)
        && says(note);
  }

  private static boolean isAt(PlacedAnnotation note, Placement.State state) {
    return note.annotation().status().isOpen() && note.placement().state() == state;
  }

  private static boolean isBy(PlacedAnnotation note, String name) {
    return note.annotation().author().name().equals(name)
        || note.replies().stream().anyMatch(reply -> reply.author().name().equals(name));
  }

  private boolean says(PlacedAnnotation note) {
    if (words.isBlank()) {
      return true;
    }
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    Annotation said = note.annotation();
    return holds(said.body(), wanted)
        || holds(said.replacement().orElse(""), wanted)
        || holds(said.anchor().exact(), wanted)
        || holds(said.author().name(), wanted)
        || note.replies().stream().anyMatch(reply -> holds(reply.body(), wanted));
  }

  private static boolean holds(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
