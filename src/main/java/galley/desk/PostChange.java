package galley.desk;

import java.util.UUID;

/**
 * What a publication does to one post.
 *
 * @param path where it lies below the site's home; where it goes, where it lay
 */
public record PostChange(UUID post, Kind kind, String slug, String headline, String path) {
  /** From the view of a reader. */
  public enum Kind {
    /** It was not there. */
    NEW,
    /** It says something else. */
    CHANGED,
    /** It is no longer there. */
    GONE
  }
}
