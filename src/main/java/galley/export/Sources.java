package galley.export;

import galley.post.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * What readers get to see of a post's sources: links and documents. Interviews stay in the house,
 * their text may name people who were promised that nobody would; so do addresses that are files on
 * someone's computer.
 */
final class Sources {
  private Sources() {}

  static List<Source> shown(List<Source> sources) {
    return sources.stream()
        .filter(source -> source.kind() != Source.Kind.INTERVIEW)
        .filter(source -> !source.title().isBlank() || link(source).isPresent())
        .toList();
  }

  /** The source's address on the web, where it has one. */
  static Optional<String> link(Source source) {
    return web(source.address());
  }

  /** A page, a minute, a table: an address that is neither a link nor a place on a disk. */
  static Optional<String> place(Source source) {
    String address = source.address().strip();
    boolean isFile = address.contains("/") || address.contains("\\") || address.contains(":\\");
    return address.isEmpty() || isFile || address.startsWith("file:")
        ? Optional.empty()
        : Optional.of(address);
  }

  /** The text as an address of the web that a browser can open. */
  static Optional<String> web(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
