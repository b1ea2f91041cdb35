package galley.markdown;

import galley.text.Slug;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of places on one page, none twice. A name in {@link #OF_THE_PAGE} and names like those
 * of footnotes are never given away.
 */
final class Ids {
  static final Set<String> OF_THE_PAGE =
      Set.of("article", "content", "footer", "footnotes", "header", "main", "nav", "page", "top");
  private static final Pattern FOOTNOTE = Pattern.compile("fn(ref)?-\\d+(-\\d+)?");
  private static final Pattern WRITTEN = Pattern.compile("[^\\s\"'<>&]{1,200}");

  private final Set<String> taken = new HashSet<>(OF_THE_PAGE);
  private final Map<String, Integer> next = new HashMap<>();

  /** A name made from a heading's text. */
  String of(String text) {
    String slug = Slug.of(text);
    if (claim(slug)) {
      return slug;
    }
    int number = next.getOrDefault(slug, 2);
    while (!claim(slug + "-" + number)) {
      number++;
    }
    next.put(slug, number + 1);
    return slug + "-" + number;
  }

  /** Takes a name as it is; false where it is taken already or can't be a name. */
  boolean take(String id) {
    return WRITTEN.matcher(id).matches() && claim(id);
  }

  private boolean claim(String id) {
    return !FOOTNOTE.matcher(id).matches() && taken.add(id);
  }
}
