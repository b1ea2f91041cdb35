package galley.desk;

import galley.asset.Messages;
import galley.post.Destination;
import galley.post.Destination.Serving;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Destinations as people type them.
 *
 * <pre>
 * /srv/www or file:///srv/www
 * sftp://user@host:22/srv/www              ftps://user@host/htdocs
 * https+webdav://user@host/folder          s3://ACCESSKEY@host/bucket/prefix?region=eu-1
 * git+ssh://git@host/site.git#branch:folder
 * </pre>
 */
public final class DestinationAddress {
  private DestinationAddress() {}

  /**
   * How a destination is to be used.
   *
   * @param link whether the web server looks at {@code current} in the folder
   * @param key a private key's file, for SSH
   */
  public record Use(boolean link, Optional<Path> key) {
    Serving serving() {
      return link ? Serving.LINK : Serving.IN_PLACE;
    }

    Optional<String> keyFile() {
      return key.map(file -> file.toAbsolutePath().normalize().toString());
    }
  }

  /** The destination; or a {@link DeskException} that says how addresses look. */
  public static Destination read(String name, String address, Use use) {
    try {
      return of(name.strip(), address.strip(), use);
    } catch (IllegalArgumentException e) {
      throw new DeskException(Messages.text("desk.destination-address", address), e);
    }
  }

  private static Destination of(String name, String address, Use use) {
    if (address.startsWith("git+")) {
      return git(name, address.substring("git+".length()), use);
    }
    if (!address.matches("[a-z0-9+]{2,}:.*")) {
      String path = Path.of(address).toAbsolutePath().normalize().toString();
      return new Destination.Folder(name, path, use.serving());
    }
    URI uri = URI.create(address);
    if (uri.getRawUserInfo() != null && uri.getRawUserInfo().contains(":")) {
      throw new DeskException(Messages.text("desk.destination-secret"));
    }
    return switch (uri.getScheme()) {
      case "file" -> new Destination.Folder(name, Path.of(uri).toString(), use.serving());
      case "sftp" ->
          new Destination.Sftp(
              name, host(uri), port(uri, 22), user(uri), folder(uri), use.serving(), use.keyFile());
      case "ftps" -> new Destination.Ftps(name, host(uri), port(uri, 21), user(uri), folder(uri));
      case "https+webdav", "http+webdav" ->
          new Destination.WebDav(
              name,
              uri.getScheme().replace("+webdav", "") + "://" + place(uri) + uri.getRawPath(),
              user(uri));
      case "s3", "s3+http" -> s3(name, uri);
      default -> throw new IllegalArgumentException("No such destination");
    };
  }

  private static Destination s3(String name, URI uri) {
    String[] path = uri.getPath().replaceAll("^/+|/+$", "").split("/", 2);
    return new Destination.S3(
        name,
        (uri.getScheme().equals("s3") ? "https://" : "http://") + place(uri),
        query(uri).getOrDefault("region", "us-east-1"),
        path[0],
        path.length > 1 ? path[1] : "",
        user(uri));
  }

  private static Destination git(String name, String address, Use use) {
    int hash = address.indexOf('#');
    String place = hash < 0 ? address : address.substring(0, hash);
    String[] branch = (hash < 0 ? "main" : address.substring(hash + 1)).split(":", 2);
    String path = place.startsWith("file://") ? Path.of(URI.create(place)).toString() : place;
    return new Destination.Git(
        name, path, branch[0], branch.length > 1 ? branch[1] : "", use.keyFile());
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    String text = uri.getQuery() == null ? "" : uri.getQuery();
    for (String part : text.split("&", -1)) {
      int at = part.indexOf('=');
      if (at > 0) {
        query.put(part.substring(0, at), part.substring(at + 1));
      }
    }
    return query;
  }

  private static String host(URI uri) {
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("No host");
    }
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  private static String place(URI uri) {
    host(uri);
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  private static int port(URI uri, int standard) {
    return uri.getPort() < 0 ? standard : uri.getPort();
  }

  private static String user(URI uri) {
    if (uri.getUserInfo() == null) {
      throw new IllegalArgumentException("No user");
    }
    return uri.getUserInfo();
  }

  private static String folder(URI uri) {
    return uri.getPath().isEmpty() ? "/" : uri.getPath();
  }
}
