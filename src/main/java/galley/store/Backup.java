package galley.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of the library's database that has been opened and compared with its fingerprints.
 *
 * @param file a .zip with the database in it
 * @param at when it was made
 * @param sequence how many changes the library had seen
 * @param bytes the file's size
 */
public record Backup(Path file, Instant at, long sequence, int posts, int revisions, long bytes) {}
