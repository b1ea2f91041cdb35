package galley.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The last look at a page before it leaves: no link of it may run code, whatever a theme's template
 * made of a text it was given. Texts that only talk of such links are no links.
 */
final class LinkGate {
  private static final List<String> NAMES = List.of("href", "src", "action", "data");
  private static final Set<String> REFUSED = Set.of("javascript", "vbscript", "data");
  private static final int LONGEST = 40;

  private LinkGate() {}

  /** The first address in a page that must not be there. */
  static Optional<String> refused(String html) {
    for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
      if (isAddressed(html, at)) {
        String address = address(html, at + 1);
        int colon = address.indexOf(':');
        if (colon > 0
            && REFUSED.contains(address.substring(0, colon).toLowerCase(Locale.ROOT))
            && isInTag(html, at)) {
          return Optional.of(address);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAddressed(String html, int end) {
    for (String name : NAMES) {
      if (html.startsWith(name, end - name.length())) {
        return true;
      }
    }
    return false;
  }

  // As browsers read it: spaces, line ends and control characters are passed over in a scheme
  private static String address(String html, int from) {
    StringBuilder address = new StringBuilder();
    for (int i = from; i < html.length() && address.length() < LONGEST; i++) {
      char c = html.charAt(i);
      if (c == '<' || c == '>' || ((c == '"' || c == '\'') && !address.isEmpty())) {
        break;
      }
      if (c > ' ' && c != '"' && c != '\'') {
        address.append(c);
      }
    }
    return address.toString();
  }

  private static boolean isInTag(String html, int at) {
    return html.lastIndexOf('<', at) > html.lastIndexOf('>', at);
  }
}
