package galley.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A small WebDAV server over a folder, for ann with the password secret. */
final class DavServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path root;
  private final boolean moves;
  private volatile boolean hidesDots;
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  /**
   * @param moves whether it can rename
   */
  DavServer(Path root, boolean moves) throws IOException {
    this.root = root;
    this.moves = moves;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/site/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/site/";
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** How many more bytes it takes. */
  void room(long bytes) {
    room.set(bytes);
  }

  /** From now on lists leave out what begins with a dot, as nginx's do. */
  void hideDots() {
    hidesDots = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody();
      exchange.getResponseBody(); // else closing it closes the connection
      String expected =
          "Basic "
              + Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
      if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        status(exchange, 401);
        return;
      }
      Path place = place(exchange.getRequestURI().getPath());
      switch (exchange.getRequestMethod()) {
        case "PROPFIND" -> list(exchange, place);
        case "GET" -> get(exchange, place);
        case "PUT" -> put(exchange, place);
        case "MOVE" -> move(exchange, place);
        case "MKCOL" -> {
          if (Files.exists(place)) {
            status(exchange, 405);
          } else if (!Files.isDirectory(place.getParent())) {
            status(exchange, 409);
          } else {
            Files.createDirectory(place);
            status(exchange, 201);
          }
        }
        case "DELETE" -> status(exchange, delete(place) ? 204 : 404);
        default -> status(exchange, 405);
      }
    }
  }

  private Path place(String path) {
    return root.resolve(path.substring("/site/".length()).replaceAll("/$", ""));
  }

  private void list(HttpExchange exchange, Path place) throws IOException {
    if (!Files.exists(place)) {
      status(exchange, 404);
      return;
    }
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">");
    String path = exchange.getRequestURI().getRawPath();
    xml.append(response(path, place));
    if (Files.isDirectory(place) && "1".equals(exchange.getRequestHeaders().getFirst("Depth"))) {
      try (Stream<Path> inside = Files.list(place)) {
        for (Path file : inside.toList()) {
          String name = WebPaths.encoded(file.getFileName().toString());
          if (hidesDots && name.startsWith(".")) {
            continue;
          }
          xml.append(response(path + name + (Files.isDirectory(file) ? "/" : ""), file));
        }
      }
    }
    send(exchange, 207, xml.append("</D:multistatus>").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String response(String href, Path file) throws IOException {
    BasicFileAttributes it = Files.readAttributes(file, BasicFileAttributes.class);
    String props =
        it.isDirectory()
            ? "<D:resourcetype><D:collection/></D:resourcetype>"
            : "<D:resourcetype/><D:getcontentlength>"
                + it.size()
                + "</D:getcontentlength><D:getetag>\""
                + it.lastModifiedTime().toInstant()
                + "\"</D:getetag>";
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + props
        + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  }

  /** With all that is inside (RFC 4918, 9.6.1). */
  private static boolean delete(Path place) throws IOException {
    if (!Files.exists(place)) {
      return false;
    }
    try (Stream<Path> inside = Files.walk(place)) {
      for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
    return true;
  }

  private static void get(HttpExchange exchange, Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      send(exchange, 200, Files.readAllBytes(place));
    } else {
      status(exchange, 404);
    }
  }

  private void put(HttpExchange exchange, Path place) throws IOException {
    if (!Files.isDirectory(place.getParent())) {
      status(exchange, 409);
      return;
    }
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    long bytes = length == null ? 0 : Long.parseLong(length);
    if (room.addAndGet(-bytes) < 0) {
      exchange.getRequestBody().readAllBytes();
      status(exchange, 507);
      return;
    }
    try (OutputStream out = Files.newOutputStream(place)) {
      exchange.getRequestBody().transferTo(out);
    }
    status(exchange, 201);
  }

  private void move(HttpExchange exchange, Path place) throws IOException {
    if (!moves) {
      status(exchange, 405);
    } else if (!Files.exists(place)) {
      status(exchange, 404);
    } else {
      URI to = URI.create(exchange.getRequestHeaders().getFirst("Destination"));
      Files.move(place, place(to.getPath()), StandardCopyOption.ATOMIC_MOVE);
      status(exchange, 204);
    }
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
