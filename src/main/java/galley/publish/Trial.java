package galley.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Shows on files of Galley's own what a host really can, before it is done to the site. */
final class Trial {
  private static final String ONE = SitePath.OWN + "/try-1";
  private static final String TWO = SitePath.OWN + "/try-2";

  private Trial() {}

  /**
   * What the host can: what it is set up for, or {@link Ability#NONE} where it can't rename.
   *
   * @throws HostException with {@link Trouble#UNABLE} if it is to switch links and can't
   */
  static Ability of(Host host) throws IOException {
    return switch (host.can()) {
      case COMMIT -> Ability.COMMIT;
      case NONE -> {
        host.folder(SitePath.OWN);
        yield Ability.NONE;
      }
      case RENAME -> {
        host.folder(SitePath.OWN);
        yield renames(host) ? Ability.RENAME : Ability.NONE;
      }
      case SWAP -> {
        host.folder(SitePath.OWN);
        if (!renames(host) || !switches(host)) {
          throw new HostException(Trouble.UNABLE, "no renaming, or no links that can be switched");
        }
        yield Ability.SWAP;
      }
    };
  }

  private static boolean renames(Host host) throws IOException {
    byte[] one = {'1'};
    byte[] two = {'2'};
    host.put(ONE, 1, new ByteArrayInputStream(one));
    host.put(TWO, 1, new ByteArrayInputStream(two));
    boolean renamed;
    try {
      host.rename(ONE, TWO);
      renamed = Arrays.equals(content(host, TWO), one);
    } catch (HostException refused) {
      if (!isUnable(refused)) {
        throw refused;
      }
      renamed = false;
    }
    host.delete(ONE);
    host.delete(TWO);
    return renamed;
  }

  private static boolean switches(Host host) throws IOException {
    try {
      host.link(ONE, "one");
      host.link(ONE, "two");
      boolean switched = host.link(ONE).equals(Optional.of("two"));
      host.delete(ONE);
      return switched;
    } catch (HostException refused) {
      if (isUnable(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /** Hosts say in many ways that they can't, but not that they are gone. */
  private static boolean isUnable(HostException refused) {
    return refused.trouble() == Trouble.UNABLE
        || refused.trouble() == Trouble.FORBIDDEN
        || refused.trouble() == Trouble.FAILED;
  }

  private static byte[] content(Host host, String path) throws IOException {
    Optional<InputStream> content = host.read(path);
    if (content.isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = content.get()) {
      return in.readNBytes(10);
    }
  }
}
