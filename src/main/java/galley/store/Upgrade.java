package galley.store;

import galley.asset.Messages;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Brings a database to the newest schema: a copy of the closed file is kept as a backup, another is
 * migrated, read from end to end, and only then swapped in. Killed at any moment, it leaves the old
 * database or the new one.
 */
final class Upgrade {
  private final Layout layout;
  private final Clock clock;
  private final Seams seams;

  Upgrade(Layout layout, Clock clock, Seams seams) {
    this.layout = layout;
    this.clock = clock;
    this.seams = seams;
  }

  void run(int from) throws SQLException, IOException {
    Path copy = layout.folder().resolve("migrating.mv.db");
    seams.disk().copy(layout.database(), copy);
    String url = Database.url(copy, seams.fileSystem()) + ";IFEXISTS=TRUE";
    Audit audit;
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      seams.migrations().run(connection, clock.instant());
      audit = Audit.run(connection, Progress.SILENT);
    }
    if (!audit.isGood()) {
      Files.deleteIfExists(copy);
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          Messages.text("store.upgrade.failed", audit.problems().getFirst().what()),
          null);
    }
    keep(from, audit);
    Disk.force(copy);
    Disk.move(copy, layout.database());
  }

  private void keep(int from, Audit audit) throws IOException {
    Disk.folder(layout.backups());
    String name =
        "galley-before-schema-%03d-%08d.zip"
            .formatted(seams.migrations().newest(), audit.totals().sequence());
    Path file = layout.backups().resolve(name);
    Path part = layout.backups().resolve(name + Disk.PART);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
      zip.putNextEntry(new ZipEntry("galley.mv.db"));
      Files.copy(layout.database(), zip);
      zip.closeEntry();
    }
    Path check = layout.backups().resolve("check-schema-" + from + ".mv.db");
    BackupFolder.extract(part, check);
    boolean same = Sha256.of(check).equals(Sha256.of(layout.database()));
    Files.deleteIfExists(check);
    if (!same) {
      throw new IOException(Messages.text("store.backup.unequal"));
    }
    Disk.force(part);
    Manifest manifest = Manifest.of(clock.instant(), audit, Sha256.of(part));
    Disk.move(part, file);
    manifest.write(file, seams.disk());
  }
}
