package galley.export;

import java.nio.charset.StandardCharsets;

/** Paths of a site, below its home, and how pages write them. */
final class SitePath {
  private static final String UNRESERVED = "-._~/";

  private SitePath() {}

  /** A path with everything escaped that can't stand in an address (RFC 3986). */
  static String encoded(String path) {
    boolean plain = true;
    for (int i = 0; plain && i < path.length(); i++) {
      plain = isUnreserved(path.charAt(i));
    }
    if (plain) {
      return path;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      if (isUnreserved(character)) {
        encoded.append(character);
      } else {
        encoded.append('%').append("0123456789ABCDEF".charAt(character >> 4));
        encoded.append("0123456789ABCDEF".charAt(character & 0xF));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(char character) {
    return character < 128
        && (character >= 'a' && character <= 'z'
            || character >= 'A' && character <= 'Z'
            || character >= '0' && character <= '9'
            || UNRESERVED.indexOf(character) >= 0);
  }

  /** What leads from a page back to the home, such as {@code ../../}; empty at the home itself. */
  static String root(String path) {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }

  /** The address of a path on a page whose way home is known. */
  static String link(String root, String path) {
    String address = root + encoded(path);
    return address.isEmpty() ? "./" : address;
  }
}
