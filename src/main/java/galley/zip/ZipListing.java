package galley.zip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What the central directory of a .zip says about its entries that the platform's reader keeps to
 * itself (PKWARE APPNOTE 4.3.12): which are links and which are locked.
 *
 * @param links the positions of entries that are symbolic links or other special files
 * @param locked whether any entry is encrypted
 * @param entries how many there are
 */
record ZipListing(Set<Integer> links, boolean locked, int entries) {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LARGEST = 16 << 20;

  /**
   * Reads the directory.
   *
   * @throws ZipRefusedException if there is none; archives over 4 GB (Zip64) count as such
   */
  static ZipListing read(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      ByteBuffer end = end(in);
      int entries = end.getShort(10) & 0xFFFF;
      long size = end.getInt(12) & 0xFFFFFFFFL;
      // data may stand before the archive, so the directory is counted back from its end
      long start = end.getLong(END_LENGTH) - size;
      if (size > LARGEST || start < 0) {
        throw damaged("The directory of the archive is not where it should be");
      }
      byte[] bytes = new byte[(int) size];
      in.seek(start);
      in.readFully(bytes);
      return entries(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), entries);
    }
  }

  private static ZipRefusedException damaged(String why) {
    return new ZipRefusedException(ZipRefusedException.Reason.DAMAGED, why);
  }

  private static ZipListing entries(ByteBuffer directory, int entries) throws IOException {
    Set<Integer> links = new HashSet<>();
    boolean locked = false;
    int at = 0;
    for (int i = 0; i < entries; i++) {
      if (at + ENTRY_LENGTH > directory.limit() || directory.getInt(at) != ENTRY) {
        throw damaged("The directory of the archive is cut short");
      }
      int system = directory.get(at + 5) & 0xFF;
      int mode = directory.getInt(at + 38) >>> 16;
      int kind = mode & 0170000; // S_IFMT: 0100000 is a file, 0040000 a folder, 0 says nothing
      if ((system == 3 || system == 19) && kind != 0 && kind != 0100000 && kind != 0040000) {
        links.add(i);
      }
      locked |= (directory.getShort(at + 8) & 1) != 0;
      at +=
          ENTRY_LENGTH
              + (directory.getShort(at + 28) & 0xFFFF)
              + (directory.getShort(at + 30) & 0xFFFF)
              + (directory.getShort(at + 32) & 0xFFFF);
    }
    return new ZipListing(Set.copyOf(links), locked, entries);
  }

  /** The end record, followed by the place where it was found. */
  private static ByteBuffer end(RandomAccessFile in) throws IOException {
    int tail = (int) Math.min(in.length(), END_LENGTH + LONGEST_COMMENT);
    byte[] bytes = new byte[tail];
    in.seek(in.length() - tail);
    in.readFully(bytes);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail - END_LENGTH; at >= 0; at--) {
      if (buffer.getInt(at) == END
          && at + END_LENGTH + (buffer.getShort(at + 20) & 0xFFFF) == tail) {
        ByteBuffer found =
            ByteBuffer.allocate(END_LENGTH + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        found.put(bytes, at, END_LENGTH);
        found.putLong(in.length() - tail + at);
        return found;
      }
    }
    throw damaged("The archive has no end");
  }
}
