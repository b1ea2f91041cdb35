package galley.store;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open library behind {@link Library}: its lock, its database, and what happens when the
 * database fails while it is open: it is opened again, which brings back what was lost from backup
 * and journals, and the change is tried once more.
 */
final class Vault {
  /** With less room than this nothing is written to the database; journals go on. */
  static final long LEAST_ROOM = 16L << 20;

  /** With less room than this a person should hear of it. */
  private static final long LITTLE_ROOM = 200L << 20;

  private final Layout layout;
  private final Seams seams;
  private final Instance instance;
  private final Opener.Way way;
  private final Database database;
  private final Media media;
  private final Journals journals;
  private final Backups backups;
  private final ReentrantLock gate = new ReentrantLock();
  private final List<Problem> troubles = new ArrayList<>();
  private volatile Opening opening;
  private Optional<Object> identity = Optional.empty();
  private boolean closed;

  private Vault(Instance instance, Opener.Way way, Database database)
      throws SQLException, IOException {
    this.instance = instance;
    this.way = way;
    this.database = database;
    layout = way.layout();
    seams = way.seams();
    media = new Media(layout.media(), seams.disk());
    journals = new Journals(layout.journals(), seams.disk());
    Backups.Place place =
        new Backups.Place(
            layout.backups(), way.options().secondBackups(), seams.disk(), seams.migrations());
    Belongings belongings = new Belongings(layout, seams.disk());
    backups = new Backups(place, way.clock(), database, belongings, journals);
    opening = new Opener(way, database).open();
    identity = identity();
  }

  /** Takes the library's lock and opens it. */
  static Vault open(Layout layout, Clock clock, OpenOptions options, Seams seams) {
    Path folder = layout.folder();
    try {
      if (!Files.isDirectory(folder)) {
        if (!options.create()) {
          throw new StoreException(
              StoreException.Kind.MISSING, Messages.text("store.missing", folder), null);
        }
        Disk.folder(folder);
      }
      if (!Files.isWritable(folder)) {
        throw new StoreException(
            StoreException.Kind.READ_ONLY, Messages.text("store.read-only", folder), null);
      }
      Instance instance = Instance.claim(folder);
      Database database = new Database(layout.database(), seams.fileSystem());
      try {
        return new Vault(instance, new Opener.Way(layout, clock, options, seams), database);
      } catch (SQLException | IOException | StoreException e) {
        try {
          database.close();
        } catch (SQLException again) {
          e.addSuppressed(again);
        }
        instance.close();
        throw e;
      }
    } catch (SQLException | IOException e) {
      throw new StoreException(
          Failures.kind(e, StoreException.Kind.DAMAGED),
          Messages.text("store.refused", folder, Failures.reason(e)),
          e);
    }
  }

  Layout layout() {
    return layout;
  }

  Database database() {
    return database;
  }

  Instance instance() {
    return instance;
  }

  Opening opening() {
    return opening;
  }

  Media media() {
    return media;
  }

  Journals journals() {
    return journals;
  }

  Backups backups() {
    return backups;
  }

  Opener.Way way() {
    return way;
  }

  /**
   * Reads. Where that fails the database is opened again and read once more; where that fails, too,
   * all of it is read, and what is damaged is brought back.
   */
  <T> T read(Database.Work<T> work) {
    try {
      return database.read(work);
    } catch (SQLException first) {
      gate.lock();
      try {
        reopen(first, false);
        try {
          return database.read(work);
        } catch (SQLException second) {
          suspect(second);
          return database.read(work);
        }
      } catch (SQLException e) {
        throw unreadable(e);
      } finally {
        gate.unlock();
      }
    }
  }

  /** Changes the library in one transaction; the work notes in journals before it writes rows. */
  <T> T change(Database.Work<T> work) {
    gate.lock();
    try {
      if (!identity().equals(identity) || !Files.exists(layout.database())) {
        reopen(new SQLException(Messages.text("store.opening.gone")), false);
      }
      try {
        return commit(work);
      } catch (SQLException first) {
        try {
          reopen(first, false);
        } catch (StoreException e) {
          first.addSuppressed(e); // the journal has the text; the next change tries again
          throw notSaved(first);
        }
        try {
          return commit(work);
        } catch (SQLException second) {
          suspect(second);
          return commit(work);
        }
      }
    } catch (SQLException | IOException e) {
      throw notSaved(e);
    } finally {
      gate.unlock();
    }
  }

