package galley.markdown;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The levels of headings on the page, whose own heading is level 1: each as deep as it stands in
 * the outline, so that none is skipped. Asked for every heading in the order of the page.
 */
final class Levels {
  private final Deque<Integer> open = new ArrayDeque<>();
  private final boolean asWritten;

  Levels(Dialect dialect) {
    asWritten = dialect == Dialect.COMMONMARK;
  }

  /** The level on the page of the next heading, 2 to 6. */
  int next(int written) {
    if (asWritten) {
      return written;
    }
    while (!open.isEmpty() && open.peek() >= written) {
      open.pop();
    }
    open.push(written);
    return Math.min(6, 1 + open.size());
  }
}
