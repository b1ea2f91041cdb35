package galley.publish;

import galley.post.Destination;
import galley.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A branch of a Git repository. Files are put into a new tree on this computer; the commit and its
 * push make all of it count at once, and only over the state the branch was read in.
 */
public final class GitHost implements Host {
  private static final int LOOKED_BACK = 500; // commits, for an earlier release

  private final Destination.Git destination;
  private final GitRemote remote;
  private final ObjectInserter inserter;
  private final ObjectReader reader;
  private final Optional<ObjectId> base;
  private final NavigableMap<String, ObjectId> site;

  private GitHost(Destination.Git destination, GitRemote remote, Optional<ObjectId> base)
      throws IOException {
    this.destination = destination;
    this.remote = remote;
    this.base = base;
    this.inserter = remote.repository().newObjectInserter();
    this.reader = inserter.newReader();
    this.site = base.isPresent() ? site(base.get()) : new TreeMap<>();
  }

  /** Fetches the branch; one that is not there yet begins empty. */
  public static GitHost open(Destination.Git destination, Access access) throws IOException {
    Path folder =
        access.cache().resolve("git").resolve(Sha256.of(destination.address()).substring(0, 32));
    Files.createDirectories(folder);
    GitRemote remote = new GitRemote(destination, access, folder);
    boolean done = false;
    try {
      GitHost host = new GitHost(destination, remote, remote.fetch());
      done = true;
      return host;
    } finally {
      if (!done) {
        remote.close();
      }
    }
  }

  @Override
  public String name() {
    return destination.address();
  }

  @Override
  public Ability can() {
    return Ability.COMMIT;
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    String prefix = folder.isEmpty() ? "" : folder + "/";
    for (Map.Entry<String, ObjectId> one : site.tailMap(prefix).entrySet()) {
      if (!one.getKey().startsWith(prefix)) {
        break;
      }
      String rest = one.getKey().substring(prefix.length());
      int slash = rest.indexOf('/');
      if (slash >= 0) {
        entries.putIfAbsent(rest.substring(0, slash), Entry.directory());
      } else {
        long size = reader.getObjectSize(one.getValue(), Constants.OBJ_BLOB);
        entries.put(rest, new Entry(false, size, one.getValue().name()));
      }
    }
    return entries;
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    ObjectId blob = site.get(path);
    return blob == null ? Optional.empty() : Optional.of(content(blob));
  }

  private InputStream content(ObjectId blob) throws IOException {
    return reader.open(blob, Constants.OBJ_BLOB).openStream();
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    site.put(path, inserter.insert(Constants.OBJ_BLOB, bytes, content));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    ObjectId blob = site.remove(from);
    if (blob == null) {
      throw new HostException(Trouble.FAILED, "There is no " + from);
    }
    site.put(to, blob);
  }

  @Override
  public void delete(String path) {
    site.remove(path);
  }

  @Override
  public void folder(String path) {
    // a tree has only folders with files
  }

  @Override
  public void removeFolder(String path) {
    // gone with its last file
  }

  @Override
  public void commit(String message) throws IOException {
    remote.push(base, site, inserter, message);
  }

  @Override
  public Optional<Release> earlier(String release) throws IOException {
    if (base.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(reader)) {
      RevCommit commit = walk.parseCommit(base.get());
      for (int back = 0; back < LOOKED_BACK; back++) {
        Map<String, ObjectId> files = site(commit);
        Optional<Manifest> manifest = manifest(files);
        if (manifest.filter(one -> one.release().equals(release)).isPresent()) {
          return release(manifest.get(), files);
        }
        if (commit.getParentCount() == 0) {
          return Optional.empty();
        }
        commit = walk.parseCommit(commit.getParent(0));
      }
    }
    return Optional.empty();
  }

  private Optional<Manifest> manifest(Map<String, ObjectId> files) throws IOException {
    ObjectId blob = files.get(Remote.MANIFEST);
    if (blob == null) {
      return Optional.empty();
    }
    try (InputStream in = content(blob)) {
      return Optional.of(ManifestJson.read(in.readAllBytes()));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private Optional<Release> release(Manifest manifest, Map<String, ObjectId> files)
      throws IOException {
    List<ReleaseFile> all = new ArrayList<>();
    for (Manifest.Held held : manifest.files().values()) {
      ObjectId blob = files.get(held.path());
      if (blob == null) {
        return Optional.empty();
      }
      all.add(
          new ReleaseFile(
              held.path(),
              held.bytes(),
              held.sha256(),
              () -> remote.repository().open(blob, Constants.OBJ_BLOB).openStream()));
    }
    return Optional.of(new Release(manifest.release(), manifest.at(), all));
  }

  /** The files of the site's folder in a commit. */
  private NavigableMap<String, ObjectId> site(ObjectId commit) throws IOException {
    NavigableMap<String, ObjectId> files = new TreeMap<>();
    String prefix = destination.folder().isEmpty() ? "" : destination.folder() + "/";
    try (RevWalk walk = new RevWalk(reader);
        TreeWalk tree = new TreeWalk(reader)) {
      tree.addTree(walk.parseCommit(commit).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        boolean isFile = (tree.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        if (isFile && tree.getPathString().startsWith(prefix)) {
          files.put(tree.getPathString().substring(prefix.length()), tree.getObjectId(0));
        }
      }
    }
    return files;
  }

  @Override
  public void close() {
    reader.close();
    inserter.close();
    remote.close();
  }
}
