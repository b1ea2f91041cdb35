package galley.desk;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Keeps files whose first bytes the text that came in can't give back: another encoding, control
 * characters, a web page. They lie in {@code originals/<post>/} in the library's folder.
 */
final class Originals {
  private final Path folder;

  Originals(Path library) {
    folder = library.resolve("originals");
  }

  /**
   * Copies a file: beside, forced, moved.
   *
   * @param from what the person calls the file
   * @return where it lies, below the library's folder
   */
  String keep(UUID post, String from, Path file) {
    String name = from.substring(Math.max(from.lastIndexOf('/'), from.lastIndexOf('!')) + 1);
    String safe = name.replaceAll("[^\\p{L}\\p{Nd}._-]+", "-");
    Path into = folder.resolve(post.toString());
    Path kept = into.resolve(safe.isEmpty() || safe.startsWith(".") ? "original" + safe : safe);
    Path part = kept.resolveSibling(kept.getFileName() + ".part");
    try {
      Files.createDirectories(into);
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.original-lost", from), e);
    }
    return "originals/" + post + "/" + kept.getFileName();
  }
}
