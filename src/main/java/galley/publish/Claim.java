package galley.publish;

import galley.publish.Failures.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps two Galleys from publishing to one host at once. Each writes a claim of its own and then
 * looks who else has one: of two, at least the later one sees the other and steps back, on any host
 * that lists what was written before. Git needs no claims, for a push that comes second is refused.
 */
final class Claim {
  private static final String CLAIMS = SitePath.OWN + "/claims";
  private static final Pattern NAME = Pattern.compile("([0-9]{1,18})-([0-9a-f-]{36})");

  private final Host host;
  private final long generation;
  private final String owner;

  private Claim(Host host, long generation, String owner) {
    this.host = host;
    this.generation = generation;
    this.owner = owner;
  }

  /** Takes the host, or throws {@link PublishException.Kind#BUSY}. */
  static Claim take(Host host, long generation, String owner) throws IOException {
    Claim claim = new Claim(host, generation, owner);
    if (host.can() != Ability.COMMIT) {
      claim.take();
    }
    return claim;
  }

  /** Takes away what other Galleys claim; only for a person who knows that none is at work. */
  static void breakOthers(Host host, String owner) throws IOException {
    for (String name : host.list(CLAIMS).keySet()) {
      if (!name.endsWith("-" + owner)) {
        host.delete(CLAIMS + "/" + name);
      }
    }
  }

  private void take() throws IOException {
    host.folder(CLAIMS);
    if (!others().isEmpty()) {
      throw Failures.busy(host, Standing.UNTOUCHED);
    }
    byte[] content = owner.getBytes(StandardCharsets.UTF_8);
    host.put(place(), content.length, new ByteArrayInputStream(content));
    if (!others().isEmpty()) {
      host.delete(place());
      throw Failures.busy(host, Standing.UNTOUCHED);
    }
  }

  /** Makes sure before a step that visitors see that nobody took the host from us. */
  void check(Standing standing) throws IOException {
    if (host.can() != Ability.COMMIT
        && (!host.list(CLAIMS).containsKey(SitePath.name(place())) || !others().isEmpty())) {
      throw Failures.busy(host, standing);
    }
  }

  /** Gives the host free. */
  void release() throws IOException {
    if (host.can() != Ability.COMMIT) {
      host.delete(place());
    }
  }

  private String place() {
    return CLAIMS + "/" + generation + "-" + owner;
  }

  /** Claims that count; those of generations that are over are cleared away. */
  private List<String> others() throws IOException {
    List<String> others = new ArrayList<>();
    for (String name : host.list(CLAIMS).keySet()) {
      Matcher parts = NAME.matcher(name);
      if (!parts.matches()) {
        continue;
      }
      if (Long.parseLong(parts.group(1)) < generation) {
        host.delete(CLAIMS + "/" + name);
      } else if (!parts.group(2).equals(owner)) {
        others.add(name);
      }
    }
    return others;
  }
}
