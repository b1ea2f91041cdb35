package galley.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes files so that a reader finds the old one or the new one, never half of it: beside, forced,
 * moved into place, folder forced.
 */
final class Disk {
  /** What a file is called while it is being written. */
  static final String PART = ".part";

  private final Hardware hardware;

  /** What lies below; the way tests fill a disk and cut its power. */
  @FunctionalInterface
  interface Hardware {
    /** How many of so many bytes still fit. */
    int fits(int bytes);

    default FileChannel open(Path file, OpenOption... options) throws IOException {
      return FileChannel.open(file, options);
    }
  }

  Disk() {
    this(bytes -> bytes);
  }

  Disk(Hardware hardware) {
    this.hardware = hardware;
  }

  /** Opens a file to be written to. */
  FileChannel open(Path file, OpenOption... options) throws IOException {
    return hardware.open(file, options);
  }

  /** Writes all bytes at the channel's position. */
  void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    int wanted = bytes.remaining();
    int fits = hardware.fits(wanted);
    ByteBuffer part = bytes.duplicate().limit(bytes.position() + fits);
    while (part.hasRemaining()) {
      channel.write(part);
    }
    bytes.position(part.position());
    if (fits < wanted) {
      throw new IOException("No space left on device");
    }
  }

  /** Puts a file's whole content in place. */
  void replace(Path target, byte[] content) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + PART);
    try (FileChannel channel = fresh(part)) {
      write(channel, ByteBuffer.wrap(content));
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    move(part, target);
  }

  /** Puts a copy of a file in place. */
  void copy(Path from, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + PART);
    try (InputStream in = Files.newInputStream(from);
        FileChannel channel = fresh(part)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        write(channel, ByteBuffer.wrap(buffer, 0, read));
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    move(part, target);
  }

  /** Moves a finished file into its place and makes the move durable. */
  static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    forceFolder(folderOf(target));
  }

  /** The folder a file lies in. */
  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file lies in a folder");
  }

  /** Makes a file's content durable. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes a folder's entries durable; Windows does so by itself and opens no folders. */
  static void forceFolder(Path folder) throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes a folder and those above it, durably. */
  static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      folder(above);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    if (above != null) {
      forceFolder(above);
    }
  }

  private FileChannel fresh(Path part) throws IOException {
    return open(
        part,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }
}
