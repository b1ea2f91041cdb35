package galley.export;

import java.util.Map;
import java.util.UUID;

/**
 * What the last build of a site made, and from what. Held in memory as a whole: some hundred bytes
 * a page.
 *
 * @param cards of posts, for those that have not changed since
 * @param articles by the paths of their posts
 * @param files all other files, with the key of what each was made from
 */
record BuildState(
    Map<UUID, SiteCard> cards, Map<String, MadeArticle> articles, Map<String, Keyed> files) {
  /** A file with the key of what it was made from. */
  record Keyed(String key, Made made) {}

  static BuildState empty() {
    return new BuildState(Map.of(), Map.of(), Map.of());
  }
}
