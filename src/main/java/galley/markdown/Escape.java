package galley.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps words words: sets a backslash before signs that would be markup where they stand, and
 * leaves all others alone (CommonMark 2.4).
 */
final class Escape {
  // at the start of a line: headings, list marks, quotes, rules, underlines, fences, definitions
  private static final Pattern START =
      Pattern.compile(
          "(#{1,6}(?=[ \\t]|$))|([-+](?=[ \\t]|$))|(\\d{1,9}(?=[.)](?:[ \\t]|$)))|(>)|([-=]+\\s*$)"
              + "|(~~~)|(:?-+:?\\s*\\|)|(\\|)|(---)|(\\[[ xX]\\][ \\t])|(\\+\\+\\+\\s*$)");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});");
  private static final Pattern BRACKETS = Pattern.compile("\\[(\\^)?[^\\[\\]]*\\](?=([(\\[:])?)");

  private Escape() {}

  /**
   * Escapes words.
   *
   * @param before the unit before them in the line, 0 at its start
   * @param after the unit after them, 0 at the line's end
   * @param all whether every sign is escaped that can be
   */
  static String words(String text, char before, char after, boolean all) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char previous = i > 0 ? text.charAt(i - 1) : before;
      char next = i + 1 < text.length() ? text.charAt(i + 1) : after;
      if (all ? isPunctuation(c) : isMarkup(text, i, previous, next)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Escapes what would make something else of a finished line. */
  static String lineStart(String line) {
    Matcher start = START.matcher(line);
    if (!start.lookingAt()) {
      return line;
    }
    int at = start.group(3) != null ? start.end(3) : 0;
    return line.substring(0, at) + "\\" + line.substring(at);
  }

  private static boolean isMarkup(String text, int at, char previous, char next) {
    return switch (text.charAt(at)) {
      case '\\' -> next == 0 || isPunctuation(next);
      case '`' -> true;
      case '*' -> !(isBlank(previous) && isBlank(next));
      case '_' -> !(isLetter(previous) && isLetter(next)) && !(isBlank(previous) && isBlank(next));
      case '~' -> previous == '~' || next == '~';
      case '<' -> isLetter(next) || next == '/' || next == '!' || next == '?';
      case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
      case '!' -> next == '[';
      case '[' -> brackets(text, at);
      case ']' -> next == '(' || next == '[' || next == ':' || next == 0;
      default -> false;
    };
  }

  private static boolean brackets(String text, int at) {
    Matcher found = BRACKETS.matcher(text).region(at, text.length());
    if (!found.lookingAt()) {
      return true;
    }
    return found.group(1) != null || found.group(2) != null || found.end() == text.length();
  }

  static boolean isPunctuation(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  private static boolean isBlank(char c) {
    return c == 0 || c == ' ' || c == '\n';
  }

  private static boolean isLetter(char c) {
    return Character.isLetterOrDigit(c);
  }
}
