package galley.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a picture's file holds beside the picture: where and with what it was taken, comments. */
final class PictureMarks {
  // Sizes, colours and how they are packed; all else is about something else than the picture
  private static final Set<String> PNG =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
          "pHYs", "acTL", "fcTL", "fdAT");
  private static final Set<String> WEBP =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private PictureMarks() {}

  static List<String> in(String path, byte[] bytes) {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return jpeg(ByteBuffer.wrap(bytes));
    } else if (name.endsWith(".png")) {
      return png(ByteBuffer.wrap(bytes));
    } else if (name.endsWith(".webp")) {
      return webp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } else if (name.endsWith(".svg")) {
      return svg(new String(bytes, StandardCharsets.UTF_8));
    } else if (name.endsWith(".gif")) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return text.contains("XMP DataXMP") || text.contains("!\u00fe")
          ? List.of("a comment or XMP")
          : List.of();
    }
    return List.of();
  }

  private static List<String> jpeg(ByteBuffer bytes) {
    List<String> marks = new ArrayList<>();
    if (bytes.remaining() < 4 || bytes.getShort() != (short) 0xffd8) {
      return List.of("no JPEG");
    }
    while (bytes.remaining() >= 4) {
      int marker = bytes.getShort() & 0xffff;
      if (marker == 0xffda) {
        return marks; // the picture itself
      }
      int length = (bytes.getShort() & 0xffff) - 2;
      byte[] start = new byte[Math.min(16, length)];
      bytes.get(bytes.position(), start);
      String kind = new String(start, StandardCharsets.ISO_8859_1);
      boolean plain = kind.startsWith("JFIF") || kind.startsWith("Adobe") || kind.startsWith("ICC");
      if (marker == 0xfffe || (marker >= 0xffe0 && marker <= 0xffef && !plain)) {
        marks.add(Integer.toHexString(marker) + " " + kind);
      }
      bytes.position(bytes.position() + length);
    }
    return marks;
  }

  private static List<String> png(ByteBuffer bytes) {
    List<String> marks = new ArrayList<>();
    bytes.position(8);
    while (bytes.remaining() >= 12) {
      int length = bytes.getInt();
      String kind = name(bytes);
      if (!PNG.contains(kind)) {
        marks.add(kind);
      }
      bytes.position(bytes.position() + length + 4);
    }
    return marks;
  }

  private static List<String> webp(ByteBuffer bytes) {
    List<String> marks = new ArrayList<>();
    bytes.position(12);
    while (bytes.remaining() >= 8) {
      String kind = name(bytes);
      int length = bytes.getInt();
      if (!WEBP.contains(kind)) {
        marks.add(kind);
      }
      bytes.position(Math.min(bytes.limit(), bytes.position() + length + (length & 1)));
    }
    return marks;
  }

  private static String name(ByteBuffer bytes) {
    byte[] name = new byte[4];
    bytes.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private static List<String> svg(String text) {
    List<String> marks = new ArrayList<>();
    for (String mark :
        List.of(
            "<!--", "<metadata", "<script", "sodipodi", "inkscape", "rdf:", "<desc", "<!DOCTYPE")) {
      if (text.contains(mark)) {
        marks.add(mark);
      }
    }
    return marks;
  }
}
