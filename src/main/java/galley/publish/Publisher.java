package galley.publish;

import galley.publish.Failures.Standing;
import galley.publish.Manifest.Earlier;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Publishes sites to one destination. All calls wait for the host; none is for the screen's thread.
 * Every failure is a {@link PublishException}, after which the site that stood there still stands;
 * publishing again goes on where it broke off. What is counted are publications, never times.
 */
public final class Publisher {
  private final Records records;
  private final Shelf shelf;

  /**
   * @param folder where this computer keeps what it knows of the destination; its alone
   */
  public Publisher(Path folder) {
    records = new Records(folder);
    shelf = new Shelf(folder.resolve("shelf"));
  }

  /** A release that can be gone back to. */
  public record Kept(String release, Instant at) {}

  /** Says what a publication would do; nothing is changed on the host. */
  public Plan plan(Release release, Host host) {
    return plan(release, host, Foreign.STOP);
  }

  /** Says what a publication would do, over what others did there if the person wants it. */
  public Plan plan(Release release, Host host, Foreign foreign) {
    try {
      return new Planning(host, records, foreign).plan(release);
    } catch (IOException e) {
      throw Failures.host(e, host, Standing.UNTOUCHED);
    }
  }

  /**
   * Puts the release onto the host.
   *
   * @param progress told after each piece, on this thread
   * @param cancel asked before each piece
   */
  public Publication publish(
      Plan plan, Host host, Consumer<Sent> progress, BooleanSupplier cancel) {
    Sending sending = new Sending(host, progress, cancel);
    try (FileChannel _ = lock(host)) {
      return plan.isDone()
          ? nothingToDo(plan)
          : new Publishing(host, records, shelf, sending).publish(plan);
    } catch (IOException e) {
      throw Failures.host(e, host, sending.standing());
    }
  }

  private Publication nothingToDo(Plan plan) throws IOException {
    Own.run(() -> records.left(plan.base()));
    Own.run(() -> Files.deleteIfExists(records.journal()));
    return new Publication(plan.base().release(), plan.base().generation(), 0, 0, 0, true);
  }

  /** The releases that {@link #rollback} can go back to, the newest first. */
  public List<Kept> releases(Host host) {
    try {
      List<Kept> kept = new ArrayList<>();
      Optional<Manifest> standing = new Remote(host).manifest();
      for (Earlier one : standing.map(Manifest::earlier).orElse(List.of())) {
        if (isKept(host, one.release())) {
          kept.add(new Kept(one.release(), one.at()));
        }
      }
      return kept;
    } catch (IOException e) {
      throw Failures.host(e, host, Standing.UNTOUCHED);
    }
  }

  private boolean isKept(Host host, String release) throws IOException {
    return host.can() == Ability.SWAP
        ? host.list(Remote.RELEASES).containsKey(release)
        : kept(host, release).isPresent();
  }

  private Optional<Release> kept(Host host, String release) throws IOException {
    boolean listed =
        new Remote(host)
            .manifest()
            .filter(one ->
                one.earlier().stream().anyMatch(earlier -> earlier.release().equals(release)))
            .isPresent();
    if (!listed) {
      return Optional.empty();
    }
    return host.can() == Ability.COMMIT
        ? host.earlier(release)
        : Own.get(() -> shelf.find(release));
  }

  /** Makes an earlier release stand again. */
  public Publication rollback(
      Host host, String release, Consumer<Sent> progress, BooleanSupplier cancel) {
    try {
      Release.checkId(release);
    } catch (IllegalArgumentException none) {
      throw Failures.unknownRelease(host, release);
    }
    try {
      if (host.can() == Ability.SWAP) {
        try (FileChannel _ = lock(host)) {
          return new GoingBack(host, records).to(release);
        }
      }
      Release kept = kept(host, release).orElseThrow(() -> Failures.unknownRelease(host, release));
      return publish(plan(kept, host), host, progress, cancel);
    } catch (IOException e) {
      throw Failures.host(e, host, Standing.UNTOUCHED);
    }
  }

  /** Takes the host from Galleys that stopped in the middle; only if the person says so. */
  public void takeOver(Host host) {
    try {
      Claim.breakOthers(host, Own.get(records::owner));
    } catch (IOException e) {
      throw Failures.host(e, host, Standing.UNTOUCHED);
    }
  }

  /** All that stands on the host, compared with what Galley left there. */
  public Survey survey(Host host) {
    try {
      Optional<Manifest> manifest = new Remote(host).manifest();
      if (host.can() == Ability.SWAP && manifest.isEmpty()) {
        return new Survey(0, List.of(), List.of(), List.of());
      }
      String base =
          host.can() == Ability.SWAP ? Remote.folderOf(manifest.orElseThrow().release()) : "";
      return new Surveying(host, base).survey(manifest.map(Manifest::files).orElse(Map.of()));
    } catch (IOException e) {
      throw Failures.host(e, host, Standing.UNTOUCHED);
    }
  }

  /** Looks at what stands on a host, and tries on files of Galley's own what it can. */
  public static Tried tryOut(Host host) {
    try {
      Optional<String> release = new Remote(host).manifest().map(Manifest::release);
      boolean others =
          release.isEmpty()
              && host.list("").keySet().stream().anyMatch(name -> !name.equals(SitePath.OWN));
      return new Tried(Trial.of(host), release, others);
    } catch (IOException e) {
      throw Failures.host(e, host, Standing.UNTOUCHED);
    }
  }

  private FileChannel lock(Host host) throws IOException {
    return Own.get(records::lock).orElseThrow(() -> Failures.busy(host, Standing.UNTOUCHED));
  }
}
