package galley.images;

import galley.asset.Messages;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a picture's header without decoding a pixel, so that a file which claims to be huge is
 * refused before it can cost memory. Sources: ITU T.81 (JPEG), PNG 3rd edition, GIF89a, the WebP
 * container specification, TIFF 6.0 for the EXIF orientation.
 */
final class Header {
  /** The most pixels a picture may have. */
  static final long MOST_PIXELS = 80_000_000L;

  private static final int NO_LOOP_LIMIT = 1 << 20;

  private final Bytes bytes;

  private Header(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * What the header says.
   *
   * @throws PictureException if it is no picture, a broken one, or one of over 80 megapixels
   */
  static PictureInfo read(byte[] data) {
    Header header = new Header(new Bytes(data));
    Format format =
        header.format().orElseThrow(() -> new PictureException(Messages.text("images.unknown")));
    Optional<PictureInfo> info =
        switch (format) {
          case JPEG -> header.jpeg();
          case PNG -> header.png();
          case GIF -> header.gif();
          case WEBP -> header.webp();
          case SVG -> Optional.of(Svg.size(data));
        };
    PictureInfo found =
        info.filter(it -> it.width() > 0 && it.height() > 0)
            .orElseThrow(() -> new PictureException(Messages.text("images.broken")));
    long pixels = (long) found.width() * found.height();
    if (pixels > MOST_PIXELS && format != Format.SVG) {
      throw new PictureException(
          Messages.text(
              "images.too-many-pixels",
              found.width(),
              found.height(),
              Math.round(pixels / 1e6),
              MOST_PIXELS / 1_000_000));
    }
    return found;
  }

  private Optional<Format> format() {
    if (bytes.short16(0, false) == 0xFFD8 && bytes.at(2) == 0xFF) {
      return Optional.of(Format.JPEG);
    }
    if (bytes.has(1, "PNG\r\n\u001a\n") && bytes.at(0) == 0x89) {
      return Optional.of(Format.PNG);
    }
    if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
      return Optional.of(Format.GIF);
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
      return Optional.of(Format.WEBP);
    }
    String start = bytes.ascii(0, 4096).toLowerCase(Locale.ROOT);
    return start.contains("<svg") || start.contains(":svg") && start.contains("<?xml")
        ? Optional.of(Format.SVG)
        : Optional.empty();
  }

  private Optional<PictureInfo> jpeg() {
    int orientation = 1;
    int at = 2;
    while (at + 4 <= bytes.length()) {
      if (bytes.at(at) != 0xFF) {
        return Optional.empty();
      }
      int marker = bytes.at(at + 1);
      if (marker == 0xFF) { // T.81 B.1.1.2: any marker may be preceded by fill bytes
        at++;
        continue;
      }
      int length = bytes.short16(at + 2, false);
      if (length < 2) {
        return Optional.empty();
      }
      if (marker == 0xE1 && bytes.has(at + 4, "Exif\0")) {
        orientation = Exif.orientation(bytes, at + 10, at + 2 + length);
      }
      boolean frame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (frame) {
        int height = bytes.short16(at + 5, false);
        int width = bytes.short16(at + 7, false);
        return Optional.of(picture(Format.JPEG, width, height, orientation, false, false));
      }
      if (marker == 0xDA || marker == 0xD9) {
        return Optional.empty();
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private Optional<PictureInfo> png() {
    if (!bytes.has(12, "IHDR")) {
      return Optional.empty();
    }
    long width = bytes.int32(16, false);
    long height = bytes.int32(20, false);
    int colours = bytes.at(25);
    boolean transparent = colours == 4 || colours == 6;
    boolean animated = false;
    int orientation = 1;
    long at = 8;
    while (at + 12 <= bytes.length() && !bytes.has((int) at + 4, "IEND")) {
      long length = bytes.int32((int) at, false);
      transparent |= bytes.has((int) at + 4, "tRNS");
      animated |= bytes.has((int) at + 4, "acTL");
      if (bytes.has((int) at + 4, "eXIf") && at + 12 + length <= bytes.length()) {
        orientation = Exif.orientation(bytes, (int) at + 8, (int) (at + 8 + length));
      }
      at += 12 + length;
    }
    return width > Integer.MAX_VALUE || height > Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(
            picture(Format.PNG, (int) width, (int) height, orientation, animated, transparent));
  }

  private Optional<PictureInfo> gif() {
    int width = bytes.short16(6, true);
    int height = bytes.short16(8, true);
    int at = 13 + colourTable(bytes.at(10));
    int frames = 0;
    boolean transparent = false;
    for (int i = 0; i < NO_LOOP_LIMIT && at < bytes.length() && frames < 2; i++) {
      int block = bytes.at(at);
      if (block == 0x2C) {
        frames++;
        at += 10 + colourTable(bytes.at(at + 9)) + 1;
      } else if (block == 0x21) {
        transparent |= bytes.at(at + 1) == 0xF9 && (bytes.at(at + 3) & 1) == 1;
        at += 2;
      } else {
        break;
      }
      while (bytes.at(at) > 0) {
        at += 1 + bytes.at(at);
      }
      at++;
    }
    return frames == 0
        ? Optional.empty()
        : Optional.of(picture(Format.GIF, width, height, 1, frames > 1, transparent));
  }

  private static int colourTable(int flags) {
    return flags != Bytes.END && (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;
  }

  private Optional<PictureInfo> webp() {
    if (bytes.has(12, "VP8X")) {
      int flags = bytes.at(20);
      return Optional.of(
          picture(
              Format.WEBP,
              bytes.int24(24) + 1,
              bytes.int24(27) + 1,
              (flags & 8) != 0 ? webpOrientation() : 1,
              (flags & 2) != 0,
              (flags & 16) != 0));
    }
    if (bytes.has(12, "VP8L") && bytes.at(20) == 0x2F) {
      long bits = bytes.int32(21, true);
      int width = (int) (bits & 0x3FFF) + 1;
      int height = (int) (bits >> 14 & 0x3FFF) + 1;
      return Optional.of(picture(Format.WEBP, width, height, 1, false, (bits >> 28 & 1) == 1));
    }
    if (bytes.has(12, "VP8 ") && bytes.short16(23, false) == 0x9D01) {
      int width = bytes.short16(26, true) & 0x3FFF;
      int height = bytes.short16(28, true) & 0x3FFF;
      return Optional.of(picture(Format.WEBP, width, height, 1, false, false));
    }
    return Optional.empty();
  }

  // WebP container specification, "Metadata": the chunk EXIF, after the picture
  private int webpOrientation() {
    long at = 12;
    while (at + 8 <= bytes.length()) {
      long length = bytes.int32((int) at + 4, true);
      if (bytes.has((int) at, "EXIF") && at + 8 + length <= bytes.length()) {
        return Exif.orientation(bytes, (int) at + 8, (int) (at + 8 + length));
      }
      at += 8 + length + (length & 1);
    }
    return 1;
  }

  private static PictureInfo picture(
      Format format, int width, int height, int said, boolean animated, boolean transparent) {
    int orientation = animated ? 1 : said; // what moves goes out as it is, unturned
    boolean onItsSide = orientation >= 5;
    return new PictureInfo(
        format,
        onItsSide ? height : width,
        onItsSide ? width : height,
        orientation,
        animated,
        transparent);
  }
}
