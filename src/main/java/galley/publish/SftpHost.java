package galley.publish;

import galley.post.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.CopyFileExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatExtensionInfo;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatPathExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder on a host with SSH, by SFTP version 3 and OpenSSH's extensions. */
public final class SftpHost implements Host {
  private static final String HARD_LINK = "hardlink@openssh.com";

  private final Destination.Sftp destination;
  private final Ssh ssh;
  private final SftpClient sftp;
  private final String root;

  private SftpHost(Destination.Sftp destination, Ssh ssh, SftpClient sftp) {
    this.destination = destination;
    this.ssh = ssh;
    this.sftp = sftp;
    String folder = destination.folder();
    this.root =
        folder.endsWith("/") && folder.length() > 1
            ? folder.substring(0, folder.length() - 1)
            : folder;
  }

  /** Connects and signs in. */
  public static SftpHost open(Destination.Sftp destination, Access access) throws IOException {
    Ssh ssh =
        Ssh.connect(
            new Ssh.Account(
                destination.host(),
                destination.port(),
                destination.user(),
                destination.keyFile(),
                destination),
            access);
    boolean done = false;
    try {
      SftpClient sftp = SftpClientFactory.instance().createSftpClient(ssh.session(), 3);
      SftpHost host = new SftpHost(destination, ssh, sftp);
      host.requireRoot();
      done = true;
      return host;
    } catch (HostException known) {
      throw known;
    } catch (IOException e) {
      throw new HostException(Trouble.UNABLE, "No SFTP at " + destination.host(), e);
    } finally {
      if (!done) {
        ssh.close();
      }
    }
  }

  private void requireRoot() throws IOException {
    if (stat(root).filter(Attributes::isDirectory).isEmpty()) {
      throw new HostException(Trouble.NO_FOLDER_THERE, root);
    }
  }

  @Override
  public String name() {
    return destination.user() + "@" + destination.host();
  }

  @Override
  public Ability can() {
    return switch (destination.serving()) {
      case IN_PLACE -> Ability.RENAME;
      case LINK -> Ability.SWAP;
    };
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    try {
      for (SftpClient.DirEntry each : entries(folder)) {
        String name = each.getFilename();
        if (!name.equals(".") && !name.equals("..")) {
          Attributes own = each.getAttributes();
          Optional<Attributes> real =
              own.isSymbolicLink() ? stat(place(SitePath.join(folder, name))) : Optional.of(own);
          entries.put(name, real.map(SftpHost::entry).orElse(new Entry(false, 0, "")));
        }
      }
    } catch (IOException e) {
      if (!isMissing(e)) {
        throw told(e);
      }
    }
    return entries;
  }

