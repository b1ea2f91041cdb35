package galley.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A copy of the library's database that has been opened and compared with its fingerprints.
 *
 * @param file a .zip with the database in it
 * @param at when it was made
 * @param sequence how many changes the library had seen
 * @param bytes the file's size
 * @param library whose it is; nothing where the Galley that made it did not note that
 */
public record Backup(
    Path file,
    Instant at,
    long sequence,
    int posts,
    int revisions,
    long bytes,
    Optional<UUID> library) {
  /** Whether it says of itself that it is this library's. */
  boolean isOf(UUID id) {
    return library.filter(id::equals).isPresent();
  }

  /** Whether it says of itself that it is another library's. */
  boolean isOfOtherThan(UUID id) {
    return library.isPresent() && !isOf(id);
  }
}
