package galley.publish;

import galley.post.Destination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder on a WebDAV host (RFC 4918), signed in by Basic (RFC 7617). */
public final class WebDavHost implements Host {
  private static final String LIST =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getetag/>\
      <getlastmodified/></prop></propfind>\
      """;

  private final Destination.WebDav destination;
  private final Access access;
  private final Http http;
  private final String root;
  private final String authorization;

  private WebDavHost(
      Destination.WebDav destination, Access access, Http http, String authorization) {
    this.destination = destination;
    this.access = access;
    this.http = http;
    this.authorization = authorization;
    String address = destination.address();
    this.root = address.endsWith("/") ? address : address + "/";
  }

  /** Signs in and looks whether the folder is there. */
  public static WebDavHost open(Destination.WebDav destination, Access access) throws IOException {
    URI address = Http.address(destination.address());
    String password =
        access
            .secrets()
            .find(destination, Secrets.Kind.PASSWORD)
            .map(String::new)
            .orElseThrow(() -> new HostException(Trouble.SIGN_IN, "No password was given"));
    String authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (destination.user() + ":" + password).getBytes(StandardCharsets.UTF_8));
    WebDavHost host = new WebDavHost(destination, access, new Http(address, access), authorization);
    boolean done = false;
    try {
      if (host.ask("PROPFIND", "", true, LIST, "Depth", "0").statusCode() == 404) {
        throw new HostException(Trouble.NO_FOLDER_THERE, destination.address());
      }
      done = true;
      return host;
    } finally {
      if (!done) {
        host.close();
      }
    }
  }

  @Override
  public String name() {
    return URI.create(destination.address()).getHost();
  }

  @Override
  public Ability can() {
    return Ability.RENAME;
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    HttpResponse<byte[]> answer = ask("PROPFIND", folder, true, LIST, "Depth", "1");
    Map<String, Entry> entries = new HashMap<>();
    if (answer.statusCode() == 404) {
      return entries;
    }
    URI own = uri(folder, true);
    for (Map<String, String> one : Xml.items(answer.body(), Set.of("response"))) {
      URI there;
      try {
        there = own.resolve(one.getOrDefault("href", "").replace(" ", "%20"));
      } catch (IllegalArgumentException notAnAddress) {
        continue; // none of ours is written like that
      }
      String path = there.getPath();
      String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      String base = own.getPath();
      if (bare.length() < base.length() || !bare.startsWith(base)) {
        continue; // the folder itself
      }
      entries.put(bare.substring(base.length()), entry(path, one));
    }
    return entries;
  }

  private static Entry entry(String path, Map<String, String> properties) {
    if (properties.containsKey("collection") || path.endsWith("/")) {
      return Entry.directory();
    }
    String size = properties.getOrDefault("getcontentlength", "");
    String mark =
        properties.getOrDefault("getetag", properties.getOrDefault("getlastmodified", ""));
    return new Entry(false, size.matches("[0-9]{1,18}") ? Long.parseLong(size) : 0, mark);
  }

  /** Asks for it alone: nginx leaves names that begin with a dot out of what it lists. */
  @Override
  public Optional<Entry> hidden(String path) throws IOException {
    HttpResponse<byte[]> answer = ask("PROPFIND", path, false, LIST, "Depth", "0");
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    return Xml.items(answer.body(), Set.of("response")).stream()
        .findFirst()
        .map(one -> entry(one.getOrDefault("href", ""), one));
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    HttpResponse<byte[]> answer = ask("GET", path, false, "");
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(new ByteArrayInputStream(answer.body()));
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    HttpRequest request =
        request("PUT", path, false, http.body(content, bytes))
            .header("Content-Type", ContentTypes.of(path))
            .build();
    accepted(http.send(request), path);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    HttpRequest request =
        request("MOVE", from, false, BodyPublishers.noBody())
            .header("Destination", uri(to, false).toString())
            .header("Overwrite", "T")
            .build();
    accepted(http.send(request), from);
  }

  @Override
  public void delete(String path) throws IOException {
    ask("DELETE", path, false, "");
  }

  @Override
  public void folder(String path) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    int status =
        http.send(request("MKCOL", path, true, BodyPublishers.noBody()).build()).statusCode();
    if (status == 409 || status == 404) {
      folder(SitePath.folder(path));
      status =
          http.send(request("MKCOL", path, true, BodyPublishers.noBody()).build()).statusCode();
    }
    // 405: there is one already (RFC 4918, 9.3.1)
    if (status != 201 && status != 200 && status != 405) {
      throw refused(status, path);
    }
  }

  @Override
  public void removeFolder(String path) throws IOException {
    // DELETE takes all that is inside along (RFC 4918, 9.6.1), and what is not listed, too.
    boolean own = path.equals(SitePath.OWN) || path.startsWith(SitePath.OWN + "/");
    if (list(path).isEmpty() && (own || listsAll())) {
      ask("DELETE", path, true, "");
    }
  }

  /** Whether names that begin with a dot are in the lists: Galley's own folder has such a name. */
  private boolean listsAll() throws IOException {
    return list("").containsKey(SitePath.OWN);
  }

  @Override
  public void close() {
    http.close();
  }

  /** Asks for what may be missing. */
  private HttpResponse<byte[]> ask(
      String method, String path, boolean folder, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        request(
            method,
            path,
            folder,
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers).header("Content-Type", "application/xml; charset=utf-8");
    }
    HttpResponse<byte[]> answer = http.send(request.build());
    if (answer.statusCode() != 404) {
      accepted(answer, path);
    }
    return answer;
  }

  private HttpRequest.Builder request(
      String method, String path, boolean folder, BodyPublisher body) {
    return HttpRequest.newBuilder(uri(path, folder))
        .header("Authorization", authorization)
        .method(method, body);
  }

  private URI uri(String path, boolean folder) {
    String slash = folder && !path.isEmpty() ? "/" : "";
    return URI.create(root + WebPaths.encoded(path) + slash);
  }

  private void accepted(HttpResponse<byte[]> answer, String path) throws HostException {
    if (answer.statusCode() / 100 != 2) {
      throw refused(answer.statusCode(), path);
    }
  }

  private HostException refused(int status, String path) {
    Trouble trouble =
        switch (status) {
          case 401 -> Trouble.SIGN_IN;
          case 403, 423 -> Trouble.FORBIDDEN;
          case 405, 501 -> Trouble.UNABLE;
          case 413, 507 -> Trouble.FULL;
          default -> Trouble.FAILED;
        };
    if (trouble == Trouble.SIGN_IN) {
      access.secrets().forget(destination, Secrets.Kind.PASSWORD);
    }
    return new HostException(trouble, status + " for " + path);
  }
}
