package galley.desk;

import galley.store.Library;
import galley.store.SiteFact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The posts that were taken down from a site and stay in the library. Blocks. */
final class Withdrawn {
  private static final String KIND = "withdrawn";

  private Withdrawn() {}

  static Set<UUID> of(Library library, UUID site) {
    return library.sites().facts(site, KIND).stream()
        .map(fact -> UUID.fromString(fact.name()))
        .collect(Collectors.toSet());
  }

  /** Takes a post down with the next publication, or lets it be published again. */
  static void set(Library library, UUID site, UUID post, boolean down) {
    library.sites().note(site, List.of(new SiteFact(KIND, post.toString(), down ? "{}" : "")));
  }
}
