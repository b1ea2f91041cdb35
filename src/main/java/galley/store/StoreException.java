package galley.store;

import org.jspecify.annotations.Nullable;

/**
 * Something the library could not do. The message is a plain sentence for the person: what
 * happened, what is safe, what to do next.
 */
public sealed class StoreException extends RuntimeException permits StaleException {
  private final Kind kind;

  /** What stood in the way. */
  public enum Kind {
    /** There is no library at this place, or its disk is not connected. */
    MISSING,
    /** The folder or a file in it can't be written. */
    READ_ONLY,
    /** The disk has no room. */
    FULL,
    /** Another Galley has this library open. */
    IN_USE,
    /** A newer Galley wrote this library. */
    NEWER,
    /** Something read does not match its fingerprint, and no good copy could take its place. */
    DAMAGED,
    /** A save failed; the text is in the journal. */
    NOT_SAVED,
    /** The post was saved by someone else since it was read. */
    STALE,
    /** There is no such post, revision or backup. */
    UNKNOWN,
    /** The library has been closed. */
    CLOSED
  }

  StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
