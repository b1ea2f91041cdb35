package galley.publish;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How hosts are met.
 *
 * @param secrets gives passwords
 * @param trust confirms hosts that are not known
 * @param folder holds {@code known_hosts}, the keys of hosts that are, and what can be fetched
 *     again
 * @param clock for what other programs want a time in; may be wrong
 */
public record Access(Secrets secrets, Trust trust, Path folder, Timeouts timeouts, Clock clock) {
  Path known() {
    return folder.resolve("known_hosts");
  }

  Path cache() {
    return folder.resolve("cache");
  }
}
