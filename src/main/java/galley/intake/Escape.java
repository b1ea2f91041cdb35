package galley.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes plain text so that CommonMark reads it as the same text: a backslash before what would be
 * markup where it stands (CommonMark 2.4), and nothing more.
 */
final class Escape {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|\\w+);");
  private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
  private static final Pattern BLOCK =
      Pattern.compile("^(?:#{1,6}(?=\\s|$)|>|[-+](?=\\s|$)|=+\\s*$|-{2,}\\s*$|(?:-\\s*){3,}$)");
  private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private Escape() {}

  /** A paragraph of one or more lines. */
  static String paragraph(String text) {
    boolean links = text.contains("](") || text.contains("]:") || text.contains("][");
    boolean table = text.contains("\n");
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (String line : text.split("\\R", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(start(inline(line.strip(), links, table)));
    }
    return out.toString();
  }

  /** The text of a heading, which is one line. */
  static String heading(String text) {
    String line = inline(text.strip().replaceAll("\\s*\\R\\s*", " "), text.contains("]"), false);
    return line.matches(".*\\s#+") ? line.replaceFirst("#(?=#*$)", "\\\\#") : line;
  }

  private static String start(String line) {
    Matcher number = NUMBER.matcher(line);
    if (number.find()) {
      return number.group(1) + "\\" + line.substring(number.end(1));
    }
    return BLOCK.matcher(line).find() ? "\\" + line : line;
  }

  private static String inline(String line, boolean links, boolean table) {
    StringBuilder out = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char before = i == 0 ? ' ' : line.charAt(i - 1);
      char after = i + 1 == line.length() ? ' ' : line.charAt(i + 1);
      boolean mark =
          switch (c) {
            case '\\' -> MARKS.indexOf(after) >= 0 || i + 1 == line.length();
            case '`' -> true;
            case '*' -> !(isSpace(before) && isSpace(after)) || i == 0;
            case '_' -> !(isWord(before) && isWord(after)) && !(isSpace(before) && isSpace(after));
            case '<' -> Character.isLetter(after) || after == '/' || after == '!' || after == '?';
            case '&' -> ENTITY.matcher(line).region(i, line.length()).lookingAt();
            case '[' -> links || after == '^';
            case '~' -> before == '~' || after == '~';
            case '|' -> table;
            default -> false;
          };
      if (mark) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
