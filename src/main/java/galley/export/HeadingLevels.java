package galley.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Closes gaps in the levels of a page's headings: below the headline comes level 2, and none is
 * skipped on the way down (WCAG technique H42). Writers choose level 3 for its size; those who
 * listen to a page need its order. For the blocks of one page, in their order.
 */
final class HeadingLevels {
  // Text and attributes hold no bare angle bracket, so this is always a tag
  private static final Pattern TAG = Pattern.compile("<(/?)h([1-6])(?=[\\s>])");

  private final Deque<Integer> above = new ArrayDeque<>();
  private int level = 1;

  /** The block's HTML with its headings at their levels. */
  String closed(String html) {
    Matcher tag = TAG.matcher(html);
    if (!tag.find()) {
      return html;
    }
    return tag.replaceAll(found -> {
      if (found.group(1).isEmpty()) {
        int written = Integer.parseInt(found.group(2));
        while (!above.isEmpty() && above.getLast() >= written) {
          above.removeLast();
        }
        above.addLast(written);
        level = Math.min(6, above.size() + 1);
      }
      return "<" + found.group(1) + "h" + level;
    });
  }
}
