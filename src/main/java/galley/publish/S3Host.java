package galley.publish;

import galley.post.Destination;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A bucket of an S3-compatible host, its name in the path. A file is renamed by a copy on the host,
 * which takes the place of an earlier one in one step.
 */
public final class S3Host implements Host {
  /** Larger files are not hashed before they are sent; TLS guards them. */
  private static final int HASHED = 32 << 20;

  private final Destination.S3 destination;
  private final Access access;
  private final Http http;
  private final URI endpoint;
  private final Signature4 signature;
  private Duration clockIsOff = Duration.ZERO;

  private S3Host(Destination.S3 destination, Access access, Http http, Signature4 signature) {
    this.destination = destination;
    this.access = access;
    this.http = http;
    this.endpoint = URI.create(destination.endpoint());
    this.signature = signature;
  }

  /** Signs in and looks whether the bucket is there. */
  public static S3Host open(Destination.S3 destination, Access access) throws IOException {
    URI address = Http.address(destination.endpoint());
    String secret =
        access
            .secrets()
            .find(destination, Secrets.Kind.SECRET_KEY)
            .map(String::new)
            .orElseThrow(() -> new HostException(Trouble.SIGN_IN, "No secret key was given"));
    S3Host host =
        new S3Host(
            destination,
            access,
            new Http(address, access),
            new Signature4(destination.region(), destination.accessKey(), secret));
    boolean done = false;
    try {
      host.list("");
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
    return destination.bucket() + " at " + endpoint.getHost();
  }

  @Override
  public Ability can() {
    return Ability.RENAME;
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    String prefix = SitePath.join(destination.prefix(), folder);
    prefix = prefix.isEmpty() ? "" : prefix + "/";
    Map<String, Entry> entries = new HashMap<>();
    String next = "";
    do {
      TreeMap<String, String> query = new TreeMap<>();
      query.put("list-type", "2");
      query.put("prefix", prefix);
      query.put("delimiter", "/");
      if (!next.isEmpty()) {
        query.put("continuation-token", next);
      }
      byte[] answer = expect(send(new Call("GET", "", query), BodyPublishers.noBody(), ""), "");
      for (Map<String, String> one : Xml.items(answer, Set.of("Contents", "CommonPrefixes"))) {
        boolean isFolder = one.containsKey("Prefix");
        String key = one.getOrDefault(isFolder ? "Prefix" : "Key", "");
        String name = key.substring(Math.min(prefix.length(), key.length()));
        if (isFolder && !name.isEmpty()) {
          entries.put(name.substring(0, name.length() - 1), Entry.directory());
        } else if (!name.isEmpty()) {
          entries.put(
              name,
              new Entry(
                  false,
                  Long.parseLong(one.getOrDefault("Size", "0")),
                  one.getOrDefault("ETag", "")));
        }
      }
      next = Xml.first(answer, "NextContinuationToken");
    } while (!next.isEmpty());
    return entries;
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    HttpResponse<byte[]> answer =
        send(new Call("GET", path, new TreeMap<>()), BodyPublishers.noBody(), "");
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(new ByteArrayInputStream(expect(answer, path)));
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    Call call = new Call("PUT", path, new TreeMap<>());
    // staged files get their final type here, for a copy keeps it
    call.headers().put("content-type", ContentTypes.of(path));
    if (bytes <= HASHED) {
      byte[] all = content.readAllBytes();
      expect(send(call, BodyPublishers.ofByteArray(all), Sha256.of(all)), path);
    } else {
      expect(send(call, http.body(content, bytes), "UNSIGNED-PAYLOAD"), path);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Call call = new Call("PUT", to, new TreeMap<>());
    call.headers()
        .put("x-amz-copy-source", "/" + destination.bucket() + "/" + WebPaths.encoded(key(from)));
    call.headers().put("x-amz-metadata-directive", "REPLACE");
    call.headers().put("content-type", ContentTypes.of(to));
    byte[] answer = expect(send(call, BodyPublishers.noBody(), ""), to);
    // a copy can fail after its answer has begun with 200
    if (!Xml.first(answer, "Code").isEmpty()) {
      throw new HostException(Trouble.FAILED, Xml.first(answer, "Code") + " for " + to);
    }
    delete(from);
  }

  @Override
  public void delete(String path) throws IOException {
    HttpResponse<byte[]> answer =
        send(new Call("DELETE", path, new TreeMap<>()), BodyPublishers.noBody(), "");
    if (answer.statusCode() != 404) {
      expect(answer, path);
    }
  }

  @Override
  public void folder(String path) {
    // there are none; keys with slashes are enough
  }

  @Override
  public void removeFolder(String path) {
    // gone with its last file
  }

  @Override
  public void close() {
    http.close();
  }

  /** One request: headers are those that are signed beside the usual ones. */
  private record Call(
      String method, String path, TreeMap<String, String> query, Map<String, String> headers) {
    Call(String method, String path, TreeMap<String, String> query) {
      this(method, path, query, new HashMap<>());
    }
  }

  private HttpResponse<byte[]> send(Call call, BodyPublisher body, String hash) throws IOException {
    HttpResponse<byte[]> answer = http.send(signed(call, body, hash));
    if (answer.statusCode() == 403
        && Xml.first(answer.body(), "Code").equals("RequestTimeTooSkewed")
        && setClock(answer)
        && !hash.equals("UNSIGNED-PAYLOAD")) {
      return http.send(signed(call, body, hash));
    }
    return answer;
  }

  /** The host says our clock is wrong: from here on, its own counts. */
  private boolean setClock(HttpResponse<byte[]> answer) {
    try {
      Instant there =
          ZonedDateTime.parse(
                  answer.headers().firstValue("date").orElse(""),
                  DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant();
      clockIsOff = Duration.between(access.clock().instant(), there);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private HttpRequest signed(Call call, BodyPublisher body, String hash) {
    String path =
        "/"
            + destination.bucket()
            + (call.path().isEmpty() ? "" : "/" + WebPaths.encoded(key(call.path())));
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.put("host", endpoint.getRawAuthority());
    headers.put("x-amz-date", Signature4.time(access.clock().instant().plus(clockIsOff)));
    headers.put("x-amz-content-sha256", hash.isEmpty() ? Sha256.of("") : hash);
    String authorization = signature.authorization(call.method(), path, call.query(), headers);
    String query = call.query().isEmpty() ? "" : "?" + Signature4.query(call.query());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path + query))
            .method(call.method(), body)
            .header("authorization", authorization);
    headers.remove("host");
    headers.forEach(request::header);
    return request.build();
  }

  private String key(String path) {
    return SitePath.join(destination.prefix(), path);
  }

  private byte[] expect(HttpResponse<byte[]> answer, String path) throws IOException {
    if (answer.statusCode() / 100 == 2) {
      return answer.body();
    }
    String code = Xml.first(answer.body(), "Code");
    Trouble trouble =
        switch (code) {
          case "InvalidAccessKeyId", "SignatureDoesNotMatch" -> Trouble.SIGN_IN;
          case "AccessDenied" -> Trouble.FORBIDDEN;
          case "NoSuchBucket" -> Trouble.UNABLE;
          case "QuotaExceeded", "InsufficientStorage", "XMinioStorageFull" -> Trouble.FULL;
          default ->
              switch (answer.statusCode()) {
                case 401 -> Trouble.SIGN_IN;
                case 403 -> Trouble.FORBIDDEN;
                case 507 -> Trouble.FULL;
                default -> Trouble.FAILED;
              };
        };
    if (trouble == Trouble.SIGN_IN) {
      access.secrets().forget(destination, Secrets.Kind.SECRET_KEY);
    }
    throw new HostException(trouble, answer.statusCode() + " " + code + " for " + path);
  }
}
