package galley.export;

import galley.asset.Messages;
import galley.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a site is built: its files below {@code site/}, and beside them what they were made from.
 * All of it can be made again, so nothing is forced to the disk; a build that did not end is begun
 * anew. Files may be put from several threads.
 */
final class BuildFolder {
  private static final String STATE = "galley-build";
  private static final String UNFINISHED = "galley-build.unfinished";

  private final Path folder;
  private final Path site;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  BuildFolder(Path folder) {
    this.folder = folder;
    site = folder.resolve("site");
  }

  Path site() {
    return site;
  }

  /**
   * What the last build left. A folder that holds anything else than builds is refused; what a
   * build left that did not end is deleted.
   */
  BuildState begin() {
    Path unfinished = folder.resolve(UNFINISHED);
    try {
      Files.createDirectories(folder);
      boolean whole = !Files.exists(unfinished);
      if (Files.exists(site) && whole && !Files.exists(folder.resolve(STATE))) {
        throw new ExportException(Messages.text("export.site.strangers", folder));
      }
      Optional<BuildState> state = whole ? state() : Optional.empty();
      if (!Files.exists(unfinished)) {
        Files.createFile(unfinished);
      }
      if (state.isEmpty()) {
        new Disk().delete(site);
      }
      Files.createDirectories(site);
      return state.orElseGet(BuildState::empty);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Optional<BuildState> state() throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(STATE))) {
      return Optional.of(BuildStateFile.read(in));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) { // of another version, or damaged
      return Optional.empty();
    }
  }

  /** Says that everything is there. */
  void end(BuildState state) {
    Path part = folder.resolve(STATE + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        BuildStateFile.write(state, out);
      }
      Files.move(
          part,
          folder.resolve(STATE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(folder.resolve(UNFINISHED));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Whether a file that was made is still there. */
  boolean has(Made made) {
    try {
      return Files.size(site.resolve(made.path())) == made.bytes();
    } catch (IOException e) {
      return false;
    }
  }

  /** Puts a file in its place at once: whoever reads meanwhile finds the earlier or this one. */
  Made put(String path, byte[] content) {
    Path file = site.resolve(path);
    try {
      Path parent = file.getParent();
      if (parent != null && !folders.contains(parent)) {
        Files.createDirectories(parent);
        folders.add(parent);
      }
      try {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        Path part = file.resolveSibling(file.getFileName() + ".galley-part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw failure(e);
    }
    return new Made(path, content.length, Sha256.of(content));
  }

  BundleFile file(Made made) {
    Path file = site.resolve(made.path());
    return new BundleFile(
        made.path(), made.bytes(), made.sha256(), () -> Files.newInputStream(file));
  }

  /** Deletes files that are no longer of the site, and folders that are empty then. */
  void delete(Collection<String> paths) {
    TreeSet<Path> emptied = new TreeSet<>();
    try {
      for (String path : paths) {
        Path file = site.resolve(path);
        Files.deleteIfExists(file);
        for (Path parent = file.getParent();
            parent != null && !parent.equals(site);
            parent = parent.getParent()) {
          emptied.add(parent);
        }
      }
      for (Path parent : emptied.descendingSet()) {
        deleteIfEmpty(parent);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void deleteIfEmpty(Path parent) throws IOException {
    try {
      Files.deleteIfExists(parent);
      folders.remove(parent);
    } catch (DirectoryNotEmptyException e) {
      // Others of its files are still of the site
    }
  }

  private ExportException failure(IOException cause) {
    return new ExportException(Messages.text("export.site.unwritable", folder), cause);
  }
}
