package galley.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsTest {
  @TempDir Path folder;

  @Test
  void warningsAreWrittenBesideTheLibrary() throws IOException {
    Logger root = LogManager.getLogManager().getLogger("");
    List<Handler> before = List.of(root.getHandlers());
    Path library = folder.resolve("100% mine");
    Logs.into(library);
    try {
      Logger.getLogger("galley.app.LogsTest").warning("Something went wrong");
      String written = Files.readString(library.resolve("galley.log.0"));
      assertTrue(written.contains("Something went wrong"), written);
    } finally {
      for (Handler handler : root.getHandlers()) {
        if (!before.contains(handler)) {
          root.removeHandler(handler);
          handler.close();
        }
      }
    }
  }
}
