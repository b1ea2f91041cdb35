package galley.desk;

/** Why the desk could not do what was asked, as one plain sentence a person can read. */
public final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DeskException(String message) {
    super(message);
  }

  public DeskException(String message, Throwable cause) {
    super(message, cause);
  }
}
