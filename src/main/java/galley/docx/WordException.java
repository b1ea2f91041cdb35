package galley.docx;

/** Why a Word document can't be read, as a sentence for the person who gave it. */
public final class WordException extends RuntimeException {
  public WordException(String message) {
    super(message);
  }

  public WordException(String message, Throwable cause) {
    super(message, cause);
  }
}
