package galley.publish;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a host could not do; the message is the host's own words, for the log. */
public final class HostException extends IOException {
  private final Trouble trouble;

  HostException(Trouble trouble, String message) {
    this(trouble, message, null);
  }

  HostException(Trouble trouble, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }
}
