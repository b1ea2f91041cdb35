package galley.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A site as a library keeps it.
 *
 * @param allPosts whether every post belongs to it that belongs to no site of its own
 * @param destinations where it is published, each by its name
 * @param unknown what a newer Galley said about it: an object as JSON, kept as it came
 */
public record KeptSite(
    Site site, boolean allPosts, List<Destination> destinations, String unknown) {
  /** Says nothing more. */
  public static final String NOTHING = "{}";

  public KeptSite {
    destinations = List.copyOf(destinations);
  }

  /** A site that this program made. */
  public static KeptSite of(Site site, boolean allPosts) {
    return new KeptSite(site, allPosts, List.of(), NOTHING);
  }

  /** The same with another site of the same id. */
  public KeptSite with(UnaryOperator<Site> change) {
    return new KeptSite(change.apply(site), allPosts, destinations, unknown);
  }

  public KeptSite withAllPosts(boolean all) {
    return new KeptSite(site, all, destinations, unknown);
  }

  /** The same, published elsewhere. */
  public KeptSite withDestinations(List<Destination> all) {
    return new KeptSite(site, allPosts, all, unknown);
  }

  /** The destination of this name. */
  public Optional<Destination> destination(String name) {
    return destinations.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The fingerprints of the pictures that belong to the site and to no post. */
  public List<String> pictures() {
    List<String> pictures = new ArrayList<>();
    site.authors().stream()
        .map(Site.Contributor::picture)
        .flatMap(Optional::stream)
        .forEach(pictures::add);
    site.settings().values().stream()
        .filter(value -> value.matches("[0-9a-f]{64}"))
        .sorted()
        .forEach(pictures::add);
    return pictures.stream().distinct().toList();
  }
}
