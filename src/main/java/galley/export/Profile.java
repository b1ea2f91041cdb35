package galley.export;

import java.util.Locale;
import java.util.Optional;

/** The site generator a Markdown bundle is laid out for. */
public enum Profile {
  PLAIN,
  HUGO,
  JEKYLL,
  ELEVENTY,
  ASTRO;

  /** The name used in commands. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Profile> of(String key) {
    for (Profile profile : values()) {
      if (profile.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
