package galley.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the log goes: a file in the library's folder, never the terminal of a person at work. */
final class Logs {
  private static final int BYTES = 1 << 20;
  private static final int FILES = 2;

  private Logs() {}

  /** Takes the log off the terminal, unless {@code GALLEY_LOG} asks for it. */
  static void quiet() {
    if (System.getenv("GALLEY_LOG") == null) {
      Logger root = LogManager.getLogManager().getLogger("");
      for (Handler handler : root.getHandlers()) {
        root.removeHandler(handler);
      }
    }
  }

  /** Writes warnings into {@code galley.log} in this folder, a megabyte and the one before. */
  static void into(Path library) {
    try {
      Files.createDirectories(library);
      String pattern = library.toString().replace("%", "%%") + "/galley.log.%g";
      FileHandler file = new FileHandler(pattern, BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      LogManager.getLogManager().getLogger("").addHandler(file);
    } catch (IOException e) {
      // A library that can't be written is told by the one who opens it, in better words.
      Logger.getLogger(Logs.class.getName()).log(Level.INFO, "No log file", e);
    }
  }
}
