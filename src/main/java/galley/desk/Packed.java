package galley.desk;

import java.nio.file.Path;

/**
 * A packet that was written.
 *
 * @param revisions earlier states that went along
 */
public record Packed(
    Path file, int round, int annotations, int pictures, int revisions, long bytes) {}
