package galley.desk;

import galley.post.Draft;
import galley.post.Finding;
import galley.post.ImageRef;
import galley.text.Sha256;
import galley.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Errors that readers were given nevertheless, each with why. They are not asked about again while
 * they are what they were: the same rule about the same words and the same picture. One that was
 * mended, and comes back later, is asked about.
 *
 * @param reasons by post, then by the mark of the error
 */
record PassedOver(Map<UUID, Map<String, String>> reasons) {
  static final PassedOver NOTHING = new PassedOver(Map.of());

  /** What the newest publication to each destination passed over. */
  static PassedOver of(SiteLog log) {
    Map<String, LogEntry> newest = new HashMap<>();
    log.entries().stream()
        .filter(entry -> entry.kind() == LogEntry.Kind.PUBLISHED)
        .forEach(entry -> newest.put(entry.destination(), entry));
    Map<UUID, Map<String, String>> all = new HashMap<>();
    newest
        .values()
        .forEach(entry ->
            entry
                .passed()
                .forEach(
                    (post, some) -> all.computeIfAbsent(post, _ -> new HashMap<>()).putAll(some)));
    return new PassedOver(all);
  }

  /** Why an error was passed over; empty where it was not. */
  Optional<String> why(UUID post, String mark) {
    return Optional.ofNullable(of(post).get(mark));
  }

  Map<String, String> of(UUID post) {
    return reasons.getOrDefault(post, Map.of());
  }

  /** What each finding is known by, however far the text around it has moved. */
  static List<String> marks(Draft draft, List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> marks = new ArrayList<>();
    for (Finding finding : findings) {
      String picture = draft.image(finding.words()).flatMap(ImageRef::sha256).orElse("");
      String what =
          String.join(
              "\n",
              finding.rule(),
              finding.words(),
              finding.span().map(span -> in(draft.body(), span)).orElse(""),
              picture);
      int nth = seen.merge(what, 1, Integer::sum);
      marks.add(Sha256.of(what + "\n" + nth).substring(0, 16));
    }
    return marks;
  }

  private static String in(String body, Span span) {
    int start = Math.clamp(span.start(), 0, body.length());
    return body.substring(start, Math.clamp(span.end(), start, body.length()));
  }
}
