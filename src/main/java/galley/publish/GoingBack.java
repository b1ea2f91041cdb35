package galley.publish;

import galley.publish.Failures.Standing;
import galley.publish.Manifest.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Switches a host's link back to a release that is still there. */
final class GoingBack {
  private final Host host;
  private final Remote remote;
  private final Records records;

  GoingBack(Host host, Records records) {
    this.host = host;
    this.remote = new Remote(host);
    this.records = records;
  }

  Publication to(String release) throws IOException {
    Optional<Manifest> standing = remote.manifest();
    boolean known =
        standing.isPresent()
            && standing.get().earlier().stream().anyMatch(one -> one.release().equals(release))
            && host.list(Remote.RELEASES).containsKey(release);
    Optional<Manifest> target =
        known ? remote.manifest(Remote.manifestOf(release)) : Optional.empty();
    if (standing.isEmpty() || target.isEmpty()) {
      throw Failures.unknownRelease(host, release);
    }
    Left base = standing.get().left();
    if (!Own.get(records::left).orElse(Left.NOTHING).equals(base)) {
      throw Failures.conflict(host);
    }
    String owner = Own.get(records::owner);
    Claim claim = Claim.take(host, base.generation(), owner);
    try {
      if (!remote.manifest().map(Manifest::left).equals(Optional.of(base))) {
        throw Failures.conflict(host);
      }
      Trial.of(host);
      return switched(standing.get(), target.get(), claim);
    } finally {
      claim.release();
    }
  }

  private Publication switched(Manifest standing, Manifest target, Claim claim) throws IOException {
    String release = target.release();
    Manifest next =
        new Manifest(
            standing.generation() + 1,
            release,
            target.at(),
            target.files(),
            Course.earlier(standing, release));
    remote.write(Remote.manifestOf(release), ManifestJson.write(next), Ability.SWAP);
    claim.check(Standing.UNTOUCHED);
    try (Journal journal =
        Own.get(() ->
            Journal.open(
                records.journal(), standing.left(), new Release(release, next.at(), List.of())))) {
      journal.last(next.left());
      host.link(Remote.CURRENT, Remote.folderOf(release));
    }
    Own.run(() -> records.left(next.left()));
    Own.run(() -> Files.deleteIfExists(records.journal()));
    return new Publication(release, next.generation(), 0, 0, 0, true);
  }
}
