package galley.desk;

import galley.export.BundleFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Puts files into a folder and takes them away, each in one step. */
final class Placing {
  static final String PART = ".galley-part";

  private Placing() {}

  /**
   * Writes a file beside its place and moves it there.
   *
   * @param last whether it must have reached the disk
   */
  static void put(BundleFile file, Path into, boolean last) throws IOException {
    Path to = into.resolve(file.path());
    Files.createDirectories(to.toAbsolutePath().getParent());
    Path part = to.resolveSibling(to.getFileName() + PART);
    write(file, part);
    if (last) {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes a file where nobody reads as yet. */
  static void write(BundleFile file, Path to) throws IOException {
    try (InputStream in = file.content().open()) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The folders that files lie in. */
  static Set<Path> folders(Collection<BundleFile> files, Path into) {
    Set<Path> folders = new HashSet<>();
    files.forEach(file -> folders.add(into.resolve(file.path()).toAbsolutePath().getParent()));
    return folders;
  }

  /** Takes files away, and the folders that are empty then. */
  static void remove(Path folder, Collection<String> paths) throws IOException {
    TreeSet<Path> folders = new TreeSet<>(Comparator.reverseOrder());
    for (String path : paths) {
      Path file = folder.resolve(path);
      Files.deleteIfExists(file);
      for (Path up = file.getParent(); up != null && !up.equals(folder); up = up.getParent()) {
        folders.add(up);
      }
    }
    for (Path empty : folders) {
      try {
        Files.deleteIfExists(empty);
      } catch (DirectoryNotEmptyException e) {
        // others of its files are still of the site, or the person's own
      }
    }
  }
}
