package galley.intake;

import galley.post.PublicationDate;
import galley.text.Slug;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a post's file name says: Jekyll's {@code 2026-11-23-slug.md}, the folder of Hugo's {@code
 * slug/index.md}, or the name alone.
 *
 * @param stem the name without its date and its extension
 * @param date the date in front of it
 */
record FileName(String stem, Optional<PublicationDate> date) {
  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[-_ ](.+)");

  /** Reads a path with {@code /} between its parts. */
  static FileName of(String path) {
    String[] parts = path.split("/", -1);
    String name = parts[parts.length - 1];
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    if (stem.equalsIgnoreCase("index") && parts.length > 1) {
      stem = parts[parts.length - 2];
    }
    Matcher dated = DATED.matcher(stem);
    if (dated.matches()) {
      Optional<PublicationDate> date = PublicationDate.parse(dated.group(1));
      if (date.isPresent()) {
        return new FileName(dated.group(2), date);
      }
    }
    return new FileName(stem, Optional.empty());
  }

  /** The slug the name gives, unless it is not made to be one ("Untitled document (3)"). */
  Optional<String> slug() {
    return Slug.isValid(stem) ? Optional.of(stem) : Optional.empty();
  }

  /** The name as a headline: "why-we-wait" is "Why we wait". */
  String headline() {
    String words = stem.replaceAll("[-_\\s]+", " ").strip();
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
