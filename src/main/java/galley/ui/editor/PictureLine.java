package galley.ui.editor;

import galley.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is one picture and nothing else, as {@code ![alt](file "title")}.
 *
 * @param file the destination without its angle brackets
 * @param alt without the backslashes of the source
 * @param title empty where it has none
 * @param altSpan where the alt text stands in the line
 */
record PictureLine(String file, String alt, String title, Span altSpan) {
  // the pattern goes a step deeper with each character, and no alt text is as long
  private static final int LONGEST = 2_000;

  private static final Pattern PICTURE =
      Pattern.compile(
          " {0,3}!\\[((?:[^\\[\\]\\\\]|\\\\.|\\[[^\\]]*\\])*)\\]"
              + "\\(\\s*(<[^>]*>|[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)"
              + "(?:\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'))?\\s*\\)\\s*");

  static Optional<PictureLine> of(String line) {
    if (line.length() > LONGEST || !line.stripLeading().startsWith("![")) {
      return Optional.empty();
    }
    Matcher found = PICTURE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    String file = found.group(2);
    if (file.startsWith("<")) {
      file = file.substring(1, file.length() - 1);
    }
    String title = found.group(3) == null ? "" : found.group(3);
    return Optional.of(
        new PictureLine(
            plain(file),
            plain(found.group(1)),
            title.isEmpty() ? "" : plain(title.substring(1, title.length() - 1)),
            new Span(found.start(1), found.end(1))));
  }

  // CommonMark 2.4: a backslash before ASCII punctuation only protects it
  private static String plain(String source) {
    return source.replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1");
  }

  /** The line with this alt text in it. */
  String withAlt(String line, String words) {
    String source =
        words.strip().replaceAll("\\s+", " ").replaceAll("([\\[\\]\\\\`*_<])", "\\\\$1");
    return line.substring(0, altSpan.start()) + source + line.substring(altSpan.end());
  }

  /** The source for a picture with no words yet. */
  static String source(String file) {
    boolean plain = file.matches("[^\\s()<>\\p{Cntrl}]+");
    return plain ? "![](" + file + ")" : "![](<" + file + ">)";
  }
}
