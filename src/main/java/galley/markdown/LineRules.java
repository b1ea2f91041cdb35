package galley.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How single lines look that start a block (CommonMark 4 and 5, GFM 4.10). */
final class LineRules {
  static final Pattern HEADING = Pattern.compile("(#{1,6})(?:[ \\t]+|$)");
  static final Pattern UNDERLINE = Pattern.compile("(?:=+|-+)[ \\t]*");
  static final Pattern FENCE = Pattern.compile("(`{3,})[^`]*|(~{3,}).*");
  static final Pattern ITEM = Pattern.compile("(?:[-+*]|(\\d{1,9})[.)])(?=[ \\t]|$)");
  static final Pattern BOX = Pattern.compile("\\[([ xX])\\][ \\t]+(?=\\S)");
  static final Pattern NOTE = Pattern.compile("\\[\\^[^\\]\\s]+\\]:[ \\t]*");
  static final Pattern DEFINITION =
      Pattern.compile("\\[(?!\\^)(?:[^\\[\\]\\\\]|\\\\.)+\\]:\\s*\\S+.*");
  static final Pattern TABLE_RULE =
      Pattern.compile("\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*\\|?[ \\t]*");
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?:[\\s/>].*)?");
  private static final Pattern WHOLE_TAG =
      Pattern.compile(
          "(?:<[A-Za-z][A-Za-z0-9-]*(?:\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s\"'=<>`]+|'[^']*'"
              + "|\"[^\"]*\"))?)*\\s*/?>|</[A-Za-z][A-Za-z0-9-]*\\s*>)\\s*");
  private static final Set<String> RAW = Set.of("pre", "script", "style", "textarea");
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside base basefont blockquote body caption center col colgroup dd"
                  + " details dialog dir div dl dt fieldset figcaption figure footer form frame"
                  + " frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main"
                  + " menu menuitem nav noframes ol optgroup option p param search section summary"
                  + " table tbody td tfoot th thead title tr track ul")
              .split(" "));
  private static final List<String> ENDS = List.of("", "", "-->", "?>", ">", "]]>");

  private LineRules() {}

  /** Three or more of one of {@code * - _}, with blanks between (CommonMark 4.1). */
  static boolean isRule(String rest) {
    int marks = 0;
    char mark = rest.isEmpty() ? ' ' : rest.charAt(0);
    if (mark != '*' && mark != '-' && mark != '_') {
      return false;
    }
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == mark) {
        marks++;
      } else if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return marks >= 3;
  }

  /** The rule by which a line starts HTML (CommonMark 4.6), 0 where it does not. */
  static int html(String rest, boolean inParagraph) {
    if (!rest.startsWith("<")) {
      return 0;
    }
    if (rest.startsWith("<!--")) {
      return 2;
    }
    if (rest.startsWith("<?")) {
      return 3;
    }
    if (rest.startsWith("<![CDATA[")) {
      return 5;
    }
    if (rest.length() > 2 && rest.charAt(1) == '!' && Character.isLetter(rest.charAt(2))) {
      return 4;
    }
    Matcher tag = TAG.matcher(rest);
    if (tag.matches()) {
      String name = tag.group(1).toLowerCase(Locale.ROOT);
      if (RAW.contains(name) && rest.charAt(1) != '/') {
        return 1;
      }
      if (BLOCKS.contains(name)) {
        return 6;
      }
    }
    return !inParagraph && rest.length() < 2000 && WHOLE_TAG.matcher(rest).matches() ? 7 : 0;
  }

  /** Whether a block of HTML of this rule ends on this line; 6 and 7 end before a blank line. */
  static boolean endsHtml(int rule, String line) {
    if (rule == 1) {
      String lower = line.toLowerCase(Locale.ROOT);
      return RAW.stream().anyMatch(name -> lower.contains("</" + name + ">"));
    }
    return rule < 6 && line.contains(ENDS.get(rule));
  }
}
