package galley.images;

import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps on disk what took long to make from pictures. Nothing in its folder is needed: it may be
 * deleted at any time, and a file that is damaged or lies under another's name is made anew. Where
 * the disk refuses, everything is made each time. Any thread; one cache a folder.
 */
public final class PictureCache {
  /** How much is kept, in bytes. */
  public static final long STANDARD_SIZE = 512L << 20;

  private static final String PART = ".part";
  private static final int SEAL = 64;
  // Read files are marked as used so often at most, to spare the disk
  private static final Duration FRESH = Duration.ofDays(1);

  private final Path folder;
  private final long mostBytes;
  private final Clock clock;
  private long size = -1;

  /**
   * A cache in a folder, which is made when first needed.
   *
   * @param mostBytes when there is more, what was not used for the longest time goes
   */
  public PictureCache(Path folder, long mostBytes, Clock clock) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /**
   * What is kept under this name and is what was put there.
   *
   * @param name says the source and all that shapes the bytes; letters, digits and -, two at least
   */
  Optional<byte[]> find(String name) {
    Path file = place(name);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] data = Files.readAllBytes(file);
      byte[] content = Arrays.copyOfRange(data, Math.min(SEAL, data.length), data.length);
      if (!Arrays.equals(seal(name, content), Arrays.copyOf(data, SEAL))) {
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      Instant now = clock.instant();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FRESH))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
      return Optional.of(content);
    } catch (IOException e) {
      log("A kept picture can't be read", e);
      return Optional.empty();
    }
  }

  /** Keeps this for the next time; two threads may keep the same. */
  void keep(String name, byte[] content) {
    Path file = place(name);
    Path part = file.resolveSibling(name + "-" + Thread.currentThread().threadId() + PART);
    try {
      synchronized (this) {
        if (size < 0) {
          size = counted();
        }
      }
      Files.createDirectories(file.getParent());
      try (var out = Files.newOutputStream(part)) {
        out.write(seal(name, content));
        out.write(content);
      }
      Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      grown((long) SEAL + content.length);
    } catch (IOException e) {
      log("A picture can't be kept for the next time", e);
      delete(part);
    }
  }

  private synchronized void grown(long bytes) throws IOException {
    size += bytes;
    if (size > mostBytes) {
      trim();
    }
  }

  /** Lets the longest unused go until a quarter is free. */
  private void trim() throws IOException {
    List<Kept> all = all();
    long left = all.stream().mapToLong(Kept::bytes).sum();
    for (Kept kept : all) {
      if (left <= mostBytes / 4 * 3) {
        break;
      }
      if (!kept.file().toString().endsWith(PART) && delete(kept.file())) {
        left -= kept.bytes();
      }
    }
    size = left;
  }

  /** What is there from earlier times, less what was being written when one ended. */
  private long counted() throws IOException {
    long bytes = 0;
    for (Kept kept : all()) {
      if (kept.file().toString().endsWith(PART)) {
        delete(kept.file());
      } else {
        bytes += kept.bytes();
      }
    }
    return bytes;
  }

  private record Kept(Path file, long bytes, FileTime used) {}

  private List<Kept> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var inside = Files.walk(folder, 2)) {
      return inside
          .flatMap(file -> measured(file).stream())
          .sorted(Comparator.comparing(Kept::used).thenComparing(Kept::file))
          .toList();
    }
  }

  private static Optional<Kept> measured(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)))
          : Optional.empty();
    } catch (IOException e) {
      log("A kept picture went while they were counted", e);
      return Optional.empty();
    }
  }

  private Path place(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  // Over the name too, so that no file passes for another
  private static byte[] seal(String name, byte[] content) {
    return Sha256.of(name + " " + Sha256.of(content)).getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      log("A kept picture can't be deleted", e);
      return false;
    }
  }

  private static void log(String what, IOException e) {
    System.getLogger("galley.images").log(System.Logger.Level.DEBUG, what, e);
  }
}
