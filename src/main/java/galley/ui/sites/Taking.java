package galley.ui.sites;

import galley.asset.Messages;
import galley.post.Site;
import galley.text.LanguageTag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says why something that was typed about a site can't be taken. */
final class Taking {
  private Taking() {}

  static Optional<String> name(String typed) {
    return typed.isEmpty() ? Optional.of(Messages.text("sites.name.none")) : Optional.empty();
  }

  static Optional<String> address(String typed) {
    try {
      var _ = Site.of(new UUID(0, 0), "x", typed, "en");
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(Messages.text("sites.address.bad"));
    }
  }

  static Optional<String> language(String typed) {
    return LanguageTag.of(typed).isPresent()
        ? Optional.empty()
        : Optional.of(Messages.text("sites.language.bad"));
  }

  /** Addresses, one on a line, each with what people leave away at its beginning. */
  static String completed(String typed) {
    return typed
        .lines()
        .map(String::strip)
        .map(line ->
            line.matches("[^\\s@:/]+@[\\w-]+(\\.[\\w-]+)+") ? "mailto:" + line : Site.web(line))
        .collect(Collectors.joining("\n"));
  }

  /** Web addresses, one on a line. */
  static Optional<String> links(String typed) {
    return links(typed, false).stream()
        .findFirst()
        .map(bad -> Messages.text("sites.link.bad", bad));
  }

  /** The addresses typed, one on a line. */
  static List<String> lines(String typed) {
    return links(typed, true);
  }

  private static List<String> links(String typed, boolean good) {
    return typed
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && Site.isLink(line) == good)
        .distinct()
        .toList();
  }
}
