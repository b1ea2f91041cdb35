package galley.ui.kit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands a link or a folder to the system, and only when a person asks for it. */
public final class Outside {
  private static final Logger LOG = Logger.getLogger(Outside.class.getName());

  private Outside() {}

  /** Shows a folder, or the folder a file lies in. Returns at once. */
  public static void show(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    start(String.valueOf(folder == null ? path : folder));
  }

  /**
   * Opens an address of the web or a letter to write.
   *
   * @return whether it was of a kind that may be opened
   */
  public static boolean open(String address) {
    String scheme;
    try {
      scheme = String.valueOf(URI.create(address).getScheme()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return false; // not an address
    }
    if (!List.of("http", "https", "mailto").contains(scheme)) {
      return false;
    }
    start(address);
    return true;
  }

  private static void start(String what) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command;
    if (system.contains("mac")) {
      command = List.of("open", what);
    } else if (system.contains("windows")) {
      command = List.of("rundll32", "url.dll,FileProtocolHandler", what);
    } else {
      command = List.of("xdg-open", what);
    }
    Thread.ofVirtual()
        .start(() -> {
          try {
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
          } catch (IOException e) {
            LOG.log(
                Level.INFO, "The system can''t open {0}: {1}", new Object[] {what, e.getMessage()});
          }
        });
  }
}
