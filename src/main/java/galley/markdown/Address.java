package galley.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of links and pictures: what may go out, and how it is written. */
final class Address {
  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):");
  private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel", "sms", "geo");
  private static final String KEPT = ":/?#@!$&'()*+,;=-._~";

  private Address() {}

  /**
   * Whether a link to this address does no harm: relative, or of a scheme that runs nothing and
   * opens no file. Blanks and control characters, which browsers skip, are not looked at.
   */
  static boolean isSafe(String address) {
    StringBuilder bare = new StringBuilder(address.length());
    address.chars().filter(c -> c > ' ' && c != 0x7F).forEach(c -> bare.append((char) c));
    Matcher scheme = SCHEME.matcher(bare);
    return !scheme.lookingAt() || SAFE.contains(scheme.group(1).toLowerCase(Locale.ROOT));
  }

  /** An address that may stand in an {@code href} and that validators accept, encoded. */
  static Optional<String> forLink(String address) {
    String encoded = encoded(address.strip());
    if (encoded.isEmpty() || !isSafe(address)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(encoded);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() == null ? Optional.empty() : Optional.of(encoded);
    } catch (URISyntaxException e) {
      return Optional.empty(); // such as http://[, which no browser opens
    }
  }

  /** The address in ASCII, escapes that are there kept (as the reference implementation does). */
  static String encoded(String address) {
    StringBuilder out = new StringBuilder(address.length() + 16);
    for (int i = 0; i < address.length(); ) {
      int c = address.codePointAt(i);
      if (c == '%') {
        out.append(isEscape(address, i) ? "%" : "%25");
      } else if (c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(String.format("%02X", b & 0xFF));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isEscape(String address, int at) {
    return at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
  }
}
