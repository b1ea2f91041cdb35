package galley.ui.sites;

import galley.asset.Messages;
import galley.post.Destination;
import galley.post.Destination.Serving;

/** The kinds of host a site can be put to, and how a destination is said in one line. */
enum Kind {
  FOLDER,
  SFTP,
  FTPS,
  WEBDAV,
  S3,
  GIT;

  static Kind of(Destination to) {
    return switch (to) {
      case Destination.Folder _ -> FOLDER;
      case Destination.Sftp _ -> SFTP;
      case Destination.Ftps _ -> FTPS;
      case Destination.WebDav _ -> WEBDAV;
      case Destination.S3 _ -> S3;
      case Destination.Git _ -> GIT;
    };
  }

  String title() {
    return switch (this) {
      case FOLDER -> Messages.text("sites.kind.folder");
      case SFTP -> Messages.text("sites.kind.sftp");
      case FTPS -> Messages.text("sites.kind.ftps");
      case WEBDAV -> Messages.text("sites.kind.webdav");
      case S3 -> Messages.text("sites.kind.s3");
      case GIT -> Messages.text("sites.kind.git");
    };
  }

  /** Which hosts have it. */
  String about() {
    return switch (this) {
      case FOLDER -> Messages.text("sites.kind.folder.about");
      case SFTP -> Messages.text("sites.kind.sftp.about");
      case FTPS -> Messages.text("sites.kind.ftps.about");
      case WEBDAV -> Messages.text("sites.kind.webdav.about");
      case S3 -> Messages.text("sites.kind.s3.about");
      case GIT -> Messages.text("sites.kind.git.about");
    };
  }

  /** Where a destination is, as people write it. */
  static String place(Destination to) {
    return switch (to) {
      case Destination.Folder it -> it.path();
      case Destination.Sftp it -> it.user() + "@" + host(it.host(), it.port(), 22) + it.folder();
      case Destination.Ftps it -> it.user() + "@" + host(it.host(), it.port(), 21) + it.folder();
      case Destination.WebDav it -> it.address();
      case Destination.S3 it ->
          it.endpoint() + " · " + it.bucket() + (it.prefix().isEmpty() ? "" : "/" + it.prefix());
      case Destination.Git it ->
          it.address() + " · " + it.branch() + (it.folder().isEmpty() ? "" : ":" + it.folder());
    };
  }

  /** Whether a whole release is switched to by a link. */
  static boolean isLinked(Destination to) {
    return switch (to) {
      case Destination.Folder it -> it.serving() == Serving.LINK;
      case Destination.Sftp it -> it.serving() == Serving.LINK;
      default -> false;
    };
  }

  private static String host(String host, int port, int usual) {
    return host + (port == usual ? "" : ":" + port);
  }
}
