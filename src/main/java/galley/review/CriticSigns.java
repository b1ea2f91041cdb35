package galley.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which signs mean something in which part of marked text. A backslash before one makes it text; of
 * several backslashes before one, each two are one.
 */
enum CriticSigns {
  TEXT("\\{\\+\\+|\\{--|\\{~~|\\{==|\\{>>"),
  MARKED("\\{\\+\\+|\\{--|\\{~~|\\{==(?!})|\\{>>|==}"),
  ADDED("\\+\\+}"),
  CUT("--}"),
  OLD("~>|~~}"),
  NEW("~~}"),
  COMMENT("<<}");

  private final Pattern signs;

  CriticSigns(String signs) {
    this.signs = Pattern.compile("(?<!\\\\)(\\\\*+)(" + signs + ")");
  }

  Matcher in(String text) {
    return signs.matcher(text);
  }

  /**
   * A text to be written into this part.
   *
   * @param followed whether a sign comes right after it
   */
  String escaped(String text, boolean followed) {
    String out = signs.matcher(text).replaceAll("$1$1\\\\$2");
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == '\\') {
      end--;
    }
    return followed ? out + out.substring(end) : out;
  }

  /** What backslashes before a sign stand for, with the sign where they make it text. */
  static String plain(String backslashes, String sign) {
    String half = backslashes.substring(backslashes.length() / 2 + backslashes.length() % 2);
    return backslashes.length() % 2 == 1 ? half + sign : half;
  }

  static void change(StringBuilder out, String old, String fresh) {
    if (old.isEmpty()) {
      out.append("{++").append(ADDED.escaped(fresh, true)).append("++}");
    } else if (fresh.isEmpty()) {
      out.append("{--").append(CUT.escaped(old, true)).append("--}");
    } else {
      out.append("{~~").append(OLD.escaped(old, true)).append("~>");
      out.append(NEW.escaped(fresh, true)).append("~~}");
    }
  }
}
