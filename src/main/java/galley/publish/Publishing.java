package galley.publish;

import galley.publish.Manifest.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One publication from the first look at the host to the last step, and the clearing up. */
final class Publishing {
  private final Host host;
  private final Records records;
  private final Shelf shelf;
  private final Sending sending;

  Publishing(Host host, Records records, Shelf shelf, Sending sending) {
    this.host = host;
    this.records = records;
    this.shelf = shelf;
    this.sending = sending;
  }

  Publication publish(Plan plan) throws IOException {
    sending.pause();
    if (keepsHere()) {
      Own.run(() -> shelf.keep(plan.release()));
    }
    Optional<Unfinished> unfinished =
        Own.get(() -> Journal.read(records.journal()))
            .filter(known -> known.base().equals(plan.base()));
    String owner = Own.get(records::owner);
    Claim claim = Claim.take(host, plan.base().generation(), owner);
    try (Journal journal =
        Own.get(() -> Journal.open(records.journal(), plan.base(), plan.release()))) {
      if (!new Remote(host)
          .manifest()
          .map(Manifest::left)
          .orElse(Left.NOTHING)
          .equals(plan.base())) {
        throw Failures.conflict(host);
      }
      Ability ability = Trial.of(host);
      Course course = new Course(host, plan, journal, sending, claim);
      if (ability == Ability.SWAP) {
        new Switching(course, unfinished).publish();
      } else {
        new InPlace(course, ability).publish();
      }
      Own.run(() -> records.left(course.next()));
    } catch (IOException | RuntimeException e) {
      giveFree(claim);
      throw e;
    }
    boolean tidy = tidy(plan, claim);
    Own.run(() -> Files.deleteIfExists(records.journal()));
    return new Publication(
        plan.release().id(),
        plan.base().generation() + 1,
        sending.files(),
        sending.bytes(),
        plan.gone().size(),
        tidy);
  }

  /** After a failure: where nothing is half way, others may publish. */
  private void giveFree(Claim claim) {
    if (sending.standing().placed() == 0) {
      try {
        claim.release();
      } catch (IOException gone) {
        // the connection may be what failed; the claim is ours, and we may come again
      }
    }
  }

  /** Clears up; the site stands already, so what can't be cleared waits for the next time. */
  private boolean tidy(Plan plan, Claim claim) throws IOException {
    try {
      Optional<Manifest> now = new Remote(host).manifest();
      if (host.can() == Ability.SWAP && now.isPresent()) {
        Switching.tidy(host, now.get());
      }
      if (host.can() == Ability.RENAME) {
        new Remote(host).deleteTree(Remote.STAGED);
      }
      claim.release();
      if (keepsHere()) {
        List<String> ids = new ArrayList<>();
        ids.add(plan.release().id());
        now.ifPresent(manifest -> manifest.earlier().forEach(one -> ids.add(one.release())));
        Own.run(() -> shelf.keepOnly(ids));
      }
      return true;
    } catch (HostException later) {
      return false;
    }
  }

  /** Whether releases are kept on this computer, where no visitor finds them. */
  private boolean keepsHere() {
    return host.can() == Ability.RENAME || host.can() == Ability.NONE;
  }
}
