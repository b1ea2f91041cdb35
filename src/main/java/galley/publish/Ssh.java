package galley.publish;

import galley.post.Destination;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;

/** A signed-in connection to an SSH host whose key was checked. */
final class Ssh implements AutoCloseable {
  private final SshClient client;
  private final ClientSession session;
  private final Timeouts timeouts;

  private Ssh(SshClient client, ClientSession session, Timeouts timeouts) {
    this.client = client;
    this.session = session;
    this.timeouts = timeouts;
  }

  /**
   * Where to sign in.
   *
   * @param of whose secrets are asked for
   */
  record Account(String host, int port, String user, Optional<String> keyFile, Destination of) {}

  ClientSession session() {
    return session;
  }

  /**
   * Runs a command if the account has a shell; whether it did all it was to do. Only OpenSSH is
   * asked, which always says so where there is no shell.
   */
  boolean runs(String command) {
    if (!String.valueOf(session.getServerVersion()).contains("OpenSSH")) {
      return false;
    }
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.setRedirectErrorStream(true);
      channel.setOut(OutputStream.nullOutputStream());
      channel.open().verify(timeouts.connect());
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), timeouts.idle());
      Integer status = channel.getExitStatus();
      return status != null && status == 0;
    } catch (IOException noShell) {
      return false;
    }
  }

  /** A word of a POSIX shell. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  static Ssh connect(Account account, Access access) throws IOException {
    HostKeys keys = new HostKeys(account.host(), account.port(), access);
    SshClient client = client(access.timeouts(), keys);
    boolean done = false;
    try {
      client.start();
      ClientSession session = session(client, account, access, keys);
      done = true;
      return new Ssh(client, session, access.timeouts());
    } finally {
      if (!done) {
        client.stop();
      }
    }
  }

  private static SshClient client(Timeouts timeouts, HostKeys keys) throws IOException {
    SshClient client = SshClient.setUpDefaultClient();
    // only what the destination says; nothing of a person's ~/.ssh
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServerKeyVerifier(keys);
    // a host with several keys shows the kind it is known by, as OpenSSH asks it to
    List<String> kinds = keys.kinds();
    List<NamedFactory<Signature>> signatures = new ArrayList<>(client.getSignatureFactories());
    signatures.sort(Comparator.comparing(one -> !isOfKind(one.getName(), kinds)));
    client.setSignatureFactories(signatures);
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, timeouts.connect());
    CoreModuleProperties.AUTH_TIMEOUT.set(client, timeouts.connect().plus(timeouts.idle()));
    CoreModuleProperties.IDLE_TIMEOUT.set(client, timeouts.idle());
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, timeouts.idle().plus(timeouts.connect()));
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, timeouts.idle());
    CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, timeouts.connect());
    CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(client, timeouts.connect());
    return client;
  }

  private static boolean isOfKind(String signature, List<String> kinds) {
    return kinds.stream()
        .anyMatch(kind ->
            signature.equals(kind) || (kind.equals("ssh-rsa") && signature.startsWith("rsa-")));
  }

  private static ClientSession session(
      SshClient client, Account account, Access access, HostKeys keys) throws IOException {
    ClientSession session;
    try {
      session =
          client
              .connect(account.user(), account.host(), account.port())
              .verify(access.timeouts().connect())
              .getSession();
    } catch (IOException e) {
      throw new HostException(Trouble.UNREACHABLE, "No SSH at " + account.host(), e);
    }
    try {
      if (account.keyFile().isPresent()) {
        for (KeyPair pair : pairs(session, Path.of(account.keyFile().get()), account, access)) {
          session.addPublicKeyIdentity(pair);
        }
      } else {
        session.setPasswordIdentityProvider(context -> passwords(account, access));
      }
      session.auth().verify(access.timeouts().connect().plus(access.timeouts().idle()));
      return session;
    } catch (IOException e) {
      session.close(true);
      throw refused(e, account, access, keys);
    }
  }

  /** Asked for only when the host wants one. */
  private static Iterable<String> passwords(Account account, Access access) {
    return access
        .secrets()
        .find(account.of(), Secrets.Kind.PASSWORD)
        .map(secret -> List.of(new String(secret)))
        .orElse(List.of());
  }

  private static HostException refused(
      IOException e, Account account, Access access, HostKeys keys) {
    if (e instanceof HostException known) {
      return known;
    }
    if (keys.refusal().isPresent()) {
      return new HostException(keys.refusal().get(), "The host's key was refused");
    }
    if (e instanceof SshException ssh
        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
      access.secrets().forget(account.of(), Secrets.Kind.PASSWORD);
      return new HostException(Trouble.SIGN_IN, "The host does not let us in", e);
    }
    return new HostException(Trouble.BROKEN_OFF, "Signing in broke off", e);
  }

  private static Iterable<KeyPair> pairs(
      ClientSession session, Path file, Account account, Access access) throws IOException {
    try (var in = Files.newInputStream(file)) {
      Iterable<KeyPair> pairs =
          SecurityUtils.loadKeyPairIdentities(
              session,
              NamedResource.ofName(file.toString()),
              in,
              new FilePasswordProvider() {
                @Override
                public String getPassword(SessionContext context, NamedResource key, int retry)
                    throws IOException {
                  return access
                      .secrets()
                      .find(account.of(), Secrets.Kind.PASSPHRASE)
                      .map(String::new)
                      .orElseThrow(() -> new IOException("No passphrase was given"));
                }

                @Override
                public ResourceDecodeResult handleDecodeAttemptResult(
                    SessionContext context,
                    NamedResource key,
                    int retry,
                    String password,
                    Exception failure) {
                  if (failure != null) {
                    access.secrets().forget(account.of(), Secrets.Kind.PASSPHRASE);
                  }
                  return ResourceDecodeResult.TERMINATE;
                }
              });
      if (pairs == null) {
        throw new HostException(Trouble.SIGN_IN, "No key in " + file);
      }
      return pairs;
    } catch (HostException known) {
      throw known;
    } catch (IOException | GeneralSecurityException e) {
      throw new HostException(Trouble.SIGN_IN, "The key " + file + " can't be used", e);
    }
  }

  @Override
  public void close() {
    session.close(true);
    client.stop();
  }
}
