package galley.publish;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SSH server with SFTP in this process, for ann with the password secret. */
public final class SftpServer implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();

  public SftpServer(KeyPair key) throws IOException {
    this(key, 0);
  }

  SftpServer(KeyPair key, int port) throws IOException {
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("ann") && password.equals("secret"));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.start();
  }

  public static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  public SshServer server() {
    return server;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
