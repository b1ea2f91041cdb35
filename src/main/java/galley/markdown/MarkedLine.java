package galley.markdown;

import galley.markdown.LineKind.Kind;
import java.util.ArrayList;
import java.util.List;

/** One line being marked: what its kind says, and where its words lie among those of others. */
final class MarkedLine {
  private final int[] styles;
  private final int from;
  private final int end;
  private final int offset;
  private final String line;

  /**
   * @param offset where its words start among the words of all lines
   */
  MarkedLine(String line, LineKind kind, int offset) {
    this.line = line;
    this.offset = offset;
    styles = new int[line.length()];
    int content = Math.min(kind.content(), line.length());
    if (kind.kind() != Kind.CODE && kind.kind() != Kind.HTML) {
      add(0, content, Mark.MARKUP);
    }
    if (kind.marker() == LineKind.Marker.NOTE) {
      add(0, content, Mark.NOTE);
    }
    from = content;
    end =
        switch (kind.kind()) {
          case TEXT, PICTURE, TABLE_HEAD, TABLE_ROW -> line.length();
          case HEADING -> closing(line, content);
          case BLANK, UNDERLINE, RULE, FENCE, CODE, HTML, TABLE_RULE, DEFINITION -> content;
        };
    switch (kind.kind()) {
      case HEADING, UNDERLINE, RULE, TABLE_RULE -> add(end, line.length(), Mark.MARKUP);
      case FENCE -> add(end, line.length(), Mark.CODE | Mark.MARKUP);
      case CODE -> add(content, line.length(), Mark.CODE);
      case HTML -> add(content, line.length(), Mark.HTML);
      case DEFINITION -> definition(content);
      case TABLE_HEAD, TABLE_ROW -> bars();
      case BLANK, TEXT, PICTURE -> {}
    }
  }

  String words() {
    return line.substring(from, end);
  }

  /** Adds a style to what lies on this line of a stretch of all lines' words. */
  void addAmongAll(int start, int stop, int style) {
    add(Math.max(from, start - offset + from), Math.min(end, stop - offset + from), style);
  }

  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < styles.length; ) {
      int start = i;
      int style = styles[i];
      while (i < styles.length && styles[i] == style) {
        i++;
      }
      if (style != 0) {
        marks.add(new Mark(start, i, style));
      }
    }
    return List.copyOf(marks);
  }

  private void add(int start, int stop, int style) {
    for (int i = Math.max(0, start); i < Math.min(stop, styles.length); i++) {
      styles[i] |= style;
    }
  }

  /** Where the number signs begin that close a heading that opens with some (CommonMark 4.2). */
  private static int closing(String line, int content) {
    if (!line.substring(0, content).stripTrailing().endsWith("#")) {
      return line.length();
    }
    int at = line.stripTrailing().length();
    while (at > content && line.charAt(at - 1) == '#') {
      at--;
    }
    boolean closes = at == content || line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '\t';
    return closes ? at : line.length();
  }

  private void definition(int content) {
    int colon = line.indexOf("]:", content);
    add(content, colon + 2, Mark.MARKUP);
    add(content + 1, colon, Mark.LINK);
    add(colon + 2, line.length(), Mark.ADDRESS);
  }

  private void bars() {
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '|' && (i == 0 || line.charAt(i - 1) != '\\')) {
        styles[i] |= Mark.MARKUP;
      }
    }
  }
}
