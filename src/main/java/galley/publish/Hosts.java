package galley.publish;

import galley.asset.Messages;
import galley.post.Destination;
import java.io.IOException;

/** Opens the host of a destination. */
public final class Hosts {
  private Hosts() {}

  /**
   * Connects and signs in.
   *
   * @throws PublishException if that can't be done
   */
  public static Host open(Destination destination, Access access) {
    try {
      return switch (destination) {
        case Destination.Folder to -> new FolderHost(to);
        case Destination.Sftp to -> SftpHost.open(to, access);
        case Destination.Ftps to -> FtpsHost.open(to, access);
        case Destination.WebDav to -> WebDavHost.open(to, access);
        case Destination.S3 to -> S3Host.open(to, access);
        case Destination.Git to -> GitHost.open(to, access);
      };
    } catch (IOException e) {
      throw Failures.opening(e, Messages.text("publish.destination", destination.name()));
    }
  }

  /**
   * Makes the folder of a destination on this computer, because the person said so.
   *
   * @throws PublishException if that can't be done
   */
  public static void makeFolder(Destination.Folder destination) {
    try (FolderHost host = new FolderHost(destination)) {
      host.makeRoot();
    } catch (IOException e) {
      throw Failures.opening(e, destination.path());
    }
  }
}
