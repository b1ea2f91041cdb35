package galley.export;

import galley.asset.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Writes bundles so that there is never half of one: everything is written beside its place under a
 * name that ends in {@code .galley-part}, forced to the disk, and only then moved into place.
 * Whatever goes wrong before that, the bundle that stood there stays whole. Throws {@link
 * ExportException}.
 */
public final class BundleWriter {
  // Names nobody gives to a folder of their own: what is called so may be deleted
  private static final String PART = ".galley-part";
  private static final String OLD = ".galley-old";

  private final Disk disk;

  BundleWriter(Disk disk) {
    this.disk = disk;
  }

  /**
   * Writes the bundle as a folder of its name. An earlier bundle of that name and kind is replaced;
   * a folder that holds anything else is not touched.
   *
   * @return the folder
   */
  public static Path folder(Bundle bundle, Path into) {
    return new BundleWriter(new Disk()).writeFolder(bundle, into);
  }

  /**
   * Writes the bundle as {@code <name>.zip}, replacing an earlier one of its kind and nothing else;
   * in it stands the same folder.
   *
   * @return the zip
   */
  public static Path zip(Bundle bundle, Path into) {
    return new BundleWriter(new Disk()).writeZip(bundle, into);
  }

  /**
   * Writes a bundle of one file as that file, replacing an earlier one and nothing that somebody
   * else may have written or written into.
   *
   * @return the file
   */
  public static Path file(Bundle bundle, Path into) {
    return new BundleWriter(new Disk()).writeFile(bundle, into);
  }

  /** Writes a bundle of one file as the file that a person named, whatever stood there. */
  public static Path fileAs(Bundle bundle, Path target) {
    return new BundleWriter(new Disk()).replaced(target, _ -> {}, out -> copy(only(bundle), out));
  }

  /** Writes the bundle as the zip that a person named, whatever stood there. */
  public static Path zipAs(Bundle bundle, Path target) {
    return new BundleWriter(new Disk())
        .replaced(target, _ -> {}, out -> BundleZip.write(bundle, out));
  }

  private static BundleFile only(Bundle bundle) {
    BundleFile only = bundle.files().getFirst();
    if (bundle.files().size() != 1 || only.path().contains("/")) {
      throw new IllegalArgumentException("Not a bundle of one file: " + bundle.name());
    }
    return only;
  }

  Path writeFile(Bundle bundle, Path into) {
    BundleFile only = only(bundle);
    Path target = into.resolve(only.path());
    return replaced(target, earlier -> earlier.refuseInFile(only), out -> copy(only, out));
  }

  Path writeZip(Bundle bundle, Path into) {
    return replaced(
        into.resolve(bundle.name() + ".zip"),
        earlier -> earlier.refuseInZip(bundle),
        out -> BundleZip.write(bundle, out));
  }

  /** Writes what makes up one file. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Looks at what stands where one file is to be written. */
  private interface Refusing {
    void at(EarlierBundle earlier) throws IOException;
  }

  private Path replaced(Path target, Refusing refusing, Writing writing) {
    Path part = beside(target, PART);
    try {
      Files.createDirectories(folderOf(target));
      if (Files.isDirectory(target)) {
        throw new ExportException(Messages.text("export.folder-in-the-way", target.getFileName()));
      }
      refusing.at(new EarlierBundle(target));
      disk.delete(part);
      write(part, writing);
      disk.force(part);
      disk.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | ReadOnlyFileSystemException e) {
      tidy(part);
      throw failure(target, e);
    }
    settle(target);
    return target;
  }

  Path writeFolder(Bundle bundle, Path into) {
    Path target = into.resolve(bundle.name());
    Path part = beside(target, PART);
    Path old = beside(target, OLD);
    try {
      Files.createDirectories(into);
      putBack(target, old);
      new EarlierBundle(target).refuseInFolder(bundle);
      disk.delete(part);
      for (BundleFile file : bundle.files()) {
        Path path = part.resolve(file.path());
        Files.createDirectories(folderOf(path));
        write(path, out -> copy(file, out));
      }
      disk.forceAll(part);
      swap(part, target, old);
    } catch (IOException | ReadOnlyFileSystemException e) {
      tidy(part);
      throw failure(target, e);
    }
    tidy(old);
    settle(target);
    return target;
  }

  // A folder can't be moved over another at once. Between the two moves the earlier bundle stands
  // whole under its .galley-old name; the next export, if this one is killed just there, puts it
  // back.
  private void swap(Path part, Path target, Path old) throws IOException {
    boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      disk.delete(old);
      disk.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      disk.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        backAgain(target, old, e);
      }
      throw e;
    }
  }

  private void backAgain(Path target, Path old, IOException why) {
    try {
      disk.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      why.addSuppressed(e);
      String name = String.valueOf(target.getFileName());
      throw new ExportException(Messages.text("export.aside", name, name + OLD), why);
    }
  }

  /** Makes the move last. */
  private void settle(Path target) {
    try {
      disk.force(folderOf(target));
    } catch (IOException e) {
      String name = String.valueOf(target.getFileName());
      throw new ExportException(Messages.text("export.not-settled", name), e);
    }
  }

  private void putBack(Path target, Path old) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(old)) {
      disk.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void write(Path path, Writing writing) throws IOException {
    try (FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = disk.out(channel)) {
      writing.to(out);
      out.flush();
    }
  }

  private static void copy(BundleFile file, OutputStream out) throws IOException {
    try (InputStream in = file.content().open()) {
      long copied = in.transferTo(out);
      if (copied != file.bytes()) {
        throw new IOException(file.path() + " changed while it was written");
      }
    }
  }

  private void tidy(Path leftover) {
    try {
      disk.delete(leftover);
    } catch (IOException | ReadOnlyFileSystemException e) {
      // What is left has a name that says so; the next export of this post removes it
      System.getLogger("galley.export")
          .log(System.Logger.Level.WARNING, "An unfinished export is left behind", e);
    }
  }

  private static Path beside(Path target, String ending) {
    return target.resolveSibling(target.getFileName() + ending);
  }

  private static Path folderOf(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("Not a file's place: " + path);
    }
    return parent;
  }

  private static ExportException failure(Path target, Exception cause) {
    String name = String.valueOf(target.getFileName());
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space") || text.contains("not enough space") || text.contains("quota")) {
      return new ExportException(Messages.text("export.disk-full", name), cause);
    }
    if (cause instanceof AccessDeniedException
        || cause instanceof ReadOnlyFileSystemException
        || text.contains("read-only")) {
      return new ExportException(Messages.text("export.may-not-write", name), cause);
    }
    if (cause instanceof AtomicMoveNotSupportedException) {
      return new ExportException(Messages.text("export.cannot-move", name), cause);
    }
    return new ExportException(Messages.text("export.failed", name), cause);
  }
}
