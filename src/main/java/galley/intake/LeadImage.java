package galley.intake;

import galley.post.ImageRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture as front matter names it: a path, or a map of a path and words. */
final class LeadImage {
  private static final List<String> PATH = List.of("src", "url", "path", "file", "image");
  private static final List<String> ALT = List.of("alt", "imagealt", "alttext");
  private static final List<String> CAPTION = List.of("caption", "title");
  private static final List<String> CREDIT = List.of("credit", "attribution", "photographer");
  private static final List<String> LICENCE = List.of("licence", "license");

  private LeadImage() {}

  static Optional<ImageRef> of(@Nullable Object value) {
    if (value instanceof String path && !path.isBlank()) {
      return Optional.of(ImageRef.place(path.strip()));
    }
    if (value instanceof Map<?, ?> map) {
      return find(map, PATH)
          .map(path ->
              ImageRef.place(path)
                  .withWords(
                      find(map, ALT).orElse(""),
                      find(map, CAPTION).orElse(""),
                      find(map, CREDIT).orElse(""),
                      find(map, LICENCE).orElse(""),
                      Boolean.TRUE.equals(map.get("decorative"))));
    }
    return Optional.empty();
  }

  /** Whether {@link #of} has understood all of it. */
  static boolean isWhole(@Nullable Object value) {
    return !(value instanceof Map<?, ?> map)
        || map.keySet().stream()
            .map(LeadImage::plain)
            .allMatch(key ->
                PATH.contains(key)
                    || ALT.contains(key)
                    || CAPTION.contains(key)
                    || CREDIT.contains(key)
                    || LICENCE.contains(key)
                    || key.equals("decorative"));
  }

  private static Optional<String> find(Map<?, ?> map, List<String> names) {
    return map.entrySet().stream()
        .filter(entry -> names.contains(plain(entry.getKey())))
        .flatMap(entry -> Keys.words(entry.getValue()).stream())
        .findFirst();
  }

  private static String plain(@Nullable Object key) {
    return String.valueOf(key).replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }
}
