package galley.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Names of languages (BCP 47), as people type them. */
public final class LanguageTag {
  private LanguageTag() {}

  /** The tag in its usual form, such as {@code pt-BR}; empty where it is none. */
  public static Optional<String> of(String written) {
    try {
      String tag = new Locale.Builder().setLanguageTag(written.strip()).build().toLanguageTag();
      return written.isBlank() || tag.equals("und") ? Optional.empty() : Optional.of(tag);
    } catch (IllformedLocaleException e) {
      return Optional.empty(); // half-typed tags are nothing unusual
    }
  }
}
