package galley.publish;

import galley.post.Destination;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/**
 * A folder on a host with FTP over TLS (RFC 4217), by passive connections. Hosts whose renaming
 * takes no file's place lose the old one a moment before the new one has its name.
 */
public final class FtpsHost implements Host {
  private final Destination.Ftps destination;
  private final FtpConnection ftp;
  private String root = "";
  private boolean facts;

  private FtpsHost(Destination.Ftps destination, FtpConnection ftp) {
    this.destination = destination;
    this.ftp = ftp;
  }

  /** Connects, signs in and looks whether the folder is there. */
  public static FtpsHost open(Destination.Ftps destination, Access access) throws IOException {
    Certificates certificates;
    FtpConnection ftp;
    try {
      certificates = new Certificates(destination.host(), destination.port(), access);
      // TLS 1.2, for that is what hosts can tell a resumed session by
      ftp =
          new FtpConnection(
              certificates.context(
                  "TLSv1.2", new BouncyCastleJsseProvider(new BouncyCastleProvider())),
              access.timeouts());
    } catch (GeneralSecurityException e) {
      throw new HostException(Trouble.FAILED, "There is no TLS here", e);
    }
    FtpsHost host = new FtpsHost(destination, ftp);
    boolean done = false;
    try {
      host.connect(access, certificates);
      done = true;
      return host;
    } finally {
      if (!done) {
        host.close();
      }
    }
  }

  private void connect(Access access, Certificates certificates) throws IOException {
    try {
      ftp.connect(destination.host(), destination.port());
      ftp.setSoTimeout((int) access.timeouts().idle().toMillis());
    } catch (IOException e) {
      if (certificates.refusal().isPresent()) {
        throw new HostException(certificates.refusal().get(), "The certificate was refused", e);
      }
      throw new HostException(Trouble.UNREACHABLE, "No FTPS at " + destination.host(), e);
    }
    String password =
        access
            .secrets()
            .find(destination, Secrets.Kind.PASSWORD)
            .map(String::new)
            .orElseThrow(() -> new HostException(Trouble.SIGN_IN, "No password was given"));
    try {
      if (!ftp.login(destination.user(), password)) {
        access.secrets().forget(destination, Secrets.Kind.PASSWORD);
        throw new HostException(Trouble.SIGN_IN, "The host does not let us in");
      }
      ftp.prepare();
      facts = ftp.hasFeature("MLST");
      if (!ftp.changeWorkingDirectory(destination.folder())) {
        throw new HostException(Trouble.NO_FOLDER_THERE, destination.folder());
      }
      String here = ftp.printWorkingDirectory();
      root = here == null ? destination.folder() : here;
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public String name() {
    return destination.host();
  }

  @Override
  public Ability can() {
    return Ability.RENAME;
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    try {
      FTPFile[] files = facts ? ftp.mlistDir(place(folder)) : ftp.listFiles(place(folder));
      int reply = ftp.getReplyCode();
      if (!FTPReply.isPositiveCompletion(reply) && reply != 550 && reply != 450 && reply != 501) {
        throw refused("listing " + folder);
      }
      for (FTPFile file : files) {
        // null where a line can't be read
        if (file != null && !file.getName().equals(".") && !file.getName().equals("..")) {
          entries.put(SitePath.name(file.getName()), entry(file));
        }
      }
    } catch (IOException e) {
      throw told(e);
    }
    return entries;
  }

  private Entry entry(FTPFile file) {
    // a plain list has times that read otherwise next year
    boolean marked = facts && file.getTimestampInstant() != null;
    return file.isDirectory()
        ? Entry.directory()
        : new Entry(false, file.getSize(), marked ? file.getTimestampInstant().toString() : "");
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      if (ftp.retrieveFile(place(path), content)) {
        return Optional.of(new ByteArrayInputStream(content.toByteArray()));
      }
    } catch (IOException e) {
      throw told(e);
    }
    if (ftp.getReplyCode() == 550) {
      return Optional.empty();
    }
    throw refused("reading " + path);
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    boolean stored;
    try {
      stored = ftp.storeFile(place(path), content);
    } catch (IOException e) {
      ftp.drain();
      throw told(e);
    }
    if (!stored) {
      throw refused("writing " + path);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    try {
      if (ftp.rename(place(from), place(to))) {
        return;
      }
      // some hosts rename to new names only
      if (ftp.deleteFile(place(to)) && ftp.rename(place(from), place(to))) {
        return;
      }
    } catch (IOException e) {
      throw told(e);
    }
    throw refused("renaming " + from);
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      if (ftp.deleteFile(place(path))) {
        return;
      }
      HostException refusal = refused("deleting " + path);
      if (list(SitePath.folder(path)).containsKey(SitePath.name(path))) {
        throw refusal;
      }
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void folder(String path) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    try {
      if (ftp.changeWorkingDirectory(place(path))) {
        return;
      }
      folder(SitePath.folder(path));
      if (!ftp.makeDirectory(place(path)) && !ftp.changeWorkingDirectory(place(path))) {
        throw refused("making " + path);
      }
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void removeFolder(String path) throws IOException {
    try {
      // not from inside it
      ftp.changeWorkingDirectory(root);
      if (!ftp.removeDirectory(place(path)) && ftp.getReplyCode() == 530) {
        throw refused("deleting " + path);
      }
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void close() {
    ftp.end();
  }

  private String place(String path) {
    return path.isEmpty() ? root : root.endsWith("/") ? root + path : root + "/" + path;
  }

  private HostException refused(String what) {
    String words = String.valueOf(ftp.getReplyString()).strip();
    Trouble trouble =
        switch (ftp.getReplyCode()) {
          case 421, 425, 426 -> Trouble.BROKEN_OFF;
          case 452, 552 -> Trouble.FULL;
          case 500, 502, 504 -> Trouble.UNABLE;
          case 530, 532 -> Trouble.SIGN_IN;
          case 550, 553 ->
              FolderHost.isFull(new IOException(words)) ? Trouble.FULL : Trouble.FORBIDDEN;
          default -> FolderHost.isFull(new IOException(words)) ? Trouble.FULL : Trouble.FAILED;
        };
    return new HostException(trouble, what + ": " + words);
  }

  private static HostException told(IOException e) {
    return e instanceof HostException known
        ? known
        : new HostException(Trouble.BROKEN_OFF, String.valueOf(e.getMessage()), e);
  }
}
