package galley.ui.library;

import galley.post.PostSummary;
import java.util.List;

/**
 * One line of the list.
 *
 * @param excerpts where words were searched for: passages with the hits between {@code U+0001} and
 *     {@code U+0002}; else empty
 */
record Row(PostSummary post, List<String> excerpts) {
  Row {
    excerpts = List.copyOf(excerpts);
  }

  static Row of(PostSummary post) {
    return new Row(post, List.of());
  }
}
