package galley.publish;

import java.util.Optional;

/**
 * What was found at a destination, and what its host showed that it can.
 *
 * @param release the release that stands there, if Galley put one there
 * @param others whether files of others lie there
 */
public record Tried(Ability ability, Optional<String> release, boolean others) {}
