package galley.ui.details;

import galley.post.KeptSite;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where a post is published.
 *
 * @param sites all there are
 * @param given the one the post was given to
 */
public record Home(List<KeptSite> sites, Optional<UUID> given) {
  /** A library without sites. */
  public static final Home NONE = new Home(List.of(), Optional.empty());

  public Home {
    sites = List.copyOf(sites);
  }

  /** The names of the sites that take every post that has none. */
  String takers() {
    return sites.stream()
        .filter(KeptSite::allPosts)
        .map(kept -> kept.site().name())
        .collect(Collectors.joining(", "));
  }

  /** The name of the site the post belongs to, by its own choice or because it takes all. */
  Optional<String> name() {
    return given
        .flatMap(id -> sites.stream().filter(kept -> kept.site().id().equals(id)).findFirst())
        .map(kept -> kept.site().name())
        .or(() -> Optional.of(takers()).filter(names -> !names.isEmpty()));
  }
}
