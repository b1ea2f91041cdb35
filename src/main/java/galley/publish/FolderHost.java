package galley.publish;

import galley.post.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this computer. Files are forced to the disk before they count. */
public final class FolderHost implements Host {
  private final Path root;
  private final Ability ability;

  public FolderHost(Destination.Folder destination) {
    this.root = Path.of(destination.path());
    this.ability =
        switch (destination.serving()) {
          case IN_PLACE -> Ability.RENAME;
          case LINK -> Ability.SWAP;
        };
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public Ability can() {
    return ability;
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    return told(() -> {
      Map<String, Entry> entries = new HashMap<>();
      try (Stream<Path> files = Files.list(place(folder))) {
        for (Path file : files.toList()) {
          entry(file).ifPresent(entry -> entries.put(String.valueOf(file.getFileName()), entry));
        }
      } catch (NoSuchFileException | NotDirectoryException none) {
        requireRoot();
      }
      return entries;
    });
  }

  /** A folder that is gone whole may be a disk that is not connected; it is no empty site. */
  private void requireRoot() throws HostException {
    if (!Files.isDirectory(root)) {
      throw new HostException(Trouble.NO_FOLDER, root.toString());
    }
  }

  /**
   * Makes the folder itself and those above it. Nothing else makes it: where a disk is not
   * connected, a site would be written into the place where the disk should be.
   */
  void makeRoot() throws IOException {
    told(() -> Files.createDirectories(root));
  }

  private static Optional<Entry> entry(Path file) throws IOException {
    try {
      BasicFileAttributes it = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          it.isDirectory()
              ? Entry.directory()
              : new Entry(false, it.size(), it.lastModifiedTime().toInstant().toString()));
    } catch (NoSuchFileException broken) {
      // a link that leads nowhere is there all the same
      return Files.isSymbolicLink(file) ? Optional.of(new Entry(false, 0, "")) : Optional.empty();
    }
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    return told(() -> {
      try {
        if (!Files.isRegularFile(place(path))) {
          requireRoot();
          return Optional.empty();
        }
        return Optional.of(Files.newInputStream(place(path)));
      } catch (NoSuchFileException none) {
        return Optional.empty();
      }
    });
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    told(() -> {
      try (FileChannel out =
          FileChannel.open(
              place(path),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        content.transferTo(Channels.newOutputStream(out));
        out.force(true);
      }
      return true;
    });
  }

  @Override
  public void rename(String from, String to) throws IOException {
    told(() ->
        Files.move(
            place(from),
            place(to),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING));
  }

  @Override
  public void delete(String path) throws IOException {
    told(() -> Files.deleteIfExists(place(path)));
  }

  @Override
  public void folder(String path) throws IOException {
    told(() -> {
      requireRoot();
      return Files.createDirectories(place(path));
    });
  }

  @Override
  public void removeFolder(String path) throws IOException {
    told(() -> {
      try {
        return Files.deleteIfExists(place(path));
      } catch (DirectoryNotEmptyException used) {
        return false;
      }
    });
  }

  @Override
  public Optional<String> link(String path) throws IOException {
    return told(() ->
        Files.isSymbolicLink(place(path))
            ? Optional.of(Files.readSymbolicLink(place(path)).toString().replace('\\', '/'))
            : Optional.empty());
  }

  @Override
  public void link(String path, String target) throws IOException {
    told(() -> {
      Path link = place(path);
      Path made = link.resolveSibling(link.getFileName() + ".new");
      Files.deleteIfExists(made);
      try {
        Files.createSymbolicLink(made, Path.of(target));
      } catch (UnsupportedOperationException none) {
        throw new HostException(Trouble.UNABLE, "no links on this disk", none);
      }
      return Files.move(
          made, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    });
  }

  @Override
  public boolean carry(String from, String to, Collection<String> paths) throws IOException {
    return told(() -> {
      for (String path : paths) {
        Path target = place(to).resolve(path);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        try {
          Files.createLink(target, place(from).resolve(path));
        } catch (UnsupportedOperationException | AccessDeniedException noLinks) {
          Files.copy(place(from).resolve(path), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      return true;
    });
  }

  @Override
  public void close() {}

  private Path place(String path) {
    return path.isEmpty() ? root : root.resolve(path);
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T told(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (HostException known) {
      throw known;
    } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
      throw new HostException(Trouble.FORBIDDEN, String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      requireRoot();
      throw new HostException(Trouble.FAILED, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new HostException(
          isFull(e) ? Trouble.FULL : Trouble.FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  static boolean isFull(Exception e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left")
        || words.contains("not enough space")
        || words.contains("disk full")
        || words.contains("quota");
  }
}
