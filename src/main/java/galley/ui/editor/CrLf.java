package galley.ui.editor;

import java.util.Arrays;

/**
 * Turns offsets in a body whose lines may end in CRLF into those of the area, where they end in LF,
 * and back. Immutable, any thread.
 */
final class CrLf {
  private static final CrLf NONE = new CrLf(new int[0]);

  /** Where each pair's LF is in the area's text. */
  private final int[] ends;

  private CrLf(int[] ends) {
    this.ends = ends;
  }

  static CrLf of(String body) {
    if (body.indexOf('\r') < 0) {
      return NONE;
    }
    int[] ends = new int[16];
    int pairs = 0;
    for (int i = body.indexOf("\r\n"); i >= 0; i = body.indexOf("\r\n", i + 2)) {
      ends = pairs == ends.length ? Arrays.copyOf(ends, pairs * 2) : ends;
      ends[pairs] = i - pairs;
      pairs++;
    }
    return pairs == 0 ? NONE : new CrLf(Arrays.copyOf(ends, pairs));
  }

  /** An offset of the area for one of the body; between CR and LF it is before both. */
  int toPlain(int offset) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] + middle + 1 < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean inside = low < ends.length && ends[low] + low + 1 == offset;
    return offset - low - (inside ? 1 : 0);
  }

  /** An offset of the body for one of the area. */
  int toBody(int offset) {
    int at = Arrays.binarySearch(ends, offset);
    return offset + (at < 0 ? -at - 1 : at);
  }
}
