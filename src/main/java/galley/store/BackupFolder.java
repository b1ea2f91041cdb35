package galley.store;

import galley.asset.Messages;
import galley.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A folder of backups: what is in it, and whether each is good. */
final class BackupFolder {
  private static final String END = ".mv.db";

  private BackupFolder() {}

  /** The verified backups of whatever library, the newest first. */
  static List<Backup> list(Path folder) throws IOException {
    List<Backup> backups = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.zip")) {
        for (Path file : files) {
          var manifest = Manifest.read(file);
          if (manifest.isPresent()) {
            backups.add(manifest.get().backup(file));
          }
        }
      }
    }
    backups.sort(Comparator.comparingLong(Backup::sequence).thenComparing(Backup::at).reversed());
    return backups;
  }

  /**
   * One library's own backups, the newest first. Those that do not say whose they are count in the
   * library's own folder alone: in one that libraries may share nobody knows.
   */
  static List<Backup> own(Path folder, UUID library, boolean shared) throws IOException {
    return list(folder).stream()
        .filter(backup -> shared ? backup.isOf(library) : !backup.isOfOtherThan(library))
        .toList();
  }

  /** Whether a backup's file is the one that was verified. */
  static boolean isWhole(Path backup) throws IOException {
    var manifest = Manifest.read(backup);
    return manifest.isPresent() && Sha256.of(backup).equals(manifest.get().sha256());
  }

  /** Takes the database out of a backup. */
  static void extract(Path backup, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + Disk.PART);
    try (InputStream in = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !entry.getName().endsWith(END)) {
        entry = zip.getNextEntry();
      }
      if (entry == null) {
        throw new ZipException(Messages.text("store.backup.empty"));
      }
      Files.copy(zip, part, StandardCopyOption.REPLACE_EXISTING);
      zip.closeEntry();
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Disk.force(part);
    Disk.move(part, target);
  }

  /**
   * Brings a database that nobody has open to the newest schema and reads all of it.
   *
   * @param file ends with {@code .mv.db}; changed where its schema is older
   */
  static Audit audit(Path file, Migrations migrations, Instant now, Progress progress)
      throws SQLException {
    String url = Database.url(file, "file") + ";IFEXISTS=TRUE";
    boolean older;
    try (Connection connection =
        DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r", "sa", "")) {
      older = migrations.version(connection) < migrations.newest();
      if (!older) {
        return Audit.run(connection, progress);
      }
    }
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      migrations.run(connection, now);
      return Audit.run(connection, progress);
    }
  }
}
