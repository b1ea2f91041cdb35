package galley.export;

import java.nio.file.Path;
import java.util.Optional;

/** Finds picture files by their fingerprints. Safe for any thread. */
@FunctionalInterface
public interface MediaFiles {
  /** The file of this SHA-256, where there is one. */
  Optional<Path> find(String sha256);
}
