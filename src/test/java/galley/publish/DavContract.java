package galley.publish;

import galley.post.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What WebDAV hosts with and without renaming have in common. */
abstract class DavContract extends HostContract {
  private final boolean moves;
  DavServer server;

  DavContract(boolean moves) {
    this.moves = moves;
  }

  @BeforeEach
  void start() throws IOException {
    server = new DavServer(Files.createDirectories(root()), moves);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final Path root() {
    return temp.resolve("site");
  }

  final Destination.WebDav destination() {
    return new Destination.WebDav("Test", server.address(), "ann");
  }

  @Override
  Host open() throws IOException {
    return WebDavHost.open(destination(), Accesses.with("secret", temp.resolve("known")));
  }

  @Override
  Map<String, String> seen() throws IOException {
    return Disks.texts(root());
  }

  @Override
  void tamper(String path, String text) throws IOException {
    Files.writeString(root().resolve(path), text);
  }
}
