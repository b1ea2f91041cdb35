package galley.markdown;

import galley.markdown.LineKind.Kind;
import galley.markdown.LineKind.Marker;
import galley.markdown.LineState.Inside;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads one line as the block parser of CommonMark would (CommonMark, appendix, phase 1). */
final class LineScan {
  private final LineState before;
  private final LineCursor cursor;
  private final String line;
  private final List<Integer> open = new ArrayList<>();
  private Marker marker = Marker.NONE;
  private Inside inside;

  /** A line and what the next must know. */
  record Scanned(LineKind kind, LineState after) {}

  private LineScan(LineState before, String line) {
    this.before = before;
    this.line = line;
    cursor = new LineCursor(line);
    inside = before.inside();
  }

  /**
   * Reads a line.
   *
   * @param next the line below, null at the end: it tells headings that are underlined, tables and
   *     pictures that stand alone
   */
  static Scanned scan(LineState before, String line, @Nullable String next) {
    Scanned scanned = new LineScan(before, line).read();
    if (scanned.kind.kind() != Kind.TEXT) {
      return scanned;
    }
    Scanned below = next == null ? null : new LineScan(scanned.after, next).read();
    Kind kindBelow = below == null ? Kind.BLANK : below.kind.kind();
    if (kindBelow == Kind.UNDERLINE && below != null) {
      return new Scanned(scanned.kind.as(Kind.HEADING, below.kind.level()), scanned.after);
    }
    String words = line.substring(scanned.kind.content());
    if (next != null && words.indexOf('|') >= 0 && isTableRule(scanned.after, next)) {
      return new Scanned(
          scanned.kind.as(Kind.TABLE_HEAD, 0),
          LineState.in(scanned.after.containers(), Inside.TABLE_HEAD));
    }
    boolean starts =
        before.inside() != Inside.PARAGRAPH
            || scanned.kind.marker() != Marker.NONE
            || before.containers().size() < scanned.after.containers().size();
    boolean ends = kindBelow != Kind.TEXT || below != null && startsBlock(scanned, below);
    if (starts && ends && Marks.isPicture(words)) {
      return new Scanned(scanned.kind.as(Kind.PICTURE, 0), scanned.after);
    }
    return scanned;
  }

  private static boolean startsBlock(Scanned above, Scanned below) {
    return below.kind.marker() != Marker.NONE
        || below.after.containers().size() > above.after.containers().size();
  }

  private static boolean isTableRule(LineState state, String next) {
    LineScan scan = new LineScan(state, next);
    boolean matched = scan.containers();
    String rest = scan.cursor.rest().strip();
    return matched
        && scan.cursor.indent() < 4
        && rest.length() < 2000
        && rest.indexOf('-') >= 0
        && LineRules.TABLE_RULE.matcher(rest).matches();
  }

  private Scanned read() {
    boolean matched = containers();
    if (matched && !before.fence().isEmpty()) {
      return fenced();
    }
    if (matched && before.html() > 0) {
      return html(before.html());
    }
    if (!matched && inside != Inside.PARAGRAPH) {
      inside = Inside.NOTHING;
    }
    boolean lazy = !matched && inside == Inside.PARAGRAPH;
    if (matched && inside == Inside.TABLE_HEAD) {
      return ended(Kind.TABLE_RULE, 0, Inside.TABLE);
    }
    while (true) {
      if (cursor.blank()) {
        return ended(Kind.BLANK, 0, Inside.NOTHING);
      }
      if (cursor.indent() >= 4) {
        boolean code = inside != Inside.PARAGRAPH && inside != Inside.TABLE;
        return code ? ended(Kind.CODE, 0, Inside.CODE) : words(lazy);
      }
      Scanned leaf = leaf(lazy);
      if (leaf != null) {
        return leaf;
      }
      if (!container()) {
        return words(lazy);
      }
      inside = Inside.NOTHING;
      lazy = false;
    }
  }

  /** Goes through the containers that are open; false where the line is not in all of them. */
  private boolean containers() {
    for (int container : before.containers()) {
      if (container == LineState.QUOTE) {
        int indent = cursor.indent();
        LineCursor ahead = cursor;
        if (indent > 3 || line.length() <= ahead.at() || !quoteAhead(indent)) {
          return false;
        }
        quote();
      } else if (cursor.indent() >= container) {
        cursor.skipColumns(container);
      } else if (!cursor.blank()) {
        return false;
      }
      open.add(container);
    }
    return true;
  }

  private boolean quoteAhead(int indent) {
    int at = cursor.at();
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return indent <= 3 && at < line.length() && line.charAt(at) == '>';
  }

  private void quote() {
    cursor.skipBlanks();
    cursor.skip(1);
    cursor.skipColumns(1);
  }

  private Scanned fenced() {
    String rest = cursor.rest().strip();
    String fence = before.fence();
    boolean closes =
        cursor.indent() < 4
            && rest.startsWith(fence)
            && rest.chars().allMatch(c -> c == fence.charAt(0));
    if (closes) {
      return ended(Kind.FENCE, 0, Inside.NOTHING);
    }
    return new Scanned(kind(Kind.CODE, 0), new LineState(open, Inside.CODE, fence, 0));
  }

