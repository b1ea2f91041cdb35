package galley.review;

import java.util.List;

/**
 * A stretch of text that one edit took away, and what of it each anchor held.
 *
 * @param number the edit
 * @param text what was taken away
 */
record Removal(long number, String text, List<Fragment> fragments) {
  /**
   * What an anchor held of the stretch.
   *
   * @param from the first unit, from the start of the stretch
   * @param to the unit after the last; {@code from} where the anchor was a mere point
   */
  record Fragment(Held held, int from, int to) {
    boolean isPoint() {
      return from == to;
    }

    int length() {
      return to - from;
    }
  }
}
