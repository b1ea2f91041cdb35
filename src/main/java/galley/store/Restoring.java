package galley.store;

import galley.asset.Messages;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts a backup in the place of a library, when a person asks for it. */
final class Restoring {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Opener.Way way;
  private final Database database;
  private final Journals journals;

  Restoring(Opener.Way way, Database database, Journals journals) {
    this.way = way;
    this.database = database;
    this.journals = journals;
  }

  /**
   * Takes the database out of the backup and reads all of it; nothing else is touched.
   *
   * @return what was found in it
   * @throws StoreException when the backup is damaged or of a newer Galley
   */
  Audit prepare(Path backup) throws SQLException, IOException {
    return check(backup, copy());
  }

  /**
   * Swaps what was prepared in, and leaves the database closed. The library keeps its id whichever
   * library the backup was made of, for that one may live on beside it.
   *
   * @param audit of what was prepared
   * @return whether the backup is another library's
   */
  boolean run(Path backup, Audit audit) throws SQLException, IOException {
    Layout layout = way.layout();
    Path copy = copy();
    UUID library = database.read(Totals::library);
    long newest = database.read(connection -> number(connection, "SELECT sequence FROM library"));
    long journaled =
        database.read(connection ->
            number(
                connection,
                """
                SELECT COALESCE(MAX(journal_sequence), 0) FROM
                  (SELECT journal_sequence FROM post UNION SELECT journal_sequence FROM site) each
                """));
    // Sequences only ever grow, so that journals and backups of both pasts can be told apart.
    String url = Database.url(copy, way.seams().fileSystem()) + ";IFEXISTS=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      Totals.library(connection, library);
      statement.executeUpdate("UPDATE library SET sequence = " + (newest + 1));
      for (String table : List.of("post", "site")) {
        statement.executeUpdate(
            "UPDATE %s SET journal_sequence = %d WHERE journal_sequence < %d"
                .formatted(table, journaled + 1, journaled + 1));
      }
    }
    database.disconnect();
    Path aside = layout.setAside().resolve("restored-" + STAMP.format(way.clock().instant()));
    Disk.folder(aside);
    journals.setAside(aside);
    Disk.move(layout.database(), aside.resolve("galley.mv.db"));
    Disk.force(copy);
    Disk.move(copy, layout.database());
    new Belongings(layout, way.seams().disk()).bringBack(backup, audit);
    return !audit.library().equals(library);
  }

  private Path copy() {
    return way.layout().folder().resolve("restoring.mv.db");
  }

  private Audit check(Path backup, Path copy) throws SQLException, IOException {
    Optional<Manifest> manifest = Manifest.read(backup);
    if (manifest.isPresent() && !Sha256.of(backup).equals(manifest.get().sha256())) {
      throw damaged(backup);
    }
    BackupFolder.extract(backup, copy);
    Audit audit =
        BackupFolder.audit(copy, way.seams().migrations(), way.clock().instant(), Progress.SILENT);
    if (!audit.isGood()) {
      Files.deleteIfExists(copy);
      throw damaged(backup);
    }
    return audit;
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static StoreException damaged(Path backup) {
    return new StoreException(
        StoreException.Kind.DAMAGED, Messages.text("store.restore.damaged", backup), null);
  }
}
