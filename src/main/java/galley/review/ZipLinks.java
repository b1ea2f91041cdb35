package galley.review;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for symbolic links in a zip's central directory (PKWARE's APPNOTE 6.3, 4.3.12). */
final class ZipLinks {
  private static final int ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int HEAD = 46;
  private static final int KIND = 0xF000;
  private static final int LINK = 0xA000;
  private static final long LARGEST = 1L << 30;

  private ZipLinks() {}

  static boolean has(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return true; // refused: no packet is so large
    }
    try (var channel = Files.newByteChannel(file)) {
      long size = channel.size();
      int tail = (int) Math.min(size, END_LENGTH + 0xFFFF);
      ByteBuffer end = ByteBuffer.allocate(tail).order(ByteOrder.LITTLE_ENDIAN);
      channel.position(size - tail);
      while (end.hasRemaining() && channel.read(end) >= 0) {}
      int at = tail - END_LENGTH;
      while (at >= 0 && end.getInt(at) != END) {
        at--;
      }
      if (at < 0) {
        return false; // the reader has refused it by now
      }
      int length = end.getInt(at + 12);
      ByteBuffer directory =
          ByteBuffer.allocate(Math.max(0, length)).order(ByteOrder.LITTLE_ENDIAN);
      channel.position(Integer.toUnsignedLong(end.getInt(at + 16)));
      while (directory.hasRemaining() && channel.read(directory) >= 0) {}
      for (int i = 0; i + HEAD <= length && directory.getInt(i) == ENTRY; ) {
        int mode = directory.getInt(i + 38) >>> 16;
        if ((mode & KIND) == LINK) {
          return true;
        }
        i +=
            HEAD
                + Short.toUnsignedInt(directory.getShort(i + 28))
                + Short.toUnsignedInt(directory.getShort(i + 30))
                + Short.toUnsignedInt(directory.getShort(i + 32));
      }
      return false;
    }
  }
}
