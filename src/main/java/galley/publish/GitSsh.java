package galley.publish;

import galley.post.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** Git's commands over the same SSH, with the same check of host keys, as SFTP. */
final class GitSsh extends SshSessionFactory {
  private final Destination.Git destination;
  private final Access access;

  GitSsh(Destination.Git destination, Access access) {
    this.destination = destination;
    this.access = access;
  }

  @Override
  public RemoteSession getSession(
      URIish address, CredentialsProvider none, FS files, int milliseconds)
      throws TransportException {
    try {
      Ssh ssh =
          Ssh.connect(
              new Ssh.Account(
                  address.getHost(),
                  address.getPort() > 0 ? address.getPort() : 22,
                  address.getUser() == null ? "git" : address.getUser(),
                  destination.keyFile(),
                  destination),
              access);
      return new Session(ssh, access.timeouts());
    } catch (IOException e) {
      throw new TransportException(address, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String getType() {
    return "galley";
  }

  private record Session(Ssh ssh, Timeouts timeouts) implements RemoteSession {
    @Override
    public Process exec(String command, int seconds) throws IOException {
      ChannelExec channel = ssh.session().createExecChannel(command);
      channel.open().verify(timeouts.connect());
      return new Command(channel, timeouts.idle());
    }

    @Override
    public void disconnect() {
      ssh.close();
    }
  }

  private static final class Command extends Process {
    private final ChannelExec channel;
    private final Duration patience;

    Command(ChannelExec channel, Duration patience) {
      this.channel = channel;
      this.patience = patience;
    }

    @Override
    public OutputStream getOutputStream() {
      return channel.getInvertedIn();
    }

    @Override
    public InputStream getInputStream() {
      return channel.getInvertedOut();
    }

    @Override
    public InputStream getErrorStream() {
      return channel.getInvertedErr();
    }

    @Override
    public int waitFor() {
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), patience);
      return status();
    }

    @Override
    public boolean waitFor(long time, TimeUnit unit) {
      return channel
          .waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.of(time, unit.toChronoUnit()))
          .contains(ClientChannelEvent.CLOSED);
    }

    @Override
    public int exitValue() {
      if (channel.isOpen()) {
        throw new IllegalThreadStateException("It is still running");
      }
      return status();
    }

    private int status() {
      Integer status = channel.getExitStatus();
      return status == null ? -1 : status;
    }

    @Override
    public void destroy() {
      channel.close(true);
    }
  }
}
