package galley.publish;

import java.time.Duration;

/**
 * How long a host may keep us waiting.
 *
 * @param connect until a connection stands and we are signed in
 * @param idle in which nothing at all comes or goes
 */
public record Timeouts(Duration connect, Duration idle) {
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(60));
}
