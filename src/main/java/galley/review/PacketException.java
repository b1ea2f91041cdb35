package galley.review;

import java.io.Serial;

/** Why a packet can't be opened, as a plain sentence: what is wrong, what is safe, what to do. */
public final class PacketException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  PacketException(String message) {
    super(message);
  }

  PacketException(String message, Throwable cause) {
    super(message, cause);
  }
}
