package galley.ui.preview;

import java.util.List;

/**
 * A page in the pieces the preview needs.
 *
 * @param root the opening tag {@code <html …>}
 * @param css the theme's style sheet
 * @param before what stands in {@code body} before the first block
 * @param blocks the page's blocks in order
 * @param after what stands in {@code body} after the last block
 */
record PageSheet(String root, String css, String before, List<Block> blocks, String after) {
  /**
   * A part of the page that is replaced as a whole.
   *
   * @param html none, one or more elements, each closed
   * @param firstLine of the body's source, from 0; −1 where it comes from no line
   * @param lastLine the last line it comes from
   */
  record Block(String html, int firstLine, int lastLine) {}

  PageSheet {
    blocks = List.copyOf(blocks);
  }

  List<String> html() {
    return blocks.stream().map(Block::html).toList();
  }

  /** Whether the page can become the other by changing blocks. */
  boolean sameShell(PageSheet other) {
    return root.equals(other.root)
        && css.equals(other.css)
        && before.equals(other.before)
        && after.equals(other.after);
  }

  /** The page up to its so many first blocks. */
  PageSheet first(int count) {
    return count >= blocks.size()
        ? this
        : new PageSheet(root, css, before, blocks.subList(0, count), after);
  }

  /** Up to where blocks go, from a place on, that together have so many characters. */
  int blocksWithin(int from, int characters) {
    int end = from;
    int size = 0;
    while (end < blocks.size() && (end == from || size < characters)) {
      size += blocks.get(end++).html().length();
    }
    return end;
  }
}
