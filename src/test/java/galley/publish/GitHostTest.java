package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import galley.post.Destination;
import galley.publish.PublishException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bare repository by its folder, in which the site has a folder of a branch. */
final class GitHostTest extends HostContract {
  @BeforeEach
  void start() throws Exception {
    // the remote's HEAD names a branch that does not exist
    Git.init().setBare(true).setDirectory(bare().toFile()).setInitialBranch("other").call().close();
    commit("README", "not of the site");
  }

  private Path bare() {
    return temp.resolve("bare.git");
  }

  private void commit(String path, String text) throws IOException {
    Path clone = Files.createTempDirectory(temp, "clone");
    try (Git git = Git.init().setDirectory(clone.toFile()).setInitialBranch("pages").call()) {
      if (head().isPresent()) {
        git.fetch().setRemote(bare().toString()).setRefSpecs("refs/heads/pages:refs/x").call();
        git.reset()
            .setMode(org.eclipse.jgit.api.ResetCommand.ResetType.HARD)
            .setRef("refs/x")
            .call();
      }
      Files.createDirectories(clone.resolve(path).getParent());
      Files.writeString(clone.resolve(path), text);
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("by hand")
          .setAuthor("Someone", "someone@example.org")
          .setCommitter("Someone", "someone@example.org")
          .setSign(false)
          .call();
      git.push().setRemote(bare().toString()).add("pages").call();
    } catch (GitAPIException e) {
      throw new IOException(e);
    }
  }

  private Optional<ObjectId> head() throws IOException {
    try (Git git = Git.open(bare().toFile())) {
      return Optional.ofNullable(git.getRepository().resolve("refs/heads/pages"));
    }
  }

  private Destination.Git destination() {
    return new Destination.Git("Test", bare().toString(), "pages", "docs", Optional.empty());
  }

  @Override
  Host open() throws IOException {
    return GitHost.open(
        destination(),
        Accesses.with(
            "",
            Files.createDirectories(temp.resolve("access-" + Thread.currentThread().threadId()))));
  }

  @Override
  Map<String, String> seen() throws IOException {
    Map<String, String> seen = new TreeMap<>();
    all()
        .forEach((path, text) -> {
          if (path.startsWith("docs/") && !path.startsWith("docs/.galley/")) {
            seen.put(path.substring(5), text);
          }
        });
    return seen;
  }

  private Map<String, String> all() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Git git = Git.open(bare().toFile());
        RevWalk walk = new RevWalk(git.getRepository());
        TreeWalk tree = new TreeWalk(git.getRepository())) {
      Repository repository = git.getRepository();
      tree.addTree(walk.parseCommit(head().orElseThrow()).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        all.put(
            tree.getPathString(),
            new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  @Override
  void tamper(String path, String text) throws IOException {
    commit("docs/" + path, text);
  }

  @Test
  void leavesTheRestOfTheBranchAlone() throws IOException {
    publish(publisher("one"), Sites.release("r1", Map.of("a.html", "1")));
    assertEquals("not of the site", all().get("README"));
    assertEquals(Map.of("a.html", "1"), seen());
  }

  @Test
  void saysThatThereIsNoRepository() {
    Destination.Git nowhere =
        new Destination.Git(
            "Test", temp.resolve("no.git").toString(), "pages", "", Optional.empty());
    assertEquals(
        Kind.UNREACHABLE,
        assertThrows(
                PublishException.class,
                () -> Hosts.open(nowhere, Accesses.with("", temp.resolve("access"))))
            .kind());
  }
}
