package galley.export;

import java.util.Map;
import java.util.Optional;

/**
 * What a page knows of the site it stands on.
 *
 * @param name as readers see it
 * @param address of its home, absolute
 * @param head lines for the page's {@code head} element, HTML
 * @param section the address of the post's section
 * @param tags the addresses of the post's tags, by their names
 * @param authors the addresses of those it is by, by their names
 */
public record PageSite(
    String name,
    String address,
    String head,
    Optional<String> section,
    Map<String, String> tags,
    Map<String, String> authors) {
  public PageSite {
    tags = Map.copyOf(tags);
    authors = Map.copyOf(authors);
  }
}
