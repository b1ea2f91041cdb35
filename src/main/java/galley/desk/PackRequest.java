package galley.desk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What goes into a packet.
 *
 * @param to the file to be written; where its name does not end with {@code .galley}, that is added
 * @param pictures the fingerprints of those that go along; all of them where nothing is given
 */
public record PackRequest(Path to, Optional<Set<String>> pictures) {
  /** With all pictures. */
  public static PackRequest to(Path file) {
    return new PackRequest(file, Optional.empty());
  }
}
