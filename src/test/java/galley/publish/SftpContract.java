package galley.publish;

import galley.post.Destination;
import galley.post.Destination.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What SFTP in both of its ways of serving has in common. */
abstract class SftpContract extends HostContract {
  final Serving serving;
  SftpServer server;
  Cable cable;

  SftpContract(Serving serving) {
    this.serving = serving;
  }

  @BeforeEach
  void start() throws IOException {
    server = new SftpServer(SftpServer.key());
    cable = new Cable(server.port());
    Files.createDirectories(root());
  }

  @AfterEach
  void stop() throws IOException {
    cable.close();
    server.close();
  }

  final Path root() {
    return temp.resolve("site");
  }

  final Path visible() {
    return serving == Serving.LINK ? root().resolve("current") : root();
  }

  final Destination.Sftp destination() {
    return new Destination.Sftp(
        "Test", "127.0.0.1", cable.port(), "ann", root().toString(), serving, Optional.empty());
  }

  @Override
  int stride() {
    return 9; // a file takes three calls, and each of them a while
  }

  @Override
  Host open() throws IOException {
    return SftpHost.open(destination(), Accesses.with("secret", temp.resolve("known")));
  }

  @Override
  Map<String, String> seen() throws IOException {
    return Disks.texts(visible());
  }

  @Override
  void tamper(String path, String text) throws IOException {
    Files.writeString(visible().resolve(path), text);
  }
}
