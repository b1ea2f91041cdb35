package galley.store;

import java.util.List;

/**
 * What a search found.
 *
 * @param total posts that fit, of which the hits are the best
 */
public record SearchResult(long total, long millis, List<Hit> hits) {
  public SearchResult {
    hits = List.copyOf(hits);
  }
}