  private Scanned html(int rule) {
    if (rule >= 6 && cursor.blank()) {
      return ended(Kind.BLANK, 0, Inside.NOTHING);
    }
    if (LineRules.endsHtml(rule, cursor.rest())) {
      return ended(Kind.HTML, 0, Inside.NOTHING);
    }
    return new Scanned(kind(Kind.HTML, 0), new LineState(open, Inside.HTML, "", rule));
  }

  /** A block that holds no others, null where none starts here. */
  private @Nullable Scanned leaf(boolean lazy) {
    int indent = cursor.indent();
    int at = cursor.at();
    String rest = cursor.rest().stripLeading();
    Matcher heading = LineRules.HEADING.matcher(rest);
    if (heading.lookingAt()) {
      cursor.skipColumns(indent);
      cursor.skip(heading.group(1).length());
      cursor.skipBlanks();
      return ended(Kind.HEADING, heading.group(1).length(), Inside.NOTHING);
    }
    Matcher fence = LineRules.FENCE.matcher(rest);
    if (fence.matches()) {
      String marks = fence.group(1) == null ? fence.group(2) : fence.group(1);
      return new Scanned(kind(Kind.FENCE, 0), new LineState(open, Inside.CODE, marks, 0));
    }
    int rule = LineRules.html(rest, inside == Inside.PARAGRAPH);
    if (rule > 0) {
      return html(rule);
    }
    boolean paragraph = inside == Inside.PARAGRAPH && !lazy;
    if (paragraph && LineRules.UNDERLINE.matcher(rest).matches()) {
      return ended(Kind.UNDERLINE, rest.charAt(0) == '=' ? 1 : 2, Inside.NOTHING);
    }
    if (LineRules.isRule(rest)) {
      return ended(Kind.RULE, 0, Inside.NOTHING);
    }
    boolean free = inside != Inside.PARAGRAPH && rest.length() < 2000;
    if (free && rest.startsWith("[") && LineRules.DEFINITION.matcher(rest).matches()) {
      cursor.skipColumns(indent);
      return ended(Kind.DEFINITION, 0, Inside.NOTHING);
    }
    assert cursor.at() == at : "looking moves nothing";
    return null;
  }

  /** Opens a quotation, a list item or a note; false where none starts here. */
  private boolean container() {
    if (open.size() >= Markdown.DEEPEST) {
      return false;
    }
    int indent = cursor.indent();
    String rest = cursor.rest().stripLeading();
    if (rest.startsWith(">")) {
      quote();
      open.add(LineState.QUOTE);
      return true;
    }
    Matcher note = LineRules.NOTE.matcher(rest);
    if (note.lookingAt()) {
      cursor.skipColumns(indent);
      cursor.skip(note.group().stripTrailing().length());
      cursor.skipBlanks();
      open.add(4);
      marker = Marker.NOTE;
      return true;
    }
    Matcher item = LineRules.ITEM.matcher(rest);
    if (!item.lookingAt()) {
      return false;
    }
    boolean empty = rest.substring(item.end()).isBlank();
    // CommonMark 5.2: only an item with words, and of numbers only 1, breaks into a paragraph
    boolean breaksIn = !empty && (item.group(1) == null || item.group(1).equals("1"));
    boolean besideItem = open.size() < before.containers().size();
    if (inside == Inside.PARAGRAPH && !breaksIn && !besideItem) {
      return false;
    }
    item(indent, item, empty);
    return true;
  }

  private void item(int indent, Matcher item, boolean empty) {
    cursor.skipColumns(indent);
    cursor.skip(item.end());
    int blanks = cursor.indent();
    int padding = empty || blanks > 4 ? 1 : blanks;
    cursor.skipColumns(padding);
    open.add(indent + item.end() + padding);
    marker = item.group(1) == null ? Marker.BULLET : Marker.NUMBER;
    Matcher box = LineRules.BOX.matcher(cursor.rest());
    if (box.lookingAt()) {
      marker = box.group(1).equals(" ") ? Marker.TO_DO : Marker.DONE;
      cursor.skip(3);
      cursor.skipBlanks();
    }
  }

  private Scanned words(boolean lazy) {
    cursor.skipBlanks();
    if (inside == Inside.TABLE) {
      return ended(Kind.TABLE_ROW, 0, Inside.TABLE);
    }
    if (lazy) {
      open.clear();
      open.addAll(before.containers());
    }
    return ended(Kind.TEXT, 0, Inside.PARAGRAPH);
  }

  private Scanned ended(Kind kind, int level, Inside holds) {
    return new Scanned(kind(kind, level), LineState.in(open, holds));
  }

  private LineKind kind(Kind kind, int level) {
    int quotes = 0;
    for (int container : open) {
      quotes += container == LineState.QUOTE ? 1 : 0;
    }
    int content = kind == Kind.BLANK ? line.length() : cursor.at();
    return new LineKind(kind, level, quotes, open.size() - quotes, marker, content);
  }
}
