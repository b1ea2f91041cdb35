package galley.store;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens a library's database, or brings it back: a database that will not open, does not agree with
 * its fingerprints or has fallen behind is set aside, the newest good backup takes its place, and
 * the journals are replayed. Whoever calls holds the library's lock.
 */
final class Opener {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int H2_LOCKED = 90020;

  private static final Logger LOG = Logger.getLogger(Opener.class.getName());

  private final Layout layout;
  private final Clock clock;
  private final OpenOptions options;
  private final Seams seams;
  private final Database database;
  private final List<String> sentences = new ArrayList<>();
  private Optional<Path> setAside = Optional.empty();
  private Optional<Path> restoredFrom = Optional.empty();
  private Optional<UUID> library = Optional.empty();

  /** What every opening of one library has in common. */
  record Way(Layout layout, Clock clock, OpenOptions options, Seams seams) {}

  Opener(Way way, Database database) {
    layout = way.layout();
    clock = way.clock();
    options = way.options();
    seams = way.seams();
    this.database = database;
  }

  Opening open() throws SQLException, IOException {
    return open(false);
  }

  /**
   * Opens the database.
   *
   * @param suspected whether to read all of it before it is believed, because reading it has failed
   */
  Opening open(boolean suspected) throws SQLException, IOException {
    Leftovers.clear(layout);
    StateFile stateFile = new StateFile(layout.state(), seams.disk());
    Journals journals = new Journals(layout.journals(), seams.disk());
    Optional<StateFile.State> state = stateFile.read();
    if (state.isEmpty() && stateFile.exists()) {
      sentences.add(Messages.text("store.opening.state"));
    }
    library = state.flatMap(StateFile.State::library);
    boolean remains = state.isPresent() || !backups().isEmpty() || !journals.files().isEmpty();
    boolean created = false;
    if (!Files.exists(layout.database()) && !remains) {
      create();
      created = true;
      others();
    } else {
      openOrRestore(state, suspected, !journals.files().isEmpty());
    }
    Replay replay = replayed(journals);
    settle(state, stateFile);
    for (String name : replay.damaged()) {
      sentences.add(Messages.text("store.opening.journal", name));
    }
    sentences.addAll(replay.sentences());
    return new Opening(created, sentences, replay.posts(), replay.words(), setAside, restoredFrom);
  }

  /** Replays the journals; a database that will not take them is damaged where nobody looked. */
  private Replay replayed(Journals journals) throws SQLException, IOException {
    try {
      Replay replay = new Replay(database, clock);
      replay.run(journals.files());
      return replay;
    } catch (SQLException e) {
      refuse(e);
      if (setAside.isPresent()) {
        throw e; // this is the one that was brought back
      }
      letGo(e);
      restore(Failures.reason(e), true);
      Replay again = new Replay(database, clock);
      again.run(journals.files());
      return again;
    }
  }