  private Collection<SftpClient.DirEntry> entries(String folder) throws IOException {
    try {
      return sftp.readEntries(place(folder));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Entry entry(Attributes attributes) {
    return attributes.isDirectory()
        ? Entry.directory()
        : new Entry(false, attributes.getSize(), attributes.getModifyTime().toInstant().toString());
  }

  private Optional<Attributes> stat(String place) throws IOException {
    try {
      return Optional.of(sftp.stat(place));
    } catch (IOException e) {
      if (isMissing(e)) {
        return Optional.empty();
      }
      throw told(e);
    }
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    if (stat(place(path)).filter(Attributes::isRegularFile).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(sftp.read(place(path)));
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    try (OutputStream out =
        sftp.write(place(path), EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
      content.transferTo(out);
    } catch (IOException e) {
      throw full(path, bytes, told(e));
    }
  }

  /** OpenSSH calls a full disk a failure and no more. */
  private IOException full(String path, long bytes, HostException failure) {
    OpenSSHStatPathExtension space = sftp.getExtension(OpenSSHStatPathExtension.class);
    if (failure.trouble() == Trouble.FAILED && space != null && space.isSupported()) {
      try {
        OpenSSHStatExtensionInfo disk = space.stat(place(SitePath.folder(path)));
        if (disk.f_bavail * disk.f_frsize < bytes) {
          return new HostException(Trouble.FULL, String.valueOf(failure.getMessage()), failure);
        }
      } catch (IOException unknown) {
        failure.addSuppressed(unknown);
      }
    }
    return failure;
  }

  @Override
  public void rename(String from, String to) throws IOException {
    try {
      OpenSSHPosixRenameExtension posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
      if (posix != null && posix.isSupported()) {
        posix.posixRename(place(from), place(to));
      } else {
        sftp.rename(place(from), place(to));
      }
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      sftp.remove(place(path));
    } catch (IOException e) {
      if (!isMissing(e)) {
        throw told(e);
      }
    }
  }

  @Override
  public void folder(String path) throws IOException {
    if (path.isEmpty() || stat(place(path)).filter(Attributes::isDirectory).isPresent()) {
      return;
    }
    folder(SitePath.folder(path));
    try {
      sftp.mkdir(place(path));
    } catch (IOException e) {
      // another may have made it at the same time
      if (stat(place(path)).filter(Attributes::isDirectory).isEmpty()) {
        throw told(e);
      }
    }
  }

  @Override
  public void removeFolder(String path) throws IOException {
    try {
      sftp.rmdir(place(path));
    } catch (IOException e) {
      // version 3 has no word for a folder that is not empty, or not there
      boolean used =
          e instanceof SftpException
              && (stat(place(path)).filter(Attributes::isDirectory).isEmpty()
                  || !list(path).isEmpty());
      if (!isMissing(e) && !used) {
        throw told(e);
      }
    }
  }

  @Override
  public Optional<String> link(String path) throws IOException {
    try {
      return sftp.lstat(place(path)).isSymbolicLink()
          ? Optional.of(sftp.readLink(place(path)))
          : Optional.empty();
    } catch (IOException e) {
      if (isMissing(e)) {
        return Optional.empty();
      }
      throw told(e);
    }
  }

  @Override
  public void link(String path, String target) throws IOException {
    delete(path + ".new");
    try {
      sftp.symLink(place(path + ".new"), target);
    } catch (IOException e) {
      throw told(e);
    }
    rename(path + ".new", path);
  }

  @Override
  public boolean carry(String from, String to, Collection<String> paths) throws IOException {
    // one command where the account has a shell, instead of one question for each file
    if (ssh.runs("cp -al -- " + Ssh.quoted(place(from) + "/.") + " " + Ssh.quoted(place(to)))) {
      return true;
    }
    Folders folders = new Folders(this);
    boolean links =
        sftp.getServerExtensions().containsKey(HARD_LINK) && sftp instanceof RawSftpClient;
    CopyFileExtension copies = sftp.getExtension(CopyFileExtension.class);
    for (String path : paths) {
      String source = SitePath.join(from, path);
      String target = SitePath.join(to, path);
      folders.above(target);
      try {
        if (links) {
          hardLink(place(source), place(target));
        } else if (copies != null && copies.isSupported()) {
          copies.copyFile(place(source), place(target), true);
        } else {
          copy(source, target);
        }
      } catch (IOException e) {
        throw told(e);
      }
    }
    return links;
  }

  @Override
  public boolean deleteTree(String folder) throws IOException {
    return folder.startsWith(Remote.RELEASES + "/")
        && ssh.runs("rm -rf -- " + Ssh.quoted(place(folder)))
        && stat(place(folder)).isEmpty();
  }

  /** PROTOCOL of OpenSSH, 4.5: SSH_FXP_EXTENDED with the old path and the new one. */
  private void hardLink(String from, String to) throws IOException {
    Buffer request = new ByteArrayBuffer(from.length() + to.length() + 64, false);
    request.putString(HARD_LINK);
    request.putString(from);
    request.putString(to);
    RawSftpClient raw = (RawSftpClient) sftp;
    Buffer answer = raw.receive(raw.send(SftpConstants.SSH_FXP_EXTENDED, request));
    answer.getInt(); // length
    int type = answer.getUByte();
    answer.getInt(); // id
    int status = type == SftpConstants.SSH_FXP_STATUS ? answer.getInt() : -1;
    if (status != SftpConstants.SSH_FX_OK) {
      throw new SftpException(status, "no hard link from " + from);
    }
  }

  /** Through this computer, where the host can't do it alone. */
  private void copy(String from, String to) throws IOException {
    try (InputStream in = sftp.read(place(from));
        OutputStream out =
            sftp.write(place(to), EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
      in.transferTo(out);
    }
  }

  @Override
  public void close() {
    ssh.close();
  }

  private String place(String path) {
    return path.isEmpty() ? root : root.equals("/") ? "/" + path : root + "/" + path;
  }

  private static boolean isMissing(IOException e) {
    return e instanceof SftpException status
        && (status.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
            || status.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH);
  }

  private static HostException told(IOException e) {
    if (e instanceof HostException known) {
      return known;
    }
    if (!(e instanceof SftpException status)) {
      return new HostException(Trouble.BROKEN_OFF, String.valueOf(e.getMessage()), e);
    }
    Trouble trouble =
        switch (status.getStatus()) {
          case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
              Trouble.FULL;
          case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
              Trouble.FORBIDDEN;
          case SftpConstants.SSH_FX_OP_UNSUPPORTED -> Trouble.UNABLE;
          case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
              Trouble.BROKEN_OFF;
          default -> FolderHost.isFull(status) ? Trouble.FULL : Trouble.FAILED;
        };
    return new HostException(trouble, String.valueOf(status.getMessage()), status);
  }
}
