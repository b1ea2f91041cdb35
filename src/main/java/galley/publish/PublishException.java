package galley.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication that did not come about. The message is a plain sentence for the person: what
 * happened, what is safe, what to do next.
 */
public final class PublishException extends RuntimeException {
  private final Kind kind;
  private final transient List<String> paths;

  /** What stood in the way. */
  public enum Kind {
    /** Nobody answers at the host's address. */
    UNREACHABLE,
    /** The connection broke off; publishing again goes on where it stopped. */
    BROKEN_OFF,
    /** The host doesn't take the name, password or key. */
    SIGN_IN,
    /** The host's key or certificate was not confirmed. */
    UNTRUSTED,
    /** The host shows another key or certificate than before. */
    KEY_CHANGED,
    /** There is no such folder on this computer; it is made only if the person says so. */
    NO_FOLDER,
    /** There is no such folder at the host. */
    NO_FOLDER_THERE,
    /** The host has no room left. */
    FULL,
    /** The host doesn't allow it. */
    FORBIDDEN,
    /** The host can't do what the destination asks for. */
    UNABLE,
    /** Anything else the host reports. */
    FAILED,
    /** Since our last publication, another one has been made to the host. */
    CONFLICT,
    /** Files on the host are not as Galley left them; {@link #paths} names them. */
    CHANGED_THERE,
    /** Another Galley is publishing there, or has stopped in the middle. */
    BUSY,
    /** A file of the release is gone or has changed on this computer. */
    SOURCE,
    /** This computer's own records of the publication can't be read or written. */
    RECORDS,
    /** The person stopped it. */
    CANCELLED,
    /** There is no such release to go back to. */
    UNKNOWN_RELEASE
  }

  PublishException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, List.of(), cause);
  }

  PublishException(Kind kind, String message, List<String> paths, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.paths = List.copyOf(paths);
  }

  public Kind kind() {
    return kind;
  }

  /** The files that are meant, for {@link Kind#CHANGED_THERE} and {@link Kind#SOURCE}. */
  public List<String> paths() {
    return paths;
  }
}