  /** Closes a database that failed; a second failure changes nothing. */
  private void letGo(SQLException cause) {
    try {
      database.disconnect();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void create() throws SQLException {
    if (!options.create()) {
      throw new StoreException(
          StoreException.Kind.MISSING, Messages.text("store.missing", layout.folder()), null);
    }
    database.open(true);
    prepare();
  }

  /** Brings an empty database to the newest schema. */
  private void prepare() throws SQLException {
    database.inTransaction(connection -> {
      seams.migrations().run(connection, now());
      Totals.create(connection, library.orElseGet(UUID::randomUUID), now());
      return true;
    });
  }

  private void openOrRestore(
      Optional<StateFile.State> state, boolean suspected, boolean hasJournals)
      throws SQLException, IOException {
    Optional<String> trouble =
        Files.exists(layout.database())
            ? tryOpen(state, suspected)
            : Optional.of(Messages.text("store.opening.gone"));
    if (trouble.isPresent()) {
      database.disconnect();
      restore(trouble.get(), hasJournals);
    }
  }

  /** Opens the database that is there, or says in a clause why it can't be used. */
  private Optional<String> tryOpen(Optional<StateFile.State> state, boolean suspected)
      throws SQLException, IOException {
    try {
      database.open(false);
      int version = database.read(seams.migrations()::version);
      if (version == 0 && state.isEmpty()) { // cut while being created
        prepare();
        return Optional.empty();
      }
      if (version < seams.migrations().newest()) {
        database.disconnect();
        new Upgrade(layout, clock, seams).run(version);
        database.open(false);
        sentences.add(Messages.text("store.opening.migrated"));
      }
      if (library.isEmpty()) {
        library = Optional.of(database.read(Totals::library));
      }
      Optional<String> trouble = database.read(Audit::glance);
      if (trouble.isEmpty() && suspected) {
        trouble = database.read(connection -> Audit.run(connection, Progress.SILENT)).trouble();
      }
      return trouble.isPresent() ? trouble : compare(database.read(Totals::read), state);
    } catch (SQLException e) {
      refuse(e);
      return Optional.of(Failures.reason(e));
    }
  }

  private Optional<String> compare(Totals totals, Optional<StateFile.State> state)
      throws IOException {
    if (state.isEmpty() || totals.sequence() > state.get().sequence()) {
      return Optional.empty(); // killed between the save and the note of it
    }
    if (totals.sequence() == state.get().sequence()) {
      return totals.postDigest().equals(state.get().digest())
          ? Optional.empty()
          : Optional.of(Messages.text("store.opening.differs"));
    }
    String behind =
        Messages.text("store.opening.behind", state.get().sequence(), totals.sequence());
    boolean older = backups().stream().anyMatch(backup -> backup.sequence() > totals.sequence());
    if (older) {
      return Optional.of(behind);
    }
    sentences.add(Messages.text("store.opening.fell-back", behind));
    return Optional.empty();
  }

  /** Some failures are no damage: they are told and nothing is moved. */
  private void refuse(SQLException cause) throws SQLException {
    if (cause.getErrorCode() == H2_LOCKED) {
      throw new StoreException(
          StoreException.Kind.IN_USE, Messages.text("store.in-use", layout.folder()), cause);
    }
    StoreException.Kind kind = Failures.kind(cause, StoreException.Kind.DAMAGED);
    if (kind != StoreException.Kind.DAMAGED) {
      throw new StoreException(
          kind, Messages.text("store.refused", layout.folder(), Failures.reason(cause)), cause);
    }
  }

  private void restore(String trouble, boolean hasJournals) throws SQLException, IOException {
    List<Backup> backups = backups();
    boolean hasDatabase = Files.exists(layout.database());
    if (hasDatabase && backups.isEmpty() && !hasJournals) {
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          Messages.text("store.hopeless", layout.database(), trouble),
          null);
    }
    if (hasDatabase) {
      setAside = Optional.of(setAside());
    }
    for (Backup backup : backups) {
      if (isGood(backup)) {
        restoredFrom = Optional.of(backup.file());
        break;
      }
    }
    database.open(restoredFrom.isEmpty());
    if (restoredFrom.isEmpty()) {
      prepare();
    } else if (library.isPresent()) {
      keepId(library.get());
    }
    sentences.add(Messages.text("store.opening.unusable", trouble));
    setAside.ifPresent(file -> sentences.add(Messages.text("store.opening.set-aside", file)));
    restoredFrom.ifPresentOrElse(
        file -> sentences.add(Messages.text("store.opening.restored", file.getFileName())),
        () -> sentences.add(Messages.text("store.opening.journals-only")));
    if (restoredFrom.isEmpty()) {
      others();
    }
  }

  /** A backup that does not say whose it is may have been made under another id. */
  private void keepId(UUID id) throws SQLException {
    if (!database.read(Totals::library).equals(id)) {
      database.inTransaction(connection -> {
        Totals.library(connection, id);
        return true;
      });
    }
  }

  /** Says where backups lie that nobody can tell to be this library's. */
  private void others() {
    Optional<Path> second = options.secondBackups();
    if (second.isPresent()
        && secondList(second.get()).stream()
            .anyMatch(backup -> !library.map(backup::isOf).orElse(false))) {
      sentences.add(Messages.text("store.opening.others", second.get()));
    }
  }

  private Path setAside() throws IOException {
    Disk.folder(layout.setAside());
    Path target = layout.setAside().resolve("galley-" + STAMP.format(now()) + ".mv.db");
    for (int number = 2; Files.exists(target); number++) {
      target = layout.setAside().resolve("galley-" + STAMP.format(now()) + "-" + number + ".mv.db");
    }
    Disk.move(layout.database(), target);
    return target;
  }

  /** Puts a backup's database in place where all of it can be read. */
  private boolean isGood(Backup backup) throws IOException {
    try {
      if (!BackupFolder.isWhole(backup.file())) {
        sentences.add(Messages.text("store.opening.bad-backup", backup.file().getFileName()));
        return false;
      }
      Path copy = layout.folder().resolve("restoring.mv.db");
      BackupFolder.extract(backup.file(), copy);
      Audit audit = BackupFolder.audit(copy, seams.migrations(), now(), Progress.SILENT);
      boolean good = audit.isGood();
      if (good) {
        Disk.force(copy);
        Disk.move(copy, layout.database());
        new Belongings(layout, seams.disk()).bringBack(backup.file(), audit);
      } else {
        Files.deleteIfExists(copy);
        sentences.add(Messages.text("store.opening.bad-backup", backup.file().getFileName()));
      }
      return good;
    } catch (SQLException e) {
      sentences.add(Messages.text("store.opening.bad-backup", backup.file().getFileName()));
      return false;
    }
  }

  /** Lets sequences only grow, and notes where the library stands. */
  private void settle(Optional<StateFile.State> state, StateFile file)
      throws SQLException, IOException {
    Totals totals = database.read(Totals::read);
    if (state.isPresent() && totals.sequence() < state.get().sequence()) {
      long sequence = state.get().sequence();
      totals =
          database.inTransaction(connection -> {
            Totals.read(connection).at(sequence).write(connection);
            return Totals.read(connection);
          });
    }
    StateFile.State now =
        new StateFile.State(
            totals.sequence(), totals.postDigest(), Optional.of(database.read(Totals::library)));
    if (state.isEmpty() || !state.get().equals(now)) {
      file.write(now);
    }
  }

  /** The library's own backups. Where its id has been lost, the newest beside it knows. */
  private List<Backup> backups() throws IOException {
    List<Backup> beside = BackupFolder.list(layout.backups());
    Optional<UUID> id =
        library.or(() -> beside.stream().flatMap(backup -> backup.library().stream()).findFirst());
    if (id.isEmpty()) {
      return beside;
    }
    UUID own = id.get();
    List<Backup> backups = new ArrayList<>(beside);
    backups.removeIf(backup -> backup.isOfOtherThan(own));
    if (options.secondBackups().isPresent()) {
      secondList(options.secondBackups().get()).stream()
          .filter(backup -> backup.isOf(own))
          .forEach(backups::add);
      backups.sort(Comparator.comparingLong(Backup::sequence).thenComparing(Backup::at).reversed());
    }
    return backups;
  }

  private static List<Backup> secondList(Path folder) {
    try {
      return BackupFolder.list(folder);
    } catch (IOException e) {
      LOG.log(Level.INFO, "The second folder of backups can't be read; the first one counts", e);
      return List.of();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
