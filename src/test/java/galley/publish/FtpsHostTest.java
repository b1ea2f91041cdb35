package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import galley.post.Destination;
import galley.publish.PublishException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nightly")
final class FtpsHostTest extends HostContract {
  private FtpServer server;
  private int port;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(root());
    start("one");
  }

  private void start(String certificate) throws Exception {
    FtpServerFactory factory = new FtpServerFactory();
    ListenerFactory listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    SslConfigurationFactory ssl = new SslConfigurationFactory();
    ssl.setKeystoreFile(Keystores.selfSigned(temp.resolve(certificate + ".p12")).toFile());
    ssl.setKeystorePassword("password");
    ssl.setKeystoreType("PKCS12");
    listener.setSslConfiguration(ssl.createSslConfiguration());
    Listener made = listener.createListener();
    factory.addListener("default", made);
    BaseUser ann = new BaseUser();
    ann.setName("ann");
    ann.setPassword("secret");
    ann.setHomeDirectory(root().toString());
    ann.setAuthorities(List.of(new WritePermission()));
    factory.getUserManager().save(ann);
    server = factory.createServer();
    server.start();
    port = made.getPort();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Path root() {
    return temp.resolve("site");
  }

  private Destination.Ftps destination() {
    return new Destination.Ftps("Test", "127.0.0.1", port, "ann", "/");
  }

  @Override
  int stride() {
    return 3; // a file takes as many calls
  }

  @Override
  Host open() throws IOException {
    return FtpsHost.open(destination(), Accesses.with("secret", temp.resolve("known")));
  }

  @Override
  Map<String, String> seen() throws IOException {
    return Disks.texts(root());
  }

  @Override
  void tamper(String path, String text) throws IOException {
    Files.writeString(root().resolve(path), text);
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(Kind.SIGN_IN, refused(Accesses.with("wrong", temp.resolve("known"))));
    assertEquals(
        Kind.UNTRUSTED,
        refused(Accesses.with("secret", temp.resolve("no"), (host, kind, sha256) -> false)));
  }

  @Test
  void stopsAtAnotherCertificate() throws Exception {
    open().close();
    server.stop();
    start("two");
    assertEquals(Kind.KEY_CHANGED, refused(Accesses.with("secret", temp.resolve("known"))));
  }

  private Kind refused(Access access) {
    return assertThrows(PublishException.class, () -> Hosts.open(destination(), access)).kind();
  }
}
