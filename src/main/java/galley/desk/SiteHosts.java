package galley.desk;

import galley.post.Destination;
import galley.publish.Access;
import galley.publish.Host;
import galley.publish.Hosts;
import galley.publish.Publisher;
import galley.publish.Secrets;
import galley.publish.SystemKeyring;
import galley.publish.Timeouts;
import galley.text.Sha256;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The way to the hosts of sites, and what this computer knows of them. Blocks. */
final class SiteHosts {
  private final Bench bench;
  private final People people;

  /** Work at a host. */
  interface AtHost<T> {
    T with(Host host);
  }

  SiteHosts(Bench bench, People people) {
    this.bench = bench;
    this.people = people;
  }

  /** Does something at a destination while the connection is open. */
  <T> T with(Destination to, AtHost<T> work) {
    Optional<SystemKeyring> keyring = keyring(to);
    Access access =
        new Access(
            new Secrets(keyring, people.secrets()),
            people.trust(),
            folder(),
            Timeouts.USUAL,
            bench.clock());
    try (Host host = Hosts.open(to, access)) {
      return work.with(host);
    } finally {
      keyring.ifPresent(SystemKeyring::close);
    }
  }

  /** Lets the keyring forget a secret that the host refused. */
  void forget(Destination to) {
    Optional<SystemKeyring> keyring = keyring(to);
    try {
      Secrets secrets = new Secrets(keyring, people.secrets());
      for (Secrets.Kind kind : Secrets.Kind.values()) {
        secrets.forget(to, kind);
      }
    } finally {
      keyring.ifPresent(SystemKeyring::close);
    }
  }

  Publisher publisher(UUID site, Destination to) {
    String name = Sha256.of(to.name()).substring(0, 16);
    return new Publisher(folder().resolve(site.toString()).resolve(name));
  }

  private static Optional<SystemKeyring> keyring(Destination to) {
    return to instanceof Destination.Folder ? Optional.empty() : SystemKeyring.open();
  }

  /** It goes into no backup, for it is this computer's. */
  private Path folder() {
    return bench.library().folder().resolve("hosts");
  }
}
