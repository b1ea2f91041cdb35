package galley.desk;

/**
 * Where a person was in a post.
 *
 * @param caret UTF-16 offset in the body, at least 0
 * @param scroll the source line at the top of the view, with its fraction
 */
public record PostPlace(int caret, double scroll) {
  static final PostPlace START = new PostPlace(0, 0);
}
