package galley.desk;

import java.time.Instant;

/**
 * How safe the words of an open post are.
 *
 * @param at when that became so
 * @param message one plain sentence where something went wrong, else empty
 */
public record SaveState(Kind kind, Instant at, String message) {
  /** What a status bar may claim. */
  public enum Kind {
    /** Every change up to now lies forced on the disk. */
    SAVED,
    /** There are changes that are in memory only. */
    CHANGED,
    /** The last attempt failed; the message says what is safe. It is tried again by itself. */
    FAILED
  }

  static SaveState saved(Instant at) {
    return new SaveState(Kind.SAVED, at, "");
  }

  static SaveState changed(Instant at) {
    return new SaveState(Kind.CHANGED, at, "");
  }

  static SaveState failed(Instant at, String message) {
    return new SaveState(Kind.FAILED, at, message);
  }
}