  Health health() {
    List<Problem> problems = new ArrayList<>();
    long free = 0;
    gate.lock();
    try {
      problems.addAll(troubles);
      free = Files.getFileStore(layout.folder()).getUsableSpace();
      if (free < LITTLE_ROOM) {
        problems.add(
            problem(
                Messages.text("store.health.room", free >> 20),
                Messages.text("store.health.room.next")));
      }
      if (!Files.exists(layout.database())) {
        problems.add(problem(Messages.text("store.health.gone")));
      } else if (!identity().equals(identity)) {
        problems.add(problem(Messages.text("store.health.replaced")));
      } else if (!Files.isWritable(layout.database())) {
        problems.add(problem(Messages.text("store.health.read-only")));
      }
    } catch (IOException e) {
      problems.add(problem(Messages.text("store.health.folder", Failures.reason(e))));
    } finally {
      gate.unlock();
    }
    return new Health(free, problems);
  }

  /** Puts a backup in the library's place, keeping what is there. */
  void restore(Path backup) {
    gate.lock();
    try {
      Restoring restoring = new Restoring(way, database, journals);
      Audit audit = restoring.prepare(backup); // first, for the new backup may let an old one go
      backups.make();
      boolean foreign = restoring.run(backup, audit);
      Opening now = new Opener(way, database).open();
      opening =
          foreign ? now.saying(Messages.text("store.restore.foreign", backup.getFileName())) : now;
      identity = identity();
    } catch (SQLException | IOException e) {
      throw new StoreException(
          Failures.kind(e, StoreException.Kind.DAMAGED),
          Messages.text("store.restore.failed", backup, Failures.reason(e)),
          e);
    } finally {
      gate.unlock();
    }
  }

  void close() {
    gate.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      journals.close();
      database.close();
    } catch (SQLException e) {
      throw notSaved(e);
    } finally {
      instance.close();
      gate.unlock();
    }
  }

  static StoreException notSaved(Exception cause) {
    return new StoreException(
        Failures.kind(cause, StoreException.Kind.NOT_SAVED),
        Messages.text("store.not-saved", Failures.reason(cause)),
        cause);
  }

  private <T> T commit(Database.Work<T> work) throws SQLException, IOException {
    StateFile.State[] state = new StateFile.State[1];
    T result =
        database.inTransaction(connection -> {
          T done = work.with(connection);
          room();
          Totals totals = Totals.read(connection);
          state[0] =
              new StateFile.State(
                  totals.sequence(), totals.postDigest(), Optional.of(Totals.library(connection)));
          return done;
        });
    troubles.clear();
    try {
      new StateFile(layout.state(), seams.disk()).write(state[0]);
    } catch (IOException e) {
      // The change itself is safe in two places; only a later fall-back would go unnoticed.
      troubles.add(problem(Messages.text("store.health.state", Failures.reason(e))));
    }
    return result;
  }

  private void room() throws IOException {
    if (Files.getFileStore(layout.folder()).getUsableSpace() < LEAST_ROOM) {
      throw notSaved(new IOException("No space left on device"));
    }
  }

  /** Reads all of a database that failed twice, unless the disk is at fault. */
  private void suspect(SQLException cause) throws SQLException {
    if (Failures.kind(cause, StoreException.Kind.DAMAGED) != StoreException.Kind.DAMAGED) {
      throw cause;
    }
    reopen(cause, true);
  }

  /** Opens the database again, bringing back what has to be. */
  private void reopen(SQLException cause, boolean suspected) throws SQLException {
    if (closed) {
      throw new StoreException(
          StoreException.Kind.CLOSED, Messages.text("store.library.closed"), cause);
    }
    try {
      database.disconnect();
    } catch (SQLException e) {
      cause.addSuppressed(e); // its file may be gone: what counts is in the journals
    }
    try {
      journals.close();
      opening = new Opener(way, database).open(suspected);
      identity = identity();
      troubles.addAll(opening.sentences().stream().map(Vault::problem).toList());
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  /** What tells one file of a name from another that took its place; nothing where it is gone. */
  private Optional<Object> identity() throws IOException {
    if (!Files.exists(layout.database())) {
      return Optional.empty();
    }
    BasicFileAttributes attributes =
        Files.readAttributes(layout.database(), BasicFileAttributes.class);
    Object key = attributes.fileKey();
    return Optional.of(key == null ? attributes.creationTime() : key);
  }

  private static Problem problem(String what) {
    return problem(what, Messages.text("store.health.next"));
  }

  private static Problem problem(String what, String next) {
    return new Problem(
        what, Messages.text("store.audit.database"), Messages.text("store.health.safe"), next);
  }

  private static StoreException unreadable(SQLException cause) {
    return new StoreException(
        Failures.kind(cause, StoreException.Kind.DAMAGED),
        Messages.text("store.unreadable", Failures.reason(cause)),
        cause);
  }
}
