package galley.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Clears away what a Galley that was killed had not finished; whoever calls holds the lock. */
final class Leftovers {
  private Leftovers() {}

  static void clear(Layout layout) throws IOException {
    Files.deleteIfExists(layout.folder().resolve("migrating.mv.db"));
    Files.deleteIfExists(layout.folder().resolve("restoring.mv.db"));
    clear(layout.folder(), "*" + Disk.PART);
    if (Files.isDirectory(layout.backups())) {
      clear(layout.backups(), "*" + Disk.PART);
      clear(layout.backups(), "check-*");
    }
  }

  private static void clear(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        if (Files.isDirectory(file)) {
          clear(file, "*");
        }
        Files.deleteIfExists(file);
      }
    }
  }
}
