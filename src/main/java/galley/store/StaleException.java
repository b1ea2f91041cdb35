package galley.store;

/** A save of a post that has been saved by someone else since it was read. */
public final class StaleException extends StoreException {
  StaleException(String message) {
    super(Kind.STALE, message, null);
  }
}
