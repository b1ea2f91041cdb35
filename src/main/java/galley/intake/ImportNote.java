package galley.intake;

/**
 * One plain sentence about what happened to something on its way in.
 *
 * @param text the sentence
 */
public record ImportNote(Kind kind, String text) {
  /** What happened to it. */
  public enum Kind {
    KEPT,
    CHANGED,
    SET_ASIDE,
    REFUSED
  }
}
