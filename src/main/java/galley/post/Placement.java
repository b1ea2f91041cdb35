package galley.post;

import galley.text.Span;

/**
 * Where an annotation stands in the text as it is now.
 *
 * @param state how sure that is
 * @param span the words it is about; empty where they were cut; its last place for an orphan
 */
public record Placement(State state, Span span) {
  /** How sure a place is. */
  public enum State {
    /** On its own words, or on what became of them. */
    LIVE,
    /** Its words were cut: the place where they stood. */
    COLLAPSED,
    /** Words that look like its own: to be confirmed or moved by a person. */
    GUESS,
    /** Its words are nowhere: its last known place. */
    ORPHAN
  }
}
