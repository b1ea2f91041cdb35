package galley.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows a site in a browser of this computer, as its host will: pages as they are, their own 404
 * page, no list of folders. Nobody else can reach it: it listens on 127.0.0.1 only and answers to
 * no other name, so that no page elsewhere can read it by giving its own name this address.
 */
public final class PreviewServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Path root;
  private final Set<String> names;

  private PreviewServer(HttpServer server, Path root) {
    this.server = server;
    this.root = root;
    int port = server.getAddress().getPort();
    this.names = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /**
   * Starts serving.
   *
   * @param folder the site's root
   * @param port 0 for one that is free
   * @throws IOException if the folder can't be read or the port is taken
   */
  public static PreviewServer start(Path folder, int port) throws IOException {
    Path root = folder.toRealPath();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    PreviewServer preview = new PreviewServer(server, root);
    server.setExecutor(preview.threads);
    server.createContext("/", preview::answer);
    server.start();
    return preview;
  }

  /** Where the site's home page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // closing an exchange whose streams nobody took would close the connection
      exchange.getRequestBody();
      exchange.getResponseBody();
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !names.contains(host)) {
        text(exchange, 421, "This server answers to this computer only.");
        return;
      }
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        text(exchange, 405, "Only for reading.");
        return;
      }
      Optional<String> path = path(exchange.getRequestURI().getRawPath());
      Optional<Path> file = path.flatMap(this::file);
      if (file.isEmpty()) {
        missing(exchange);
      } else if (Files.isDirectory(file.get())) {
        Path index = file.get().resolve("index.html");
        if (!Files.isRegularFile(index) || file(path.get() + "/index.html").isEmpty()) {
          missing(exchange);
        } else if (!exchange.getRequestURI().getRawPath().endsWith("/")) {
          String name = WebPaths.encoded(String.valueOf(file.get().getFileName()));
          exchange.getResponseHeaders().set("Location", "./" + name + "/");
          text(exchange, 301, "");
        } else {
          file(exchange, 200, index);
        }
      } else if (exchange.getRequestURI().getRawPath().endsWith("/")) {
        missing(exchange);
      } else {
        file(exchange, 200, file.get());
      }
    }
  }

  /** A request's path below the root, without slashes at its ends; empty if it is none. */
  private static Optional<String> path(String raw) {
    String path;
    try {
      path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
    String bare = path.replaceAll("^/|/$", "");
    if (bare.isEmpty()) {
      return Optional.of("");
    }
    try {
      SitePath.check(bare);
      return Optional.of(bare);
    } catch (IllegalArgumentException elsewhere) {
      return Optional.empty();
    }
  }

  /** What stands at a path, if no link leads out of the site. */
  private Optional<Path> file(String path) {
    try {
      Path real = root.resolve(path.replaceAll("^/", "")).toRealPath();
      return real.startsWith(root) ? Optional.of(real) : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private void missing(HttpExchange exchange) throws IOException {
    Optional<Path> page = file("404.html").filter(Files::isRegularFile);
    if (page.isPresent()) {
      file(exchange, 404, page.get());
    } else {
      text(exchange, 404, "There is no such page.");
    }
  }

  private static void file(HttpExchange exchange, int status, Path file) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Type", ContentTypes.of(String.valueOf(file.getFileName())));
    long size = Files.size(file);
    if (exchange.getRequestMethod().equals("HEAD") || size == 0) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(size));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, size);
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = exchange.getResponseBody()) {
      in.transferTo(out);
    }
  }

  private static void text(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
    if (!none) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
