package galley.store;

import galley.asset.Messages;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of pictures, each under its fingerprint: {@code ab/<sha256>.<extension>}. What {@link
 * #put} returned for is on the disk. Any thread but the interface's may call.
 */
public final class Media {
  private final Path folder;
  private final Disk disk;
  private final Set<String> asked = new HashSet<>(); // guards itself; the folder is guarded by this

  Media(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /**
   * Copies a file in.
   *
   * @param extension without a dot, such as {@code jpg}
   * @return the fingerprint
   */
  public synchronized String put(Path file, String extension) {
    try {
      String hash = Sha256.of(file);
      Path target = place(hash, extension);
      if (!has(hash)) {
        disk.copy(file, target);
        if (!Sha256.of(target).equals(hash)) {
          Files.delete(target);
          throw new IOException(Messages.text("store.media.moving", file.getFileName()));
        }
      }
      return hash;
    } catch (IOException e) {
      throw unwritten(file.getFileName().toString(), e);
    }
  }

  /** Puts bytes in, as {@link #put(Path, String)}. */
  public synchronized String put(byte[] content, String extension) {
    String hash = Sha256.of(content);
    try {
      if (!has(hash)) {
        disk.replace(place(hash, extension), content);
      }
      return hash;
    } catch (IOException e) {
      throw unwritten(hash.substring(0, 12) + "." + extension, e);
    }
  }

  /** The file with this fingerprint; its content is not compared here. */
  public Optional<Path> find(String sha256) {
    synchronized (asked) {
      asked.add(sha256);
    }
    return look(sha256);
  }

  private Optional<Path> look(String sha256) {
    Path shelf = folder.resolve(sha256.substring(0, 2));
    try (var files = Files.newDirectoryStream(shelf, sha256 + ".*")) {
      for (Path file : files) {
        if (!file.toString().endsWith(Disk.PART)) {
          return Optional.of(file);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no shelf, no file
    }
  }

  /** What was put in or looked for since it was {@link #forgetAsked forgotten}. */
  Set<String> asked() {
    synchronized (asked) {
      return Set.copyOf(asked);
    }
  }

  void forgetAsked(Set<String> known) {
    synchronized (asked) {
      asked.removeAll(known);
    }
  }

  /** Deletes a picture's file unless it has been asked for meanwhile. */
  boolean release(String sha256, Path file) throws IOException {
    synchronized (asked) {
      return !asked.contains(sha256) && Files.deleteIfExists(file);
    }
  }

  Path folder() {
    return folder;
  }

  /** Every file in the folder. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var walk = Files.walk(folder)) {
        walk.filter(Files::isRegularFile)
            .filter(file -> !file.toString().endsWith(Disk.PART))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /** The fingerprint that a file's name gives. */
  static String named(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static boolean isWhole(Path file) throws IOException {
    return Sha256.of(file).equals(named(file));
  }

  private boolean has(String hash) throws IOException {
    Optional<Path> file = find(hash);
    return file.isPresent() && isWhole(file.get());
  }

  private Path place(String hash, String extension) throws IOException {
    String end = extension.toLowerCase(Locale.ROOT);
    if (!end.matches("[a-z0-9]{1,8}")) {
      throw new IllegalArgumentException("Not a file's extension: " + extension);
    }
    Path shelf = folder.resolve(hash.substring(0, 2));
    Disk.folder(shelf);
    return shelf.resolve(hash + "." + end);
  }

  private static StoreException unwritten(String name, IOException cause) {
    return new StoreException(
        Failures.kind(cause, StoreException.Kind.NOT_SAVED),
        Messages.text("store.media.unwritten", name, Failures.reason(cause)),
        cause);
  }
}
