package galley.intake;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Tells what a file is, by its first bytes and by its name. */
final class Kinds {
  private static final List<byte[]> BINARY =
      List.of(
          bytes("89504E47"),
          bytes("FFD8FF"),
          bytes("47494638"),
          bytes("25504446"),
          bytes("504B0304"),
          bytes("504B0506"),
          bytes("7F454C46"),
          bytes("1F8B"),
          bytes("377ABCAF"),
          bytes("D0CF11E0"),
          bytes("52617221"),
          bytes("CAFEBABE"),
          bytes("49492A00"),
          bytes("4D4D002A"),
          bytes("0000000C6A50"),
          bytes("FD377A58"),
          bytes("425A68"),
          bytes("4F676753"),
          bytes("494433"),
          bytes("53514C69746520"));

  private static final List<String> MARKDOWN =
      List.of("md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtext", "mdx");
  private static final List<String> HTML = List.of("html", "htm", "xhtml", "xht");
  private static final List<String> TEXT = List.of("txt", "text");

  private Kinds() {}

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  static boolean isMarkdown(String name) {
    return MARKDOWN.contains(extension(name));
  }

  static boolean isHtml(String name) {
    return HTML.contains(extension(name));
  }

  static boolean isPlain(String name) {
    return TEXT.contains(extension(name));
  }

  static boolean isZip(byte[] start) {
    return starts(start, bytes("504B0304")) || starts(start, bytes("504B0506"));
  }

  /** Whether a text is a web page, whatever its name says. */
  static boolean isPage(String text) {
    String start =
        text.substring(0, Math.min(text.length(), 2000)).strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<!--") && start.contains("<html");
  }

  static boolean isBinary(byte[] start) {
    if (starts(start, "RIFF".getBytes(StandardCharsets.US_ASCII))
        && start.length > 12
        && (start[4] & 0xFF) < 0x20) {
      return true;
    }
    // a text may begin with the letters of a sign, but has no control characters near them
    return BINARY.stream().anyMatch(sign -> starts(start, sign)) && hasControl(start);
  }

  private static boolean hasControl(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 512); i++) {
      if (bytes[i] >= 0 && bytes[i] < 0x09 || bytes[i] >= 0x0E && bytes[i] < 0x20) {
        return true;
      }
    }
    return false;
  }

  private static boolean starts(byte[] bytes, byte[] sign) {
    if (bytes.length < sign.length) {
      return false;
    }
    for (int i = 0; i < sign.length; i++) {
      if (bytes[i] != sign[i]) {
        return false;
      }
    }
    return true;
  }
}
