package galley.store;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Turns what a disk or a database complains of into plain words. */
final class Failures {
  private Failures() {}

  /** The kind that the cause shows, else the one given. */
  static StoreException.Kind kind(Throwable cause, StoreException.Kind otherwise) {
    if (isFull(cause)) {
      return StoreException.Kind.FULL;
    }
    return isDenied(cause) ? StoreException.Kind.READ_ONLY : otherwise;
  }

  /** A clause that can stand after a colon. */
  static String reason(Throwable cause) {
    if (isFull(cause)) {
      return Messages.text("store.reason.full");
    }
    if (isDenied(cause)) {
      return Messages.text("store.reason.denied");
    }
    if (has(cause, NoSuchFileException.class)) {
      return Messages.text("store.reason.gone");
    }
    String said = cause.getMessage();
    return said == null ? cause.getClass().getSimpleName() : said.lines().findFirst().orElse("");
  }

  static boolean isFull(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      String said = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (said.contains("no space left")
          || said.contains("not enough space")
          || said.contains("disk full")
          || said.contains("quota exceeded")
          || said.contains("file too large")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(Throwable cause) {
    if (has(cause, AccessDeniedException.class) || has(cause, ReadOnlyFileSystemException.class)) {
      return true;
    }
    for (Throwable at = cause; at != null; at = at.getCause()) {
      String said = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (at instanceof IOException
          && (said.contains("read-only") || said.contains("permission denied"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> kind) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
