package galley.intake;

/** The folder for copies can't be used, so nothing could be read. The message is a sentence. */
public final class IntakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IntakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
