package galley.export;

import galley.post.Details;
import galley.post.PublicationDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was put right after a post was published: the front-matter key {@code corrections}, a list
 * of texts or of maps with {@code date} and {@code text}.
 */
final class Corrections {
  /** One of them, in plain text. */
  record Correction(Optional<LocalDate> day, String text) {}

  private Corrections() {}

  static List<Correction> of(Details details) {
    List<Correction> corrections = new ArrayList<>();
    Object value = details.extra().get("corrections");
    List<?> entries =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    for (Object entry : entries) {
      if (entry instanceof String text && !text.isBlank()) {
        corrections.add(new Correction(Optional.empty(), text.strip()));
      } else if (entry instanceof Map<?, ?> map && map.get("text") instanceof String text) {
        Optional<LocalDate> day =
            Optional.<Object>ofNullable(map.get("date"))
                .flatMap(date -> PublicationDate.parse(date.toString()))
                .map(PublicationDate::day);
        corrections.add(new Correction(day, text.strip()));
      }
    }
    return corrections;
  }
}
