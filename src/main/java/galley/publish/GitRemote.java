package galley.publish;

import galley.post.Destination;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A branch elsewhere, and the copy of its repository on this computer. */
final class GitRemote implements AutoCloseable {
  private final Destination.Git destination;
  private final Access access;
  private final Repository repository;
  private final String branch;

  GitRemote(Destination.Git destination, Access access, Path folder) throws IOException {
    this.destination = destination;
    this.access = access;
    this.branch = "refs/heads/" + destination.branch();
    this.repository = new FileRepository(folder.toFile());
    if (!new File(folder.toFile(), "HEAD").exists()) {
      repository.create(true);
    }
  }

  Repository repository() {
    return repository;
  }

  /** Brings the branch here; empty if there is none yet. */
  Optional<ObjectId> fetch() throws IOException {
    try (Transport transport = transport()) {
      Optional<ObjectId> there;
      try (FetchConnection connection = transport.openFetch()) {
        Ref ref = connection.getRef(branch);
        there = Optional.ofNullable(ref).map(Ref::getObjectId);
      }
      if (there.isPresent()) {
        // the branch by its name: what the remote's HEAD names may be another, or none
        transport.fetch(
            NullProgressMonitor.INSTANCE,
            List.of(new RefSpec("+" + branch + ":refs/galley/" + destination.branch())));
      }
      return there;
    } catch (IOException e) {
      throw told(e, Trouble.UNREACHABLE);
    }
  }

  /** Commits the site over a state of the branch, and pushes if the branch is still in it. */
  void push(
      Optional<ObjectId> base, Map<String, ObjectId> site, ObjectInserter inserter, String message)
      throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree(base, site, inserter));
    base.ifPresent(commit::setParentId);
    PersonIdent galley =
        new PersonIdent(
            "Galley", "galley@localhost", access.clock().instant(), access.clock().getZone());
    commit.setAuthor(galley);
    commit.setCommitter(galley);
    commit.setMessage(message + "\n");
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    try (Transport transport = transport()) {
      RemoteRefUpdate update =
          new RemoteRefUpdate(
              repository,
              id.name(),
              branch,
              false,
              "refs/galley/" + destination.branch(),
              base.orElse(ObjectId.zeroId()));
      transport.push(NullProgressMonitor.INSTANCE, List.of(update));
      switch (update.getStatus()) {
        case OK, UP_TO_DATE -> {
          // it stands
        }
        case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
            throw new HostException(Trouble.OVERTAKEN, "The branch has moved");
        default -> {
          String words = update.getStatus() + " " + update.getMessage();
          // two pushes in one moment: the second finds the branch locked, or moved
          boolean overtaken = words.contains("lock") || !fetch().equals(base);
          throw new HostException(overtaken ? Trouble.OVERTAKEN : Trouble.FORBIDDEN, words);
        }
      }
    } catch (IOException e) {
      throw told(e, Trouble.BROKEN_OFF);
    }
  }

  /** The site's files, and all of the branch that lies outside the site's folder. */
  private ObjectId tree(
      Optional<ObjectId> base, Map<String, ObjectId> site, ObjectInserter inserter)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    String prefix = destination.folder().isEmpty() ? "" : destination.folder() + "/";
    if (base.isPresent() && !prefix.isEmpty()) {
      try (ObjectReader reader = repository.newObjectReader();
          RevWalk walk = new RevWalk(reader);
          TreeWalk tree = new TreeWalk(reader)) {
        tree.addTree(walk.parseCommit(base.get()).getTree());
        tree.setRecursive(true);
        while (tree.next()) {
          if (!tree.getPathString().startsWith(prefix)) {
            DirCacheEntry entry = new DirCacheEntry(tree.getPathString());
            entry.setFileMode(tree.getFileMode());
            entry.setObjectId(tree.getObjectId(0));
            builder.add(entry);
          }
        }
      }
    }
    for (Map.Entry<String, ObjectId> file : site.entrySet()) {
      DirCacheEntry entry = new DirCacheEntry(prefix + file.getKey());
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(file.getValue());
      builder.add(entry);
    }
    builder.finish();
    return index.writeTree(inserter);
  }

  private Transport transport() throws IOException {
    try {
      URIish address = new URIish(destination.address());
      String scheme = address.getScheme();
      boolean isSsh = address.getHost() != null && (scheme == null || scheme.equals("ssh"));
      if (!isSsh && address.getHost() != null) {
        throw new HostException(Trouble.UNABLE, "Only by SSH or from a folder");
      }
      Transport transport = Transport.open(repository, address);
      transport.setTimeout((int) Math.max(1, access.timeouts().idle().toSeconds()));
      if (transport instanceof SshTransport ssh) {
        ssh.setSshSessionFactory(new GitSsh(destination, access));
      }
      return transport;
    } catch (URISyntaxException e) {
      throw new HostException(Trouble.UNREACHABLE, "Not an address", e);
    }
  }

  private static HostException told(IOException e, Trouble usual) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HostException known) {
        return known;
      }
    }
    Trouble trouble =
        e instanceof TransportException
            ? usual
            : FolderHost.isFull(e) ? Trouble.FULL : Trouble.FAILED;
    return new HostException(trouble, String.valueOf(e.getMessage()), e);
  }

  @Override
  public void close() {
    repository.close();
  }
}
