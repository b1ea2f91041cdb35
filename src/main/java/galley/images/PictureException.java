package galley.images;

/** A picture can't be used; the message is a plain sentence for the person who chose it. */
public final class PictureException extends RuntimeException {
  public PictureException(String message) {
    super(message);
  }

  public PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
