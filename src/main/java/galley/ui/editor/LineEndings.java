package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;

/**
 * Remembers how the lines of a body ended, which the area can't hold: it knows only LF. An unedited
 * body comes back unchanged; in an edited one the lines above and below the edited stretch keep
 * their endings, and new lines end as most lines do. Immutable, any thread.
 */
final class LineEndings {
  private final String original;
  private final String plain;
  private final List<String> endings = new ArrayList<>();
  private String usual = "\n";

  LineEndings(String body) {
    original = body;
    if (body.indexOf('\r') < 0) {
      plain = body;
      return;
    }
    StringBuilder text = new StringBuilder(body.length());
    int windows = 0;
    int old = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < body.length() && body.charAt(i + 1) == '\n';
        endings.add(pair ? "\r\n" : "\r");
        windows += pair ? 1 : 0;
        old += pair ? 0 : 1;
        i += pair ? 1 : 0;
        text.append('\n');
      } else {
        text.append(c);
        if (c == '\n') {
          endings.add("\n");
        }
      }
    }
    plain = text.toString();
    int unix = endings.size() - windows - old;
    usual = windows >= unix && windows >= old ? "\r\n" : old > unix ? "\r" : "\n";
  }

  /** The body with every line ending in LF, as the area holds it. */
  String plain() {
    return plain;
  }

  /** An edited text, with line endings like the body's. */
  String restored(String text) {
    if (endings.isEmpty()) {
      return text;
    }
    if (text.equals(plain)) {
      return original;
    }
    long lines = text.chars().filter(c -> c == '\n').count();
    int shorter = Math.min(plain.length(), text.length());
    int same = 0;
    int above = 0;
    while (same < shorter && plain.charAt(same) == text.charAt(same)) {
      above += plain.charAt(same++) == '\n' ? 1 : 0;
    }
    int tail = 0;
    int below = 0;
    while (tail < shorter - same
        && plain.charAt(plain.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
      below += plain.charAt(plain.length() - 1 - tail++) == '\n' ? 1 : 0;
    }
    StringBuilder out = new StringBuilder(text.length() + (int) lines);
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n') {
        out.append(c);
        continue;
      }
      long fromEnd = lines - line;
      out.append(
          line < above
              ? endings.get(line)
              : fromEnd <= below ? endings.get((int) (endings.size() - fromEnd)) : usual);
      line++;
    }
    return out.toString();
  }

  /** Whether offsets in the body and in the area are the same. */
  boolean isPlain() {
    return endings.isEmpty() || !original.contains("\r\n");
  }

  /** Where an offset of the body is in the area. */
  int toPlain(String body, int offset) {
    if (endings.isEmpty()) {
      return offset;
    }
    int at = Math.min(offset, body.length());
    int pairs = 0;
    for (int i = body.indexOf("\r\n"); i >= 0 && i < at; i = body.indexOf("\r\n", i + 2)) {
      pairs++;
    }
    return at - pairs;
  }
}
