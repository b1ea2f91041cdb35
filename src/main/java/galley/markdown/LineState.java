package galley.markdown;

import java.util.List;

/**
 * What a line must know of those above it.
 *
 * @param containers the quotations ({@link #QUOTE}), list items and notes that are open, outermost
 *     first; an item or note by the columns its lines are indented
 * @param inside what the innermost holds open
 * @param fence the fence that closes fenced code, empty where none is open
 * @param html the rule that ends a block of HTML (CommonMark 4.6, 1 to 7), 0 where none is open
 */
record LineState(List<Integer> containers, Inside inside, String fence, int html) {
  static final int QUOTE = -1;
  static final LineState START = new LineState(List.of(), Inside.NOTHING, "", 0);

  /** What is open and a line can go on with. */
  enum Inside {
    NOTHING,
    PARAGRAPH,
    TABLE_HEAD,
    TABLE,
    CODE,
    HTML
  }

  LineState {
    containers = List.copyOf(containers);
  }

  static LineState in(List<Integer> containers, Inside inside) {
    return new LineState(containers, inside, "", 0);
  }
}
