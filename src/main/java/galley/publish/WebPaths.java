package galley.publish;

import java.nio.charset.StandardCharsets;

/** Paths in addresses: RFC 3986, 2.3 names the characters that stay as they are. */
final class WebPaths {
  private static final String UNRESERVED = "-._~";

  private WebPaths() {}

  /** A path with all but letters, digits, slashes and {@code - . _ ~} as {@code %XX}. */
  static String encoded(String path) {
    return encoded(path, true);
  }

  static String encoded(String text, boolean isPath) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0
              || (isPath && c == '/');
      if (plain) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
