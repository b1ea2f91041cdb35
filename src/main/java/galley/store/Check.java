package galley.store;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads a whole library, its pictures, journals and backups, and says what does not agree. */
final class Check {
  private final Vault vault;
  private final List<Problem> problems = new ArrayList<>();

  Check(Vault vault) {
    this.vault = vault;
  }

  Verification run(Progress progress) {
    Audit audit = vault.read(connection -> Audit.run(connection, progress));
    problems.addAll(audit.problems());
    try {
      int media = media();
      int journals = journals();
      int backups = backups();
      branches(vault.layout().branches());
      return new Verification(
          audit.posts(),
          audit.revisions(),
          audit.events(),
          audit.sites(),
          media,
          backups,
          journals,
          problems);
    } catch (IOException e) {
      throw new StoreException(
          Failures.kind(e, StoreException.Kind.DAMAGED),
          Messages.text("store.unreadable", Failures.reason(e)),
          e);
    }
  }

  private int media() throws IOException {
    List<Path> files = vault.media().files();
    for (Path file : files) {
      if (!Media.isWhole(file)) {
        add(
            Messages.text("store.check.picture"),
            file,
            Messages.text("store.check.picture.safe"),
            Messages.text("store.check.picture.next"));
      }
    }
    for (String hash : vault.read(Posts::pictures)) {
      if (vault.media().find(hash).isEmpty()) {
        add(
            Messages.text("store.check.lost"),
            vault.layout().media().resolve(hash.substring(0, 2)).resolve(hash),
            Messages.text("store.check.picture.safe"),
            Messages.text("store.check.picture.next"));
      }
    }
    return files.size();
  }

  private int journals() throws IOException {
    List<Path> files = List.copyOf(vault.journals().files().values());
    for (Path file : files) {
      JournalFile.Reading reading = JournalFile.read(file, noted -> {});
      if (reading.damaged() || reading.torn()) {
        add(
            Messages.text("store.check.journal"),
            file,
            Messages.text("store.check.journal.safe"),
            Messages.text("store.check.journal.next"));
      }
    }
    return files.size();
  }

  private void branches(Path folder) throws IOException {
    for (Path file : Belongings.files(folder)) {
      if (!Branches.isWhole(file)) {
        add(
            Messages.text("store.check.branch"),
            file,
            Messages.text("store.check.branch.safe"),
            Messages.text("store.check.branch.next"));
      }
    }
  }

  private int backups() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(vault.layout().backups()));
    vault.way().options().secondBackups().ifPresent(folders::add);
    UUID library = vault.read(Totals::library);
    int count = 0;
    for (Path folder : folders) {
      for (Backup backup : BackupFolder.list(folder)) {
        if (backup.isOfOtherThan(library)) {
          continue; // its own library looks after it
        }
        count++;
        if (!BackupFolder.isWhole(backup.file())) {
          add(
              Messages.text("store.check.backup"),
              backup.file(),
              Messages.text("store.check.backup.safe"),
              Messages.text("store.check.backup.next"));
        }
      }
      branches(folder.resolve(Belongings.BRANCHES));
      List<Path> files = new ArrayList<>(Belongings.files(folder.resolve(Belongings.MEDIA)));
      files.addAll(Belongings.files(folder.resolve(Belongings.ORIGINALS)));
      for (Path file : files) {
        if (!Media.isWhole(file)) {
          add(
              Messages.text("store.check.backup-picture"),
              file,
              Messages.text("store.check.backup.safe"),
              Messages.text("store.check.backup.next"));
        }
      }
    }
    return count;
  }

  private void add(String what, Path where, String safe, String next) {
    problems.add(new Problem(what, where.toString(), safe, next));
  }
}
