package galley.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How tests meet hosts: a password at hand, hosts confirmed, and no long waits. */
final class Accesses {
  static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

  private Accesses() {}

  static Access with(String password, Path folder) {
    return with(password, folder, (host, kind, sha256) -> true);
  }

  static Access with(String password, Path folder, Trust trust) {
    return new Access(secrets(password), trust, folder, SHORT, Clock.systemUTC());
  }

  static Secrets secrets(String password) {
    return new Secrets(
        Optional.empty(),
        (destination, kind, canKeep) ->
            Optional.of(new Secrets.Answer(password.toCharArray(), true)));
  }
}
