package galley.ui.review;

import galley.post.Annotation;
import galley.post.Author;
import galley.post.Source;
import java.util.Optional;
import java.util.UUID;

/** What a person wants to happen to a note. */
public sealed interface Wish {
  /** The caret goes to its words. */
  record GoTo(UUID note) implements Wish {}

  /** What was written is to be posted. */
  record Post(Unsent note) implements Wish {}

  record Reply(UUID note, String body) implements Wish {}

  record Judge(UUID note, Annotation.Status status) implements Wish {}

  record Accept(UUID note) implements Wish {}

  record Reject(UUID note) implements Wish {}

  /** Every open suggestion of one person becomes part of the text. */
  record AcceptAll(Author author) implements Wish {}

  record Reword(UUID note, String body, Optional<String> replacement) implements Wish {}

  /** A query gets a source. */
  record Answer(UUID note, Source source, String body) implements Wish {}

  /** The guessed place is the right one. */
  record Confirm(UUID note) implements Wish {}

  /** It belongs to the words that are selected in the text. */
  record PutHere(UUID note) implements Wish {}

  /** It is being dragged, and is over this place of the window. */
  record Over(UUID note, double x, double y) implements Wish {}

  /** It was dragged here, to belong to the words at this place of the window. */
  record Drop(UUID note, double x, double y) implements Wish {}

  /** What was judged last is to be as it was, or else the last change of the text. */
  record Undo() implements Wish {}

  /** A note on the words at the caret is to be begun. */
  record Begin(Annotation.Kind kind) implements Wish {}
}
