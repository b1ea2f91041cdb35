package galley.export;

/** A bundle could not be made or written; the message is a plain sentence. */
public final class ExportException extends RuntimeException {
  public ExportException(String message, Throwable cause) {
    super(message, cause);
  }

  public ExportException(String message) {
    super(message);
  }
}
