package galley.images;

import galley.asset.Messages;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * Takes EXIF, XMP, IPTC, comments, dates and anything behind a picture's end out of its file
 * without touching a pixel. Only what is needed to show the picture is copied: whatever is not
 * known stays behind. Colour profiles are kept, they belong to the colours.
 */
final class Metadata {
  // PNG 3rd edition, table of chunks: those that change how the picture looks or moves
  private static final Set<String> PNG_KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "pHYs", "acTL", "fcTL", "fdAT");
  private static final Set<String> WEBP_KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private final Bytes bytes;
  private final ByteArrayOutputStream out;

  private Metadata(byte[] data) {
    bytes = new Bytes(data);
    out = new ByteArrayOutputStream(data.length);
  }

  /**
   * The same picture without metadata. The EXIF orientation goes too: a picture that needs it has
   * to be turned first.
   *
   * @throws PictureException if the file breaks off or is not what its header says
   */
  static byte[] removed(byte[] data, Format format) {
    Metadata metadata = new Metadata(data);
    return switch (format) {
      case JPEG -> metadata.jpeg();
      case PNG -> metadata.png();
      case GIF -> metadata.gif();
      case WEBP -> metadata.webp();
      case SVG -> Svg.clean(data);
    };
  }

  private byte[] jpeg() {
    copy(0, 2);
    int at = 2;
    while (true) {
      if (bytes.at(at) != 0xFF) {
        throw broken();
      }
      int marker = bytes.at(at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0xD9) {
        copy(at, 2);
        return out.toByteArray();
      }
      int length = bytes.short16(at + 2, false);
      if (length < 2 || at + 2 + length > bytes.length()) {
        throw broken();
      }
      if (keepsSegment(marker, at + 4)) {
        copy(at, 2 + length);
      }
      at += 2 + length;
      if (marker == 0xDA) {
        at = scan(at);
        if (at + 1 >= bytes.length()) {
          // Cameras and editors leave the end marker out at times; decoders forgive it
          out.write(0xFF);
          out.write(0xD9);
          return out.toByteArray();
        }
      }
    }
  }

  // APP0 is JFIF's, APP2 the colour profile, APP14 Adobe's colour transform; other APPn and
  // comments say who, where and with what. A JFIF extension (JFXX) can hold a thumbnail.
  private boolean keepsSegment(int marker, int body) {
    return switch (marker) {
      case 0xE0 -> bytes.has(body, "JFIF\0");
      case 0xE2 -> bytes.has(body, "ICC_PROFILE\0");
      case 0xEE -> bytes.has(body, "Adobe");
      default -> marker != 0xFE && (marker < 0xE0 || marker > 0xEF);
    };
  }

  // T.81 B.1.1.5: entropy-coded data run to the next marker that is neither a restart nor 0xFF00
  private int scan(int start) {
    int at = start;
    while (at < bytes.length()) {
      int next = bytes.at(at + 1);
      if (bytes.at(at) == 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
        break;
      }
      at++;
    }
    copy(start, Math.min(at, bytes.length()) - start);
    return at;
  }

  private byte[] png() {
    copy(0, 8);
    long at = 8;
    while (at + 12 <= bytes.length()) {
      long length = bytes.int32((int) at, false);
      String name = bytes.ascii((int) at + 4, 4);
      if (at + 12 + length > bytes.length()) {
        throw broken();
      }
      if (PNG_KEPT.contains(name)) {
        copy((int) at, (int) length + 12);
      }
      if (name.equals("IEND")) {
        return out.toByteArray();
      }
      at += 12 + length;
    }
    throw broken();
  }

  private byte[] gif() {
    int at = 13 + table(bytes.at(10));
    copy(0, at);
    while (true) {
      int block = bytes.at(at);
      int start = at;
      boolean kept = true;
      if (block == 0x3B) {
        out.write(0x3B);
        return out.toByteArray();
      } else if (block == 0x2C) {
        at += 10 + table(bytes.at(at + 9)) + 1;
      } else if (block == 0x21) {
        int label = bytes.at(at + 1);
        kept =
            label == 0xF9
                || label == 0xFF
                    && (bytes.has(at + 3, "NETSCAPE2.0") || bytes.has(at + 3, "ANIMEXTS1.0"));
        at += 2;
      } else {
        throw broken();
      }
      while (bytes.at(at) > 0) {
        at += 1 + bytes.at(at);
      }
      if (bytes.at(at) == Bytes.END) {
        throw broken();
      }
      at++;
      if (kept) {
        copy(start, at - start);
      }
    }
  }

  private static int table(int flags) {
    return flags != Bytes.END && (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;
  }

  private byte[] webp() {
    copy(0, 12);
    long at = 12;
    long end = Math.min(bytes.length(), 8 + bytes.int32(4, true));
    while (at + 8 <= end) {
      long length = bytes.int32((int) at + 4, true);
      long whole = 8 + length + (length & 1);
      if (at + 8 + length > bytes.length()) {
        throw broken();
      }
      String name = bytes.ascii((int) at, 4);
      if (WEBP_KEPT.contains(name)) {
        int before = out.size();
        copy((int) at, (int) Math.min(whole, bytes.length() - at));
        if ((out.size() - before & 1) == 1) {
          out.write(0);
        }
      }
      at += whole;
    }
    byte[] cleaned = out.toByteArray();
    int size = cleaned.length - 8;
    for (int i = 0; i < 4; i++) {
      cleaned[4 + i] = (byte) (size >> 8 * i);
    }
    if (bytes.has(12, "VP8X")) {
      cleaned[20] = (byte) (cleaned[20] & ~0x0C); // neither EXIF nor XMP follow
    }
    return cleaned;
  }

  private void copy(int from, int length) {
    if (from + length > bytes.length()) {
      throw broken();
    }
    out.write(bytes.data(), from, length);
  }

  private static PictureException broken() {
    return new PictureException(Messages.text("images.broken"));
  }
}
