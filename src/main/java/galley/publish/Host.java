package galley.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A place files are published to, and what its kind can do. All paths are below the destination's
 * folder, with slashes; the empty path is that folder. Not for two threads at once. Every call
 * waits for the host, but never longer than its {@link Timeouts}; all failures are {@link
 * HostException}s. After a failed publication, a new one is opened for the next.
 */
public interface Host extends AutoCloseable {
  /** The destination as people know it; holds no secret. */
  String name();

  /** What this host is set up to do; {@link Trial} shows whether it really can. */
  Ability can();

  /** The names in a folder; none if there is no such folder. */
  Map<String, Entry> list(String folder) throws IOException;

  /**
   * What stands at a path whose last name begins with a dot, on a host that leaves such names out
   * of its lists; nothing where it lists them all.
   */
  default Optional<Entry> hidden(String path) throws IOException {
    return Optional.empty();
  }

  /** A file's content, for the caller to close; empty if there is no such file. */
  Optional<InputStream> read(String path) throws IOException;

  /** Writes a file, over an earlier one; its folder is there. */
  void put(String path, long bytes, InputStream content) throws IOException;

  /** Gives a file another name, in one step and over an earlier file where the host can. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file or link; nothing happens if there is none. */
  void delete(String path) throws IOException;

  /** Makes a folder and those above it, where they are missing. */
  void folder(String path) throws IOException;

  /** Deletes a folder if nothing is in it. */
  void removeFolder(String path) throws IOException;

  /** Where a link leads, as it was written; empty if there is no such link. */
  default Optional<String> link(String path) throws IOException {
    return Optional.empty();
  }

  /** Makes a link or switches it, in one step. */
  default void link(String path, String target) throws IOException {
    throw new HostException(Trouble.UNABLE, "no links");
  }

  /**
   * Gives files below one folder to another folder as well, without sending them; folders are made,
   * and others than those asked for may come along.
   *
   * @return whether they keep their marks
   */
  default boolean carry(String from, String to, Collection<String> paths) throws IOException {
    throw new HostException(Trouble.UNABLE, "no copies");
  }

  /**
   * Deletes one of Galley's own folders with all in it, where the host does that by itself.
   *
   * @return whether it did; if not, the files are deleted one by one
   */
  default boolean deleteTree(String folder) throws IOException {
    return false;
  }

  /** Makes all that was done visible, on a host that {@linkplain Ability#COMMIT commits}. */
  default void commit(String message) throws IOException {}

  /** An earlier state of a host that keeps them itself. */
  default Optional<Release> earlier(String release) throws IOException {
    return Optional.empty();
  }

  @Override
  void close();
}
