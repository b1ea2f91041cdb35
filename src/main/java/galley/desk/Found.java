package galley.desk;

import java.util.List;
import java.util.UUID;

/**
 * What a search found.
 *
 * @param total posts that match, also those beyond the limit
 * @param millis how long it took
 */
public record Found(long total, long millis, List<Hit> hits) {
  public Found {
    hits = List.copyOf(hits);
  }

  /**
   * One post that matches.
   *
   * @param excerpts pieces of its text; what was found stands between U+0001 and U+0002
   */
  public record Hit(UUID post, String slug, String headline, double score, List<String> excerpts) {
    public Hit {
      excerpts = List.copyOf(excerpts);
    }
  }
}
