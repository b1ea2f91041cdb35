package galley.ui.editor;

import galley.ui.editor.Block.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a line of a body is from the line, its follower and what the line before it left open,
 * so that one changed line can be styled without reading the rest. It follows CommonMark 0.31 in
 * what a line on its own can show; the page itself comes from the parser. Pure, any thread.
 */
final class Lines {
  /** Nothing is open. */
  static final int NOTHING = 0;

  /** A paragraph is open, so that an indented line is text and {@code ---} underlines it. */
  static final int PARAGRAPH = 1;

  /** A list is open, so that an indented line is part of it. */
  static final int LIST = 2;

  /** An HTML comment is open. */
  static final int COMMENT = 4;

  private static final int FENCED = 8;
  private static final int TILDES = 16;
  private static final int LENGTH = 32;

  /** Above this many characters a line is one run of plain text: what keeps its keys quick. */
  static final int LONG = 20_000;

  /** Above this many characters a line may not have many runs. */
  private static final int DENSE = 2_000;

  private static final int MOST_RUNS = 160;

  // CommonMark 4.2: up to 3 spaces, 1 to 6 hashes, then a blank or the end
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(?:[ \t]+|$)");
  private static final Pattern CLOSING_HASHES = Pattern.compile("[ \t]+#+[ \t]*$");
  // CommonMark 4.5
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,}).*");
  // CommonMark 4.1
  private static final Pattern RULE =
      Pattern.compile(" {0,3}(?:(?:\\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)[ \t]*");
  private static final Pattern QUOTE = Pattern.compile(" {0,3}>");
  static final Pattern ITEM =
      Pattern.compile("([ \t]*)([-*+]|\\d{1,9}[.)])([ \t]+|$)(?:(\\[[ xX]\\])(?=[ \t]))?");
  static final Pattern PICTURE =
      Pattern.compile(
          " {0,3}!\\[((?:[^\\[\\]\\\\]|\\\\.|\\[[^\\]]*\\])*)\\]"
              + "\\(\\s*(<[^>]*>|[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)"
              + "(?:\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'))?\\s*\\)\\s*");
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}(\\[(?:[^\\[\\]\\\\]|\\\\.)+\\]:)(.*)");
  private static final Pattern HTML =
      Pattern.compile(" {0,3}<(?:!--|[?!]|/?[A-Za-z][A-Za-z0-9-]*(?:[\\s/>].*|$))");

  private Lines() {}

  /** What a line is, and one set of {@link Look} bits for each of its UTF-16 units. */
  static final class Line {
    private final Block block;
    private final byte[] looks;

    private Line(Block block, byte[] looks) {
      this.block = block;
      this.looks = looks;
    }

    Block block() {
      return block;
    }

    byte[] looks() {
      return looks;
    }
  }

  /**
   * @param before the {@link Block#after} of the line above, 0 for the first
   * @param next the line below, empty for the last
   */
  static Line read(String line, int before, String next) {
    Line read = fully(line, before, next);
    return line.length() > DENSE ? thinned(read) : read;
  }

  /**
   * A long line in fewer runs: each run is laid out anew with every key. Markup loses its dimness
   * first; where that is not enough, the line is plain.
   */
  private static Line thinned(Line line) {
    if (runs(line.looks) <= MOST_RUNS) {
      return line;
    }
    byte[] fewer = new byte[line.looks.length];
    for (int i = 0; i < fewer.length; i++) {
      fewer[i] = line.looks[i] == Look.MARKUP ? 0 : line.looks[i];
    }
    return new Line(line.block, runs(fewer) <= MOST_RUNS ? fewer : new byte[fewer.length]);
  }

  private static int runs(byte[] looks) {
    int runs = 1;
    for (int i = 1; i < looks.length; i++) {
      runs += looks[i] == looks[i - 1] ? 0 : 1;
    }
    return runs;
  }

  private static Line fully(String line, int before, String next) {
    byte[] looks = new byte[line.length()];
    if (line.length() > LONG) {
      return new Line(new Block(Kind.TEXT, 0, PARAGRAPH), looks);
    }
    if ((before & FENCED) != 0) {
      return fenced(line, before, looks);
    }
    if ((before & COMMENT) != 0) {
      fill(looks, 0, line.length(), Look.MARKUP);
      return new Line(new Block(Kind.HTML, 0, line.contains("-->") ? NOTHING : COMMENT), looks);
    }
    if (line.isBlank()) {
      return new Line(new Block(Kind.BLANK, 0, before & LIST), looks);
    }
    return open(line, before, next, looks);
  }

  private static Line fenced(String line, int before, byte[] looks) {
    char mark = (before & TILDES) != 0 ? '~' : '`';
    String stripped = line.strip();
    boolean closes =
        stripped.length() >= before / LENGTH
            && stripped.chars().allMatch(c -> c == mark)
            && line.indexOf(mark) <= 3;
    fill(looks, 0, line.length(), closes ? Look.MARKUP : Look.CODE);
    return new Line(
        closes ? new Block(Kind.FENCE, 0, NOTHING) : new Block(Kind.CODE, 0, before), looks);
  }

  private static Line open(String line, int before, String next, byte[] looks) {
    Matcher fence = FENCE.matcher(line);
    if (fence.matches()) {
      fill(looks, 0, line.length(), Look.MARKUP);
      int length = fence.group(1).length();
      int tildes = fence.group(1).charAt(0) == '~' ? TILDES : 0;
      return new Line(new Block(Kind.FENCE, 0, FENCED | tildes | length * LENGTH), looks);
    }
    // CommonMark 4.4: an indented line can't interrupt a paragraph
    if ((before & (PARAGRAPH | LIST)) == 0 && (line.startsWith("    ") || line.startsWith("\t"))) {
      fill(looks, 0, line.length(), Look.CODE);
      return new Line(new Block(Kind.CODE, 0, NOTHING), looks);
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.lookingAt()) {
      return heading(line, heading.group(1).length(), heading.end(), looks);
    }
    if ((before & PARAGRAPH) != 0 && UNDERLINE.matcher(line).matches()) {
      fill(looks, 0, line.length(), Look.MARKUP);
      return new Line(new Block(Kind.RULE, 0, NOTHING), looks);
    }
    if (RULE.matcher(line).matches()) {
      fill(looks, 0, line.length(), Look.MARKUP);
      return new Line(new Block(Kind.RULE, 0, NOTHING), looks);
    }
    if (PICTURE.matcher(line).matches()) {
      Inlines.mark(line, 0, looks);
      return new Line(new Block(Kind.PICTURE, 0, PARAGRAPH), looks);
    }
    return text(line, before, next, looks);
  }

  private static Line heading(String line, int level, int start, byte[] looks) {
    Inlines.mark(line, start, looks);
    fill(looks, 0, start, Look.MARKUP | Look.HASHES);
    Matcher closing = CLOSING_HASHES.matcher(line);
    if (closing.find() && closing.start() >= start) {
      fill(looks, closing.start(), line.length(), Look.MARKUP);
    }
    return new Line(new Block(Kind.HEADING, level, NOTHING), looks);
  }

  private static Line text(String line, int before, String next, byte[] looks) {
    if (QUOTE.matcher(line).lookingAt()) {
      int start = 0;
      while (start < line.length() && (line.charAt(start) == '>' || line.charAt(start) == ' ')) {
        start++;
      }
      Inlines.mark(line, start, looks);
      fill(looks, 0, start, Look.MARKUP);
      return new Line(new Block(Kind.QUOTE, 0, NOTHING), looks);
    }
    Matcher item = ITEM.matcher(line);
    if (item.lookingAt() && (item.group(1).length() < 4 || (before & LIST) != 0)) {
      Inlines.mark(line, item.end(), looks);
      fill(looks, 0, item.end(), Look.MARKUP);
      return new Line(new Block(Kind.ITEM, 0, LIST | PARAGRAPH), looks);
    }
    Matcher definition = DEFINITION.matcher(line);
    if ((before & PARAGRAPH) == 0 && definition.matches()) {
      Inlines.mark(line, definition.end(1), looks);
      fill(looks, 0, definition.end(1), Look.MARKUP);
      return new Line(new Block(Kind.TEXT, 0, PARAGRAPH), looks);
    }
    if ((before & PARAGRAPH) == 0 && HTML.matcher(line).lookingAt()) {
      Inlines.mark(line, 0, looks);
      boolean comment = line.stripLeading().startsWith("<!--") && !line.contains("-->");
      return new Line(new Block(Kind.HTML, 0, comment ? COMMENT : NOTHING), looks);
    }
    Inlines.mark(line, 0, looks);
    if (line.stripLeading().startsWith("|")) {
      boolean rule = line.matches("[|:\\- \t]+");
      for (int i = 0; i < line.length(); i++) {
        if (rule || line.charAt(i) == '|') {
          looks[i] = Look.MARKUP;
        }
      }
      return new Line(new Block(Kind.TABLE, 0, NOTHING), looks);
    }
    // CommonMark 4.3: an underlined paragraph of one line is a heading
    Matcher underline = UNDERLINE.matcher(next);
    if ((before & (PARAGRAPH | LIST)) == 0 && underline.matches()) {
      return new Line(
          new Block(Kind.HEADING, next.strip().charAt(0) == '=' ? 1 : 2, PARAGRAPH), looks);
    }
    return new Line(new Block(Kind.TEXT, 0, before & LIST | PARAGRAPH), looks);
  }

  static void fill(byte[] looks, int from, int to, int bits) {
    for (int i = from; i < to; i++) {
      looks[i] = (byte) bits;
    }
  }
}
