package galley.images;

import java.nio.charset.StandardCharsets;

/** Numbers and names at offsets of a byte array; out of range is {@link #END}. */
final class Bytes {
  /** What reading past the end gives. */
  static final int END = -1;

  private final byte[] data;

  /** Reads this array and no copy of it. */
  Bytes(byte[] data) {
    this.data = data;
  }

  byte[] data() {
    return data;
  }

  int length() {
    return data.length;
  }

  int at(int offset) {
    return offset >= 0 && offset < data.length ? data[offset] & 0xFF : END;
  }

  int short16(int offset, boolean littleEndian) {
    int first = at(offset);
    int second = at(offset + 1);
    if (first == END || second == END) {
      return END;
    }
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  /** An unsigned number of four bytes. */
  long int32(int offset, boolean littleEndian) {
    long first = short16(offset, littleEndian);
    long second = short16(offset + 2, littleEndian);
    if (first == END || second == END) {
      return END;
    }
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  int int24(int offset) {
    int low = short16(offset, true);
    int high = at(offset + 2);
    return low == END || high == END ? END : high << 16 | low;
  }

  boolean has(int offset, String ascii) {
    if (offset < 0 || offset + ascii.length() > data.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (data[offset + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String ascii(int offset, int length) {
    int from = Math.min(offset, data.length);
    return new String(
        data, from, Math.min(length, data.length - from), StandardCharsets.ISO_8859_1);
  }
}
