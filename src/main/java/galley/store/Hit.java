package galley.store;

import java.util.List;
import java.util.UUID;

/**
 * A post that a search found.
 *
 * @param excerpts of its text, the words found between U+0001 and U+0002
 */
public record Hit(UUID post, String slug, String headline, float score, List<String> excerpts) {
  public Hit {
    excerpts = List.copyOf(excerpts);
  }
}
