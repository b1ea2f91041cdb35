package galley.desk;

import java.nio.file.Path;

/** A packet that was written. */
public record Packed(Path file, int round, int annotations, int pictures, long bytes) {}
