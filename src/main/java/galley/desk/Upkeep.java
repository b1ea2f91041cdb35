package galley.desk;

import galley.asset.Messages;
import galley.store.Health;
import galley.store.Problem;
import galley.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks after a library while it is open: a backup soon after the start where something changed
 * since the newest, then every half hour, and on closing; posts that have been in the bin for
 * thirty days go, and so do pictures that nothing has used for as long; old revisions are thinned;
 * the disk is looked at every few seconds.
 */
final class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
  private static final Duration FIRST_LOOK = Duration.ofSeconds(20);
  private static final Duration BETWEEN_BACKUPS = Duration.ofMinutes(30);
  private static final Duration IN_BIN = Duration.ofDays(30);
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final Duration LOOK_AT_DISK = Duration.ofSeconds(5);

  private final Bench bench;
  private final boolean active;
  private final Supplier<Health> health;
  private volatile String toldOf = "";
  private volatile String backupTrouble = "";

  /**
   * Looks after a library from {@link #start} on.
   *
   * @param active whether it does anything by itself
   * @param health how the library stands on its disk, asked every few seconds
   */
  Upkeep(Bench bench, boolean active, Supplier<Health> health) {
    this.bench = bench;
    this.active = active;
    this.health = health;
  }

  void start() {
    if (active) {
      Jobs jobs = bench.jobs();
      jobs.soon(
          FIRST_LOOK.toMillis(),
          () -> {
            emptyBin();
            backUp();
            thin();
            clearPictures();
          });
      jobs.every(BETWEEN_BACKUPS.toMillis(), this::backUp);
      jobs.every(
          Duration.ofDays(1).toMillis(),
          () -> {
            emptyBin();
            thin();
            clearPictures();
          });
      jobs.every(LOOK_AT_DISK.toMillis(), this::lookAtDisk);
    }
  }

  /** Makes a backup where something changed since the last. */
  void backUp() {
    try {
      bench
          .library()
          .backups()
          .makeIfChanged()
          .ifPresent(made -> {
            backupTrouble = "";
            bench.events().accept(new DeskEvent.BackedUp(made.file()));
          });
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "No backup could be made, or not everywhere", e);
      String trouble = String.valueOf(e.getMessage());
      if (!trouble.equals(backupTrouble)) { // a disk that is away all day is told of once
        bench.events().accept(new DeskEvent.Trouble(trouble));
      }
      backupTrouble = trouble;
    }
  }

  /** Takes out of the bin for good what has been in it for thirty days. */
  void emptyBin() {
    try {
      bench.library().emptyBin(bench.clock().instant().minus(IN_BIN)).forEach(bench::changed);
    } catch (StoreException e) {
      LOG.log(
          Level.WARNING, "The bin could not be emptied", e); // and a backup is made all the same
    }
  }

  /** Lets old revisions go that nothing keeps; after a backup, which has them still. */
  void thin() {
    try {
      bench.library().thin();
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "Old revisions could not be thinned", e);
    }
  }

  /** Deletes pictures for good that a backup came after and nothing has used for thirty days. */
  void clearPictures() {
    try {
      bench.library().clearPictures(bench.clock().instant().minus(UNUSED));
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "Unused pictures could not be cleared away", e);
    }
  }

  void close() {
    if (active) {
      backUp();
    }
  }

  /** Tells of a trouble once, until another comes or all was well in between. */
  private void lookAtDisk() {
    Optional<Problem> now = health.get().problems().stream().findFirst();
    // how many MB are left changes all the time, and is no other trouble
    String kind = now.map(problem -> problem.what().replaceAll("\\d+", "")).orElse("");
    if (now.isPresent() && !kind.equals(toldOf)) {
      Problem problem = now.get();
      bench
          .events()
          .accept(
              new DeskEvent.Trouble(
                  Messages.text(
                      "desk.disk-trouble", problem.what(), problem.safe(), problem.next())));
    }
    toldOf = kind;
  }
}
