package galley.review;

import galley.text.Span;
import java.util.UUID;

/**
 * One suggestion for a text.
 *
 * @param id made of the text, the place and the replacement, so that the same suggestion has the
 *     same id wherever it is computed
 * @param span the words it replaces, empty for an insertion
 * @param replacement empty for a deletion
 */
public record Hunk(UUID id, Span span, String replacement) {
  /** The same suggestion where its words now stand. */
  public Hunk at(Span place) {
    return new Hunk(id, place, replacement);
  }
}
