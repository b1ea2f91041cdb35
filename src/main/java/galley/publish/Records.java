package galley.publish;

import galley.publish.Manifest.Left;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * What this computer knows of a destination, in a folder of its own: who we are there, what we left
 * there last, and a lock that only one publication holds.
 */
final class Records {
  private final Path folder;

  Records(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path journal() {
    return folder.resolve("journal");
  }

  /** Our name among those who publish there; made at the first question and never changed. */
  String owner() throws IOException {
    Path file = folder.resolve("owner");
    Optional<String> known = read(file).filter(text -> text.matches("[0-9a-f-]{36}"));
    if (known.isPresent()) {
      return known.get();
    }
    String made = UUID.randomUUID().toString();
    write(file, made);
    return made;
  }

  /** What we left on the host; empty if we never published there. */
  Optional<Left> left() throws IOException {
    Optional<String> text = read(folder.resolve("left"));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.get().strip().split(" ", 2);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new Left(Long.parseLong(parts[0]), parts[1]));
  }

  void left(Left left) throws IOException {
    write(folder.resolve("left"), left.generation() + " " + left.release());
  }

  /**
   * Holds off other publications of this computer to the destination; empty if one is under way.
   */
  Optional<FileChannel> lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException held) {
      // in this process: as good as held by another
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
