package galley.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A small S3 in memory, whose bucket is site; the signer of the AWS SDK judges each request. */
final class S3Server implements AutoCloseable {
  static final String ACCESS_KEY = "AKIDEXAMPLE";
  static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final int PAGE = 3; // keys in a list, so that lists have several pages

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final Map<String, String> types = new HashMap<>();

  S3Server() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  ConcurrentSkipListMap<String, byte[]> objects() {
    return objects;
  }

  String type(String key) {
    return types.getOrDefault(key, "");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody();
      exchange.getResponseBody(); // else closing it closes the connection
      byte[] body = exchange.getRequestBody().readAllBytes();
      String fault = fault(exchange, body);
      if (!fault.isEmpty()) {
        send(exchange, 403, "<Error><Code>" + fault + "</Code></Error>");
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (!path.startsWith("/site")) {
        send(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>");
        return;
      }
      String key = path.length() <= 6 ? "" : path.substring(6);
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, key);
        case "PUT" -> put(exchange, key, body);
        case "DELETE" -> {
          objects.remove(key);
          exchange.sendResponseHeaders(204, -1);
        }
        default -> send(exchange, 405, "");
      }
    }
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    if (key.isEmpty()) {
      list(exchange);
    } else if (objects.containsKey(key)) {
      byte[] content = objects.get(key);
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      if (content.length > 0) {
        exchange.getResponseBody().write(content);
      }
    } else {
      send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
    }
  }

  private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
    String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    byte[] content = body;
    if (source != null) {
      content =
          objects.get(
              URLDecoder.decode(source, StandardCharsets.UTF_8).substring("/site/".length()));
      if (content == null) {
        send(exchange, 200, "<Error><Code>NoSuchKey</Code></Error>");
        return;
      }
    }
    objects.put(key, content);
    types.put(key, exchange.getRequestHeaders().getFirst("content-type"));
    send(exchange, 200, source == null ? "" : "<CopyObjectResult/>");
  }

  private void list(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    String prefix = query.get("prefix");
    TreeSet<String> names = new TreeSet<>();
    for (String key : objects.keySet()) {
      if (key.startsWith(prefix)) {
        int slash = key.indexOf('/', prefix.length());
        names.add(slash < 0 ? key : key.substring(0, slash + 1));
      }
    }
    String after = query.getOrDefault("continuation-token", "");
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>");
    xml.append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    xml.append("<Name>site</Name><Prefix>").append(prefix).append("</Prefix>");
    int listed = 0;
    for (String name : names.tailSet(after, false)) {
      if (listed++ == PAGE) {
        break;
      }
      after = name;
      if (name.endsWith("/")) {
        xml.append("<CommonPrefixes><Prefix>").append(name).append("</Prefix></CommonPrefixes>");
      } else {
        byte[] content = objects.getOrDefault(name, new byte[0]);
        xml.append("<Contents><Key>").append(name).append("</Key><ETag>&quot;");
        xml.append(Sha256.of(content), 0, 32).append("&quot;</ETag><Size>");
        xml.append(content.length).append("</Size></Contents>");
      }
    }
    if (listed > PAGE) {
      xml.append("<NextContinuationToken>").append(after).append("</NextContinuationToken>");
    }
    send(exchange, 200, xml.append("</ListBucketResult>").toString());
  }

  /** What is wrong with a request's signature, as the AWS SDK would have made it. */
  private static String fault(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    String time = headers.getFirst("x-amz-date");
    Instant at =
        LocalDateTime.parse(time, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
            .toInstant(ZoneOffset.UTC);
    if (Duration.between(at, Instant.now()).abs().compareTo(Duration.ofMinutes(15)) > 0) {
      return "RequestTimeTooSkewed";
    }
    String authorization = headers.getFirst("authorization");
    String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(exchange.getRequestMethod()))
            .protocol("http")
            .host("127.0.0.1")
            .port(exchange.getLocalAddress().getPort())
            .encodedPath(exchange.getRequestURI().getRawPath());
    query(exchange).forEach(request::putRawQueryParameter);
    for (String name : names.split(";")) {
      if (!name.equals("x-amz-date") && !name.equals("x-amz-content-sha256")) {
        request.putHeader(name, headers.getFirst(name));
      }
    }
    var signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(AwsCredentialsIdentity.create(ACCESS_KEY, SECRET_KEY))
                    .request(request.build())
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)));
    String expected = signed.request().firstMatchingHeader("Authorization").orElseThrow();
    boolean sameHash =
        signed
            .request()
            .firstMatchingHeader("x-amz-content-sha256")
            .orElseThrow()
            .equals(headers.getFirst("x-amz-content-sha256"));
    return expected.equals(authorization) && sameHash ? "" : "SignatureDoesNotMatch";
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new TreeMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String one : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = one.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
