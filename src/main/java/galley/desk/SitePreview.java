package galley.desk;

import galley.export.Theme;
import galley.post.Site;
import java.nio.file.Path;
import java.util.List;

/**
 * A site as it would be with the open post on it, for looking at.
 *
 * @param folder where it lies, with its home at {@code index.html}; that of the last build
 * @param article the open post's path below the home
 * @param pages that have to do with the post, and those every site has
 */
public record SitePreview(Path folder, String article, List<Page> pages) {
  public SitePreview {
    pages = List.copyOf(pages);
  }

  /** What a page shows. */
  public enum Kind {
    HOME,
    SECTION,
    TAG,
    AUTHOR,
    ARCHIVE,
    CORRECTIONS,
    SEARCH,
    NOT_FOUND
  }

  /**
   * A page that can be looked at.
   *
   * @param name of the section, tag or author
   * @param path below the home
   */
  public record Page(Kind kind, String name, String path) {}

  /**
   * The site that a post is published on, and how it looks.
   *
   * @param pages that it most likely has; a build knows
   */
  public record Around(Site site, Theme theme, List<Page> pages) {
    public Around {
      pages = List.copyOf(pages);
    }
  }
}
