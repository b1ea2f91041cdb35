package galley.desk;

import galley.asset.Messages;
import galley.store.Backup;
import galley.store.Backups;
import galley.store.StoreException;
import galley.store.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps the library safe: backups, a full check, and all of it out as plain files and back. */
public final class Keeping {
  private final Bench bench;
  private final Settings settings;

  Keeping(Bench bench, Settings settings) {
    this.bench = bench;
    this.settings = settings;
  }

  /** Makes a backup and checks its copy. */
  public CompletableFuture<Backup> backUp() {
    return bench
        .jobs()
        .work(Messages.text("desk.backing-up"), job -> bench.library().backups().make());
  }

  /** Where a copy of every backup goes too. */
  public Optional<Path> backupFolder() {
    return bench.library().backups().second();
  }

  /**
   * Sends a copy of every backup into this folder too, and the first one at once; or no longer.
   * Where that fails, with a plain sentence, all stays as it was.
   */
  public CompletableFuture<Optional<Path>> backupFolder(Optional<Path> folder) {
    Backups backups = bench.library().backups();
    return bench
        .jobs()
        .work(
            Messages.text("desk.backing-up"),
            job -> {
              if (folder.filter(this::isInside).isPresent()) {
                throw new DeskException(Messages.text("desk.backup-inside", folder.orElseThrow()));
              }
              Optional<Path> before = backups.second();
              backups.second(folder);
              try {
                if (folder.isPresent()) {
                  backups.make();
                }
              } catch (StoreException e) {
                backups.second(before);
                throw e;
              }
              settings.backupFolder(folder);
              return folder;
            });
  }

  private boolean isInside(Path folder) {
    Path library = bench.library().folder().toAbsolutePath().normalize();
    return folder.toAbsolutePath().normalize().startsWith(library);
  }

  /** The verified backups, the newest first. */
  public CompletableFuture<List<Backup>> backups() {
    return bench.jobs().ask(() -> bench.library().backups().list());
  }

  /**
   * Puts a backup in the library's place; what was there is kept beside it.
   *
   * @return sentences a person should know, as that the backup is another library's
   */
  public CompletableFuture<List<String>> restore(Path backup) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.restoring"),
            job -> {
              bench.library().restore(backup);
              return bench.library().opening().sentences();
            });
  }

  /** Reads everything and compares it with its fingerprints. */
  public CompletableFuture<Verification> verify(Consumer<Progress> progress) {
    String name = Messages.text("desk.verifying");
    return bench
        .jobs()
        .work(
            name,
            job ->
                bench
                    .library()
                    .verify((done, total) -> {
                      Progress now = new Progress(name, done, total);
                      job.report(now);
                      progress.accept(now);
                    }));
  }

  /**
   * Writes every post with its history, the bin and all pictures as plain files into a folder.
   *
   * @param to a folder that does not exist or is empty
   */
  public CompletableFuture<LibraryReport> exportLibrary(Path to, Consumer<Progress> progress) {
    String name = Messages.text("desk.library-out");
    return bench
        .jobs()
        .work(
            name,
            job ->
                new LibraryOut(bench.library())
                    .write(
                        to,
                        now -> {
                          job.report(now);
                          progress.accept(now);
                        }));
  }

  /**
   * Brings back what {@link #exportLibrary} wrote, into a library without posts.
   *
   * @return what came in; every file was compared with its fingerprint before
   */
  public CompletableFuture<LibraryReport> importLibrary(Path from, Consumer<Progress> progress) {
    String name = Messages.text("desk.library-in");
    return bench
        .jobs()
        .work(
            name,
            job ->
                new LibraryIn(bench.library())
                    .read(
                        from,
                        now -> {
                          job.report(now);
                          progress.accept(now);
                        }));
  }
}
