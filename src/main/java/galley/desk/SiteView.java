package galley.desk;

import galley.post.KeptSite;
import galley.post.Site;

/**
 * A site as a list shows it.
 *
 * @param posts that belong to it and are not in the bin
 * @param ready of those, the ones that are ready or published: what a publication takes
 */
public record SiteView(KeptSite kept, int posts, int ready) {
  public Site site() {
    return kept.site();
  }
}
