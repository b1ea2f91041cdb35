package galley.desk;

import galley.export.Bundle;
import galley.export.SiteBundle;
import galley.post.PostSummary;
import java.util.List;

/**
 * A site that was built and has not left the desk.
 *
 * @param waiting posts whose date has not come
 */
public record BuiltSite(SiteView site, SiteBundle made, List<PostSummary> waiting) {
  public BuiltSite {
    waiting = List.copyOf(waiting);
  }

  public Bundle bundle() {
    return made.bundle();
  }
}
