package galley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2, and a disk for the library, that remember which writes no force has covered
 * yet. A cut is a picture of a library's folder between two operations of the disk; from it come
 * the folders that a loss of power could leave. Folders' entries, and files that others write (a
 * backup's archive), are taken as kept.
 */
public final class PowerCut extends FilePathWrapper {
  static final String NAME = "powercut";
  private static final int PAGE = 4096;
  private static final int SECTOR = 512;
  private static final Object LOCK = new Object();
  private static final Map<Object, Image> IMAGES = new HashMap<>();
  private static Path place = Path.of("");
  private static boolean forces = true;
  private static int countdown;
  private static Optional<Map<Path, Image>> taken = Optional.empty();

  /** What becomes of the writes that no force has covered. */
  enum Policy {
    ALL_LOST,
    IN_ORDER,
    RANDOM_PAGES
  }

  /** One write, or where there are no bytes, a cutting of the file to the position. */
  private record Step(long position, Optional<byte[]> bytes) {
    byte[] on(byte[] file) {
      if (bytes.isEmpty()) {
        return Arrays.copyOf(file, (int) Math.min(position, file.length));
      }
      byte[] data = bytes.get();
      int end = (int) position + data.length;
      byte[] result = Arrays.copyOf(file, Math.max(end, file.length));
      System.arraycopy(data, 0, result, (int) position, data.length);
      return result;
    }

    Step part(int from, int to) {
      byte[] all = bytes.orElseThrow();
      return new Step(
          position + from, Optional.of(Arrays.copyOfRange(all, from, Math.min(to, all.length))));
    }
  }

  /** A file: what is durable, and what was written since. */
  static final class Image {
    private byte[] durable;
    private final List<Step> pending = new ArrayList<>();

    Image(byte[] durable) {
      this.durable = durable;
    }

    boolean isSettled() {
      return pending.isEmpty();
    }

    byte[] after(Policy policy, Random random) {
      return switch (policy) {
        case ALL_LOST -> durable;
        case IN_ORDER -> inOrder(random);
        case RANDOM_PAGES -> randomPages(random);
      };
    }

    private Image copy() {
      Image copy = new Image(durable);
      copy.pending.addAll(pending);
      return copy;
    }

    private byte[] now() {
      byte[] file = durable;
      for (Step step : pending) {
        file = step.on(file);
      }
      return file;
    }

    private void force() {
      durable = now();
      pending.clear();
    }

    /** Some of the first writes, the last of them torn at a sector. */
    private byte[] inOrder(Random random) {
      int whole = random.nextInt(pending.size() + 1);
      byte[] file = durable;
      for (Step step : pending.subList(0, whole)) {
        file = step.on(file);
      }
      if (whole < pending.size() && pending.get(whole).bytes().isPresent()) {
        Step torn = pending.get(whole);
        int kept = random.nextInt(torn.bytes().orElseThrow().length + 1) / SECTOR * SECTOR;
        file = kept == 0 ? file : torn.part(0, kept).on(file);
      }
      return file;
    }

    private byte[] randomPages(Random random) {
      byte[] file = durable;
      for (Step step : pending) {
        if (step.bytes().isEmpty()) {
          file = random.nextBoolean() ? step.on(file) : file;
          continue;
        }
        int length = step.bytes().get().length;
        for (int at = 0; at < length; at += PAGE) {
          file = random.nextInt(4) == 0 ? file : step.part(at, at + PAGE).on(file);
        }
      }
      return file;
    }
  }

  /**
   * The seams of a library whose power can be cut.
   *
   * @param honest whether the disk does what it is told to force
   */
  static Seams seams(Path library, boolean honest) {
    FilePath.register(new PowerCut());
    synchronized (LOCK) {
      IMAGES.clear();
      place = library;
      forces = honest;
      taken = Optional.empty();
      countdown = -1;
    }
    Disk.Hardware hardware =
        new Disk.Hardware() {
          @Override
          public int fits(int bytes) {
            return bytes;
          }

          @Override
          public FileChannel open(Path file, OpenOption... options) throws IOException {
            synchronized (LOCK) {
              return new Channel(FileChannel.open(file, options), image(file));
            }
          }
        };
    return new Seams(new Disk(hardware), NAME, Migrations.shipped());
  }

  /** Lets the power go after so many more operations of the disk. */
  static void after(int operations) {
    synchronized (LOCK) {
      countdown = operations;
      taken = Optional.empty();
    }
  }

  /** Whether the power went since. */
  static boolean isTaken() {
    synchronized (LOCK) {
      return taken.isPresent();
    }
  }

  /** The folder as it was when the power went, or as it is now where it has not. */
  static Map<Path, Image> take() throws IOException {
    synchronized (LOCK) {
      countdown = -1;
      return taken.isPresent() ? taken.get() : look();
    }
  }

  @Override
  public String getScheme() {
    return NAME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    synchronized (LOCK) {
      return new Channel(getBase().open(mode), image(Path.of(getBase().toString())));
    }
  }

  /** Files are told apart by what lies on the disk, not by name, so that moves need no word. */
  private static Image image(Path file) throws IOException {
    Object key = key(file);
    Image known = IMAGES.get(key);
    byte[] content = Files.readAllBytes(file);
    if (known == null || !Arrays.equals(known.now(), content)) {
      known = new Image(content);
      IMAGES.put(key, known);
    }
    return known;
  }

  private static Object key(Path file) throws IOException {
    return Objects.requireNonNull(
        Files.readAttributes(file, BasicFileAttributes.class).fileKey(), "A file has a key");
  }

  private static void operation() throws IOException {
    if (countdown == 0) {
      taken = Optional.of(look());
    }
    countdown--;
  }

  private static Map<Path, Image> look() throws IOException {
    Map<Path, Image> files = new TreeMap<>();
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(place.resolve("search"))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(place.resolve("lock"))) {
              byte[] content = Files.readAllBytes(file);
              Image known = IMAGES.get(key(file));
              boolean isIt = known != null && Arrays.equals(known.now(), content);
              files.put(place.relativize(file), isIt ? known.copy() : new Image(content));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE; // a file of another thread, gone since it was listed
          }
        });
    return files;
  }

  /** A channel whose operations are remembered. */
  private static final class Channel extends FileBaseDefault {
    private final FileChannel base;
    private final Image image;

    Channel(FileChannel base, Image image) {
      this.base = base;
      this.image = image;
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }

    @Override
    protected void implTruncate(long length) throws IOException {
      synchronized (LOCK) {
        operation();
        image.pending.add(new Step(length, Optional.empty()));
        base.truncate(length);
      }
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      synchronized (LOCK) {
        operation();
        image.pending.add(new Step(position, Optional.of(copy)));
        int written = 0;
        while (bytes.hasRemaining()) {
          written += base.write(bytes, position + written);
        }
        return written;
      }
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return base.read(into, position);
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      synchronized (LOCK) {
        operation();
        if (forces) {
          image.force();
        }
        base.force(metaData);
      }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }
  }
}
