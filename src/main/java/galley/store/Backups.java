package galley.store;

import galley.asset.Messages;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes and keeps copies of the library. A backup counts once its copy has been opened and every
 * fingerprint in it compared. Pictures and originals are copied once to beside the backups, not
 * linked, so that damage to one file is not damage to both, and stay as long as a backup that is
 * kept refers to them. Calls are made one after the other and take seconds; any thread but the
 * interface's may make them.
 */
public final class Backups {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int HOURLY = 24;
  private static final int DAILY = 30;
  private static final int MONTHLY = 12;

  private final Place place;
  private final Clock clock;
  private final Database database;
  private final Belongings belongings;
  private final Journals journals;
  private volatile Optional<Path> second;

  /**
   * Where backups go.
   *
   * @param folder beside the library
   * @param second a folder of the person's choice
   */
  record Place(Path folder, Optional<Path> second, Disk disk, Migrations migrations) {}

  Backups(Place place, Clock clock, Database database, Belongings belongings, Journals journals) {
    this.place = place;
    this.clock = clock;
    this.database = database;
    this.belongings = belongings;
    this.journals = journals;
    second = place.second();
  }

  /** Where a copy of every backup goes too. */
  public Optional<Path> second() {
    return second;
  }

  /** Sends a copy of every backup from now on into this folder too, or no longer. */
  public void second(Optional<Path> folder) {
    second = folder;
  }

  /** The library's own verified backups beside it, the newest first. */
  public List<Backup> list() {
    try {
      return BackupFolder.own(place.folder(), library(), false);
    } catch (IOException | SQLException e) {
      throw failed(e);
    }
  }

  private UUID library() throws SQLException {
    return database.read(Totals::library);
  }

  /** Makes a backup where the library has changed since the newest. */
  public synchronized Optional<Backup> makeIfChanged() {
    try {
      long sequence = database.read(Totals::read).sequence();
      boolean changed = list().stream().noneMatch(backup -> backup.sequence() >= sequence);
      if (!changed) {
        belongings.copyOriginals(place.folder().resolve(Belongings.ORIGINALS));
        belongings.copyBranches(place.folder().resolve(Belongings.BRANCHES));
      }
      return changed ? Optional.of(make()) : Optional.empty();
    } catch (SQLException | IOException e) {
      throw failed(e);
    }
  }

  /**
   * Makes a backup, verifies it, and lets go of backups and journals that are no longer needed.
   *
   * @throws StoreException when none could be made; or when the second folder did not get its copy,
   *     which the message tells apart: the backup beside the library is there then
   */
  public synchronized Backup make() {
    try {
      Disk.folder(place.folder());
      Path part = place.folder().resolve("new.zip" + Disk.PART);
      Files.deleteIfExists(part);
      database.backup(part);
      Audit audit = audit(part);
      if (!audit.isGood()) {
        Files.deleteIfExists(part);
        throw damaged(audit.problems().getFirst());
      }
      Disk.force(part);
      belongings.copy(audit.pictures(), place.folder());
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Totals totals = audit.totals();
      String name = // two libraries may make theirs at once, in one folder
          "galley-%s-%08d-%s.zip"
              .formatted(
                  NAME.format(now), totals.sequence(), audit.library().toString().substring(0, 8));
      Path file = place.folder().resolve(name);
      Manifest manifest = Manifest.of(now, audit, Sha256.of(part));
      Optional<Backup> previous =
          list().stream().filter(backup -> !backup.file().equals(file)).findFirst();
      manifest.write(file, place.disk()); // first: a backup without it would count for nothing
      Disk.move(part, file);
      thin(place.folder(), BackupFolder.own(place.folder(), audit.library(), false));
      forgetJournals(previous, manifest);
      second(file, manifest);
      return manifest.backup(file);
    } catch (IOException | SQLException e) {
      throw failed(e);
    }
  }

  private Audit audit(Path part) throws IOException, SQLException {
    Path folder = Files.createTempDirectory(place.folder(), "check-");
    Path copy = folder.resolve("galley.mv.db");
    try {
      BackupFolder.extract(part, copy);
      return BackupFolder.audit(copy, place.migrations(), clock.instant(), Progress.SILENT);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }

  private void second(Path file, Manifest manifest) {
    if (second.isEmpty()) {
      return;
    }
    Path folder = second.get();
    try {
      if (!Files.isDirectory(folder)) { // never made: a disk that is away leaves its name behind
        throw new NoSuchFileException(folder.toString());
      }
      Path copy = folder.resolve(file.getFileName());
      belongings.copy(manifest.pictures().orElseThrow(), folder);
      manifest.write(copy, place.disk());
      place.disk().copy(file, copy);
      thin(folder, BackupFolder.own(folder, manifest.library().orElseThrow(), true));
    } catch (IOException e) {
      throw new StoreException(
          Failures.kind(e, StoreException.Kind.NOT_SAVED),
          Messages.text("store.backup.second", folder, Failures.reason(e)),
          e);
    }
  }

  /**
   * Journals go only when two verified backups hold them, so that the loss of one loses nothing.
   */
  private void forgetJournals(Optional<Backup> previous, Manifest newest) throws IOException {
    Optional<Manifest> older =
        previous.isPresent() ? Manifest.read(previous.get().file()) : Optional.empty();
    if (older.isEmpty() || !BackupFolder.isWhole(previous.orElseThrow().file())) {
      return;
    }
    Map<UUID, Long> contained = older.get().journals();
    contained.keySet().retainAll(newest.journals().keySet());
    journals.forget(contained);
  }

  private void thin(Path folder, List<Backup> backups) throws IOException {
    Set<Backup> kept = new HashSet<>(kept(backups));
    for (Backup backup : backups) {
      if (!kept.contains(backup)) {
        Files.deleteIfExists(backup.file());
        Files.deleteIfExists(Manifest.of(backup.file()));
      }
    }
    new BackupFiles(folder).thin(clock.instant());
  }

  /** The newest of each of 24 hours, 30 days and 12 months, and always the newest two. */
  static List<Backup> kept(List<Backup> newestFirst) {
    Set<String> hours = new HashSet<>();
    Set<String> days = new HashSet<>();
    Set<String> months = new HashSet<>();
    List<Backup> kept = new ArrayList<>();
    for (Backup backup : newestFirst) {
      String at = backup.at().toString(); // 2026-11-23T07:10:15Z
      boolean hourly = takes(hours, at.substring(0, 13), HOURLY);
      boolean daily = takes(days, at.substring(0, 10), DAILY);
      boolean monthly = takes(months, at.substring(0, 7), MONTHLY);
      if (kept.size() < 2 || hourly || daily || monthly) {
        kept.add(backup);
      }
    }
    return kept;
  }

  private static boolean takes(Set<String> taken, String name, int most) {
    return taken.size() < most && taken.add(name);
  }

  private static StoreException damaged(Problem problem) {
    return new StoreException(
        StoreException.Kind.DAMAGED,
        Messages.text("store.backup.damaged", problem.where(), problem.what()),
        null);
  }

  private static StoreException failed(Exception cause) {
    return new StoreException(
        Failures.kind(cause, StoreException.Kind.NOT_SAVED),
        Messages.text("store.backup.failed", Failures.reason(cause)),
        cause);
  }
}
