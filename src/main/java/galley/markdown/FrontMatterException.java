package galley.markdown;

import org.jspecify.annotations.Nullable;

/** Front matter that can't be read; the message is a sentence for the person whose file it is. */
public final class FrontMatterException extends RuntimeException {
  FrontMatterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
