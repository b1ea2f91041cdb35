package galley.intake;

import java.nio.file.Path;

/** A folder that posts were brought in from. */
record Tree(Path root) {}
