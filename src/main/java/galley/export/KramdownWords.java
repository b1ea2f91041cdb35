package galley.export;

import galley.markdown.LineKind;
import galley.markdown.LineKinds;
import galley.markdown.Mark;
import galley.markdown.Marks;
import galley.text.LineIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Keeps Jekyll's kramdown from reading as links, tables, formulas or abbreviations what CommonMark
 * takes for words: a backslash goes before the sign that misleads it, which CommonMark reads as
 * that sign.
 */
final class KramdownWords {
  // What is no link by CommonMark's rules; a bar outside a table; a formula; an abbreviation
  private static final Pattern MISLEADING =
      Pattern.compile("(?<=\\])\\(|\\||\\$(?=\\$)|(?<=\\$)\\$|^ {0,3}\\*(?=\\[[^\\]]+\\]:)");
  private static final int NO_WORDS =
      Mark.CODE | Mark.ADDRESS | Mark.HTML | Mark.MARKUP | Mark.PICTURE | Mark.NOTE;

  private KramdownWords() {}

  /** A body with those signs protected; itself where there is none. */
  static String protectedIn(String body) {
    if (!MISLEADING.matcher(body).find()) {
      return body;
    }
    LineIndex index = new LineIndex(body);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < index.lines(); i++) {
      lines.add(body.substring(index.start(i), index.end(i)).replaceAll("[\r\n]+$", ""));
    }
    LineKinds kinds = LineKinds.of(lines);
    StringBuilder out = new StringBuilder(body.length() + 64);
    for (int line = 0; line < lines.size(); ) {
      int end = Math.max(line + 1, kinds.paragraph(line).end());
      List<List<Mark>> marks =
          Marks.of(
              lines.subList(line, end), IntStream.range(line, end).mapToObj(kinds::get).toList());
      for (int i = line; i < end; i++) {
        String text = lines.get(i);
        LineKind.Kind kind = kinds.get(i).kind();
        boolean words = kind == LineKind.Kind.TEXT || kind == LineKind.Kind.HEADING;
        out.append(words ? changed(text, marks.get(i - line)) : text);
        out.append(body, index.start(i) + text.length(), index.end(i));
      }
      line = end;
    }
    return out.toString();
  }

  private static String changed(String line, List<Mark> marks) {
    BitSet markup = new BitSet(line.length());
    marks.stream()
        .filter(mark -> mark.has(NO_WORDS))
        .forEach(mark -> markup.set(mark.start(), mark.end()));
    StringBuilder out = new StringBuilder(line.length() + 8);
    int at = 0;
    Matcher found = MISLEADING.matcher(line);
    while (found.find()) {
      int sign = found.end() - 1;
      if (!markup.get(sign) && backslashes(line, sign) % 2 == 0) {
        out.append(line, at, sign).append('\\');
        at = sign;
      }
    }
    return out.append(line, at, line.length()).toString();
  }

  private static int backslashes(String line, int at) {
    int count = 0;
    while (at - count > 0 && line.charAt(at - count - 1) == '\\') {
      count++;
    }
    return count;
  }
}
