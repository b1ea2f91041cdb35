package galley.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The difference between two states of a text as bytes: how much of the beginning and of the end
 * stays, and what comes between, deflated with what it replaces as the dictionary. A difference to
 * nothing is the whole text, deflated.
 */
final class Difference {
  private static final int WINDOW = 32 * 1024; // RFC 1951: distances reach back 32 kB
  private static final int AROUND = 8 * 1024;
  private static final byte[] NOTHING = {};

  private Difference() {}

  static byte[] whole(byte[] after) {
    return between(NOTHING, after);
  }

  static byte[] between(byte[] before, byte[] after) {
    int shorter = Math.min(before.length, after.length);
    int mismatch = Arrays.mismatch(before, after);
    int prefix = mismatch < 0 ? shorter : mismatch;
    int suffix = 0;
    while (suffix < shorter - prefix
        && before[before.length - 1 - suffix] == after[after.length - 1 - suffix]) {
      suffix++;
    }
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try {
      byte[] dictionary = dictionary(before, prefix, suffix);
      if (dictionary.length > 0) {
        deflater.setDictionary(dictionary);
      }
      int length = after.length - prefix - suffix;
      deflater.setInput(after, prefix, length);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 + length / 3);
      number(out, prefix);
      number(out, suffix);
      number(out, length);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** The text of which this is the whole. */
  static byte[] text(byte[] whole) throws DataFormatException {
    return apply(NOTHING, whole);
  }

  /** The later state. */
  static byte[] apply(byte[] before, byte[] difference) throws DataFormatException {
    Reader in = new Reader(difference);
    int prefix = in.number();
    int suffix = in.number();
    int length = in.number();
    int deflated = difference.length - in.at;
    // RFC 1951 can't expand by more than about 1,032 to 1: a larger claim is damage
    if ((long) prefix + suffix > before.length || length > 1040L * deflated + 64) {
      throw new DataFormatException("Does not fit the text before it");
    }
    byte[] after = new byte[Math.addExact(Math.addExact(prefix, suffix), length)];
    System.arraycopy(before, 0, after, 0, prefix);
    System.arraycopy(before, before.length - suffix, after, prefix + length, suffix);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(difference, in.at, deflated);
      int done = 0;
      while (!inflater.finished()) {
        int got = inflater.inflate(after, prefix + done, length - done);
        done += got;
        if (got == 0 && !inflater.finished()) {
          if (!inflater.needsDictionary()) {
            throw new DataFormatException("Ends too early");
          }
          inflater.setDictionary(dictionary(before, prefix, suffix));
        }
      }
      if (done != length) {
        throw new DataFormatException("Shorter than it says");
      }
      return after;
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("Made against another text");
    } finally {
      inflater.end();
    }
  }

  /** What is replaced, and a little around it, as far as the window reaches. */
  private static byte[] dictionary(byte[] before, int prefix, int suffix) {
    int from = Math.max(0, prefix - AROUND);
    int to = Math.min(before.length, before.length - suffix + AROUND);
    return Arrays.copyOfRange(before, Math.max(from, to - WINDOW), to);
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest >= 0x80) {
      out.write(rest | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** Reads numbers of seven bits a byte, the lowest first. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    int number() throws DataFormatException {
      int value = 0;
      for (int shift = 0; shift < 35 && at < bytes.length; shift += 7) {
        byte next = bytes[at++];
        value |= (next & 0x7F) << shift;
        if (next >= 0) {
          if (value < 0) {
            break;
          }
          return value;
        }
      }
      throw new DataFormatException("Not a number");
    }
  }
}
