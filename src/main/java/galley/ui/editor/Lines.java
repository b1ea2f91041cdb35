package galley.ui.editor;

import galley.markdown.LineKind;
import galley.markdown.LineKinds;
import galley.markdown.Mark;
import galley.markdown.Marks;
import galley.text.Span;
import galley.ui.editor.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Tells how lines look from what the parser's rules make of them. Pure, any thread. */
final class Lines {
  /** Above this many characters a line may not have many runs. */
  private static final int DENSE = 2_000;

  private static final int MOST_RUNS = 160;

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
   * The looks of the lines of one paragraph.
   *
   * @param paragraph as {@link LineKinds#paragraph} tells it
   */
  static List<Line> read(LineKinds kinds, Span paragraph, IntFunction<String> text) {
    List<String> lines = new ArrayList<>(paragraph.length());
    List<LineKind> all = new ArrayList<>(paragraph.length());
    for (int i = paragraph.start(); i < paragraph.end(); i++) {
      lines.add(text.apply(i));
      all.add(kinds.get(i));
    }
    List<List<Mark>> marks = Marks.of(lines, all);
    LineKind last = all.getLast();
    List<Line> read = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Block block = block(line, all.get(i), last);
      Line looking = new Line(block, looks(line, all.get(i), block, marks.get(i)));
      read.add(line.length() > DENSE ? thinned(looking) : looking);
    }
    return read;
  }

  /**
   * @param last the kind of the last line of the paragraph: where that is an underlined heading,
   *     the lines above belong to the heading too
   */
  private static Block block(String line, LineKind kind, LineKind last) {
    if (kind.quotes() > 0) {
      return new Block(Kind.QUOTE, 0);
    }
    boolean item = kind.marker() != LineKind.Marker.NONE && kind.marker() != LineKind.Marker.NOTE;
    if (item && kind.kind() != LineKind.Kind.FENCE) {
      return new Block(Kind.ITEM, 0);
    }
    if (last.kind() == LineKind.Kind.HEADING) {
      return new Block(Kind.HEADING, last.level(), HeadingMarks.hashes(line).isPresent());
    }
    return new Block(
        switch (kind.kind()) {
          case BLANK -> kind.marker() == LineKind.Marker.NONE ? Kind.BLANK : Kind.TEXT;
          case TEXT -> PictureLine.of(line).isPresent() ? Kind.PICTURE : Kind.TEXT;
          case HEADING -> Kind.HEADING;
          case DEFINITION -> Kind.TEXT;
          case UNDERLINE, RULE -> Kind.RULE;
          case FENCE -> Kind.FENCE;
          case CODE -> Kind.CODE;
          case HTML -> Kind.HTML;
          case TABLE_HEAD, TABLE_RULE, TABLE_ROW -> Kind.TABLE;
          case PICTURE -> Kind.PICTURE;
        },
        0);
  }

  private static byte[] looks(String line, LineKind kind, Block block, List<Mark> marks) {
    byte[] looks = new byte[line.length()];
    for (Mark mark : marks) {
      fill(looks, mark.start(), mark.end(), bits(mark));
    }
    int content = Math.min(kind.content(), line.length());
    if (block.kind() == Kind.HEADING && line.lastIndexOf('#', content - 1) >= 0) {
      fill(looks, 0, content, Look.MARKUP | Look.HASHES);
    }
    return looks;
  }

  private static int bits(Mark mark) {
    int bits =
        (mark.has(Mark.STRONG) ? Look.BOLD : 0)
            | (mark.has(Mark.EMPHASIS) ? Look.ITALIC : 0)
            | (mark.has(Mark.STRUCK) ? Look.STRIKE : 0);
    if (mark.has(Mark.MARKUP | Mark.HTML)) {
      return bits | Look.MARKUP;
    }
    boolean leads = mark.has(Mark.LINK | Mark.ADDRESS | Mark.PICTURE | Mark.NOTE);
    return bits | (mark.has(Mark.CODE) ? Look.CODE : 0) | (leads ? Look.LINK : 0);
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

  private static void fill(byte[] looks, int from, int to, int bits) {
    for (int i = from; i < to; i++) {
      looks[i] = (byte) bits;
    }
  }
}
