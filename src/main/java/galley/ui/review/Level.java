package galley.ui.review;

/**
 * Where a note's words stand.
 *
 * @param order their place from the beginning, for sorting
 * @param y the top of their first line in the window's pixels; infinite where that is far from view
 */
public record Level(int order, double y) {
  /** A note that is not to be found. */
  public static final Level NOWHERE = new Level(Integer.MAX_VALUE, Double.POSITIVE_INFINITY);
}
