package galley.desk;

import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.review.Signing;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Compares signatures, about one a millisecond, and remembers in the library's cache which events
 * were found to fit. Where that is lost or damaged, they are compared again.
 */
final class Signatures {
  private static final Logger LOG = Logger.getLogger(Signatures.class.getName());

  private final Path folder;

  /**
   * Signatures that are remembered in a folder, one file a post.
   *
   * @param folder may be deleted at any time
   */
  Signatures(Path folder) {
    this.folder = folder;
  }

  /** Whether each of these events, or one made later, fits. */
  Predicate<ReviewEvent> of(UUID post, List<ReviewEvent> events) {
    Map<ReviewEvent, Boolean> known = Collections.synchronizedMap(new IdentityHashMap<>());
    if (!events.isEmpty()) {
      Set<String> before = read(post);
      Map<String, ReviewEvent> unknown = new TreeMap<>();
      for (ReviewEvent event : events) {
        String sha256 = Sha256.of(ReviewEventJson.write(event));
        if (before.contains(sha256)) {
          known.put(event, true);
        } else {
          unknown.put(sha256, event);
        }
      }
      List<String> fitting =
          unknown.entrySet().parallelStream()
              .filter(entry -> {
                boolean fits = Signing.fits(entry.getValue());
                known.put(entry.getValue(), fits);
                return fits;
              })
              .map(Map.Entry::getKey)
              .toList();
      remember(post, fitting);
    }
    return event -> known.computeIfAbsent(event, Signing::fits);
  }

  private Path file(UUID post) {
    return folder.resolve(post + ".txt");
  }

  private Set<String> read(UUID post) {
    try {
      return Files.exists(file(post))
          ? Files.readAllLines(file(post), StandardCharsets.ISO_8859_1).stream()
              .collect(Collectors.toCollection(HashSet::new))
          : Set.of();
    } catch (IOException e) {
      LOG.log(Level.FINE, "Signatures are compared again", e);
      return Set.of();
    }
  }

  private void remember(UUID post, List<String> fitting) {
    if (fitting.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.write(
          file(post),
          fitting,
          StandardCharsets.ISO_8859_1,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.log(Level.FINE, "Signatures will be compared again", e);
    }
  }
}
