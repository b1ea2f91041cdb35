package galley.zip;

import galley.zip.ZipRefusedException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive that anybody may have made. What it says about its sizes is not believed: bytes are
 * counted as they come out, and reading stops with a {@link ZipRefusedException} where they grow
 * beyond bounds. Every name is judged; whoever reads decides whether a bad one spoils the rest. For
 * one thread.
 */
public final class CheckedZip implements AutoCloseable {
  public static final int MOST_ENTRIES = 2_000;
  public static final long LARGEST_FILE = 64L << 20;
  public static final long LARGEST_ALL = 512L << 20;
  public static final int MOST_RATIO = 200;
  private static final long SMALL = 1 << 20; // small files may be as empty as they like

  private final ZipFile zip;
  private final List<Entry> entries;
  private final Map<String, Long> read = new HashMap<>();

  private CheckedZip(ZipFile zip, List<Entry> entries) {
    this.zip = zip;
    this.entries = List.copyOf(entries);
  }

  /**
   * One file or folder.
   *
   * @param name as the archive has it
   * @param fault why it should not be read, or {@link Fault#NONE}
   */
  public record Entry(String name, boolean folder, Fault fault) {}

  /** Opens an archive of at most {@value #MOST_ENTRIES} entries that is not locked. */
  public static CheckedZip open(Path file) throws IOException {
    ZipListing listing = listing(file);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw new ZipRefusedException(Reason.DAMAGED, "");
    }
    try {
      if (zip.size() != listing.entries()) {
        throw new ZipRefusedException(Reason.DAMAGED, "");
      }
      return new CheckedZip(zip, judged(zip, listing));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** All entries in the order of the archive. */
  public List<Entry> entries() {
    return entries;
  }

  /** The file of this name; none where its name or kind is not sound. */
  public Optional<Entry> file(String name) {
    return entries.stream()
        .filter(entry -> entry.fault() == Fault.NONE && !entry.folder())
        .filter(entry -> entry.name().equals(name))
        .findFirst();
  }

  /** Opens a file's content. It stops with a {@link ZipRefusedException} where it grows too far. */
  public InputStream open(Entry entry) throws IOException {
    ZipEntry packed = zip.getEntry(entry.name());
    if (packed == null || entry.folder() || entry.fault() != Fault.NONE) {
      throw new ZipException("Not a file to be read: " + entry.name());
    }
    return new Counted(zip.getInputStream(packed), packed);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipListing listing(Path file) throws IOException {
    ZipListing listing = ZipListing.read(file);
    if (listing.locked()) {
      throw new ZipRefusedException(Reason.LOCKED, "");
    }
    if (listing.entries() > MOST_ENTRIES) {
      throw new ZipRefusedException(Reason.MANY, String.valueOf(listing.entries()));
    }
    return listing;
  }

  private static List<Entry> judged(ZipFile zip, ZipListing listing) {
    List<Entry> entries = new ArrayList<>();
    ZipNames names = new ZipNames();
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      Fault fault = names.judge(entry.getName());
      boolean link = listing.links().contains(entries.size());
      entries.add(new Entry(entry.getName(), entry.isDirectory(), link ? Fault.LINK : fault));
    }
    return entries;
  }

  /** Counts what comes out; a file that is read twice counts once towards the whole. */
  private final class Counted extends FilterInputStream {
    private final String name;
    private final long packed;
    private final long others;
    private long bytes;

    Counted(InputStream in, ZipEntry entry) {
      super(in);
      name = entry.getName();
      packed = Math.max(1, entry.getCompressedSize());
      others =
          read.entrySet().stream()
              .filter(one -> !one.getKey().equals(name))
              .mapToLong(Map.Entry::getValue)
              .sum();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = in.read(into, from, length);
      if (count > 0) {
        bytes += count;
        if (bytes > LARGEST_FILE) {
          throw new ZipRefusedException(Reason.LARGE_FILE, name);
        }
        if (others + bytes > LARGEST_ALL) {
          throw new ZipRefusedException(Reason.LARGE, name);
        }
        if (bytes > SMALL && bytes / packed > MOST_RATIO) {
          throw new ZipRefusedException(Reason.BOMB, name);
        }
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() throws IOException {
      read.merge(name, bytes, Math::max);
      super.close();
    }
  }
}
