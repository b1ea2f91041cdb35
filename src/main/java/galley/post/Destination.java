package galley.post;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a site is put: the kind of host and how to get there, never a secret. Hosts are names or
 * addresses without a port; folders on a host have slashes.
 */
public sealed interface Destination {
  /** What people call it; the same name is never given to two destinations of a site. */
  String name();

  /** How visitors get what is put there. */
  enum Serving {
    /** The web server looks into the folder itself; files are replaced there one by one. */
    IN_PLACE,
    /** The web server looks at {@code current} in the folder, a link that is switched at once. */
    LINK
  }

  /** A folder of this computer, or a disk of another that is connected. */
  record Folder(String name, String path, Serving serving) implements Destination {
    public Folder {
      Checks.name(name);
      Checks.filled("path", path);
    }
  }

  /** A folder on a host with SSH. */
  record Sftp(
      String name,
      String host,
      int port,
      String user,
      String folder,
      Serving serving,
      Optional<String> keyFile)
      implements Destination {
    public Sftp {
      Checks.name(name);
      Checks.host(host);
      Checks.port(port);
      Checks.plain("user", user);
      Checks.filled("folder", folder);
    }
  }

  /** A folder on a host with FTP over TLS (RFC 4217, explicit). */
  record Ftps(String name, String host, int port, String user, String folder)
      implements Destination {
    public Ftps {
      Checks.name(name);
      Checks.host(host);
      Checks.port(port);
      Checks.plain("user", user);
      Checks.filled("folder", folder);
    }
  }

  /** A folder on a WebDAV host (RFC 4918). */
  record WebDav(String name, String address, String user) implements Destination {
    public WebDav {
      Checks.name(name);
      Checks.web(address);
      Checks.plain("user", user);
    }
  }

  /**
   * A bucket of an S3-compatible host.
   *
   * @param endpoint the host's address; the bucket goes into the path
   * @param prefix what all keys begin with, without a slash at either end; may be empty
   * @param accessKey the public half of the key pair
   */
  record S3(
      String name, String endpoint, String region, String bucket, String prefix, String accessKey)
      implements Destination {
    public S3 {
      Checks.name(name);
      Checks.web(endpoint);
      Checks.plain("region", region);
      Checks.matches("bucket", bucket, "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
      Checks.filled("prefix", prefix + ".");
      Checks.plain("accessKey", accessKey);
    }
  }

  /**
   * A branch of a Git repository.
   *
   * @param address a path, {@code ssh://user@host/path}, or {@code user@host:path}
   * @param folder the folder of the branch that is the site; empty for all of it
   */
  record Git(String name, String address, String branch, String folder, Optional<String> keyFile)
      implements Destination {
    private static final Pattern PASSWORD = Pattern.compile("^[a-z+]+://[^/@]*:[^/@]*@.*");

    public Git {
      Checks.name(name);
      Checks.filled("address", address);
      if (PASSWORD.matcher(address).matches()) {
        throw new IllegalArgumentException("An address holds no password");
      }
      Checks.matches("branch", branch, "[A-Za-z0-9][A-Za-z0-9._/-]{0,200}");
      Checks.filled("folder", folder + ".");
    }
  }

  /** What the parts of an address may hold. */
  final class Checks {
    private Checks() {}

    private static void name(String name) {
      filled("name", name);
    }

    private static void filled(String part, String value) {
      if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("Not a " + part + ": " + value);
      }
    }

    private static void plain(String part, String value) {
      matches(part, value, "[^\\s\\p{Cntrl}/@:]{1,200}|[^\\s\\p{Cntrl}/:]{1,200}");
    }

    private static void host(String host) {
      matches("host", host, "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*");
    }

    private static void port(int port) {
      if (port < 1 || port > 65535) {
        throw new IllegalArgumentException("Not a port: " + port);
      }
    }

    private static void web(String address) {
      matches("web address", address, "https?://[^\\s\\p{Cntrl}@?#]+");
    }

    private static void matches(String part, String value, String pattern) {
      if (!value.matches(pattern)) {
        throw new IllegalArgumentException("Not a " + part + ": " + value);
      }
    }
  }
}
