package galley.ui.sites;

import galley.post.Destination;
import galley.post.Destination.Serving;
import java.util.Optional;

/** What a destination says already, field by field; what is usual where it says nothing. */
final class Said {
  private String name = "";
  private String path = "";
  private String host = "";
  private String port = "";
  private String user = "";
  private String folder = "";
  private String key = "";
  private String address = "";
  private String endpoint = "";
  private String region = "us-east-1";
  private String bucket = "";
  private String prefix = "";
  private String accessKey = "";
  private String repository = "";
  private String branch = "main";
  private String inBranch = "";
  private Serving serving = Serving.IN_PLACE;

  private Said() {}

  static Said of(Optional<Destination> before) {
    Said said = new Said();
    before.ifPresent(said::read);
    return said;
  }

  private void read(Destination to) {
    name = to.name();
    switch (to) {
      case Destination.Folder it -> {
        path = it.path();
        serving = it.serving();
      }
      case Destination.Sftp it -> {
        at(it.host(), it.port(), it.user(), it.folder());
        serving = it.serving();
        key = it.keyFile().orElse("");
      }
      case Destination.Ftps it -> at(it.host(), it.port(), it.user(), it.folder());
      case Destination.WebDav it -> {
        address = it.address();
        user = it.user();
      }
      case Destination.S3 it -> {
        endpoint = it.endpoint();
        region = it.region();
        bucket = it.bucket();
        prefix = it.prefix();
        accessKey = it.accessKey();
      }
      case Destination.Git it -> {
        repository = it.address();
        branch = it.branch();
        inBranch = it.folder();
        key = it.keyFile().orElse("");
      }
    }
  }

  private void at(String atHost, int atPort, String as, String in) {
    host = atHost;
    port = Integer.toString(atPort);
    user = as;
    folder = in;
  }

  String name() {
    return name;
  }

  String path() {
    return path;
  }

  String host() {
    return host;
  }

  String port() {
    return port;
  }

  String user() {
    return user;
  }

  String folder() {
    return folder;
  }

  String key() {
    return key;
  }

  String address() {
    return address;
  }

  String endpoint() {
    return endpoint;
  }

  String region() {
    return region;
  }

  String bucket() {
    return bucket;
  }

  String prefix() {
    return prefix;
  }

  String accessKey() {
    return accessKey;
  }

  String repository() {
    return repository;
  }

  String branch() {
    return branch;
  }

  String inBranch() {
    return inBranch;
  }

  Serving serving() {
    return serving;
  }
}
