package galley.text;

import java.util.Arrays;

/**
 * Where each line of a text starts. Lines end at LF, CRLF or CR (CommonMark 2.1); lines and columns
 * count from 0, offsets are UTF-16 units. Immutable.
 */
public final class LineIndex {
  private final int[] starts;
  private final int length;

  public LineIndex(CharSequence text) {
    length = text.length();
    int[] found = new int[Math.max(16, length / 40)];
    int lines = 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !(i + 1 < length && text.charAt(i + 1) == '\n')) {
        if (lines == found.length) {
          found = Arrays.copyOf(found, lines * 2);
        }
        found[lines++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, lines);
  }

  /** The number of lines, at least 1. */
  public int lines() {
    return starts.length;
  }

  /** The offset of the line's first unit. */
  public int start(int line) {
    return starts[line];
  }

  /** The offset after the line and its line ending. */
  public int end(int line) {
    return line + 1 < starts.length ? starts[line + 1] : length;
  }

  /** The line that holds the offset. */
  public int lineOf(int offset) {
    if (offset < 0 || offset > length) {
      throw new IndexOutOfBoundsException("No offset " + offset + " in " + length);
    }
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
