package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreviewServerTest {
  @TempDir Path temp;
  private PreviewServer server;

  @BeforeEach
  void start() throws IOException {
    Path site = Files.createDirectories(temp.resolve("site/news/a b"));
    Files.writeString(temp.resolve("secret.txt"), "secret");
    Files.writeString(temp.resolve("site/index.html"), "home");
    Files.writeString(temp.resolve("site/404.html"), "not here");
    Files.writeString(temp.resolve("site/news/x.css"), "css");
    Files.writeString(site.resolve("index.html"), "article");
    Files.createDirectories(temp.resolve("site/empty"));
    Files.createSymbolicLink(temp.resolve("site/out.txt"), temp.resolve("secret.txt"));
    server = PreviewServer.start(temp.resolve("site"), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesPagesAsTheyAre() throws IOException {
    assertTrue(get("/").endsWith("\r\n\r\nhome"));
    assertTrue(get("/news/a%20b/").endsWith("\r\n\r\narticle"));
    String css = get("/news/x.css");
    assertTrue(css.contains("Content-type: text/css; charset=utf-8"), css);
    assertFalse(css.contains("Content-security-policy"), css);
    assertTrue(get("/news/a%20b").contains("Location: ./a%20b/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/empty/",
        "/news/",
        "/news/x.css/",
        "/out.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/news/..%2f..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%00",
        "/%zz"
      })
  void saysNotFoundInTheSitesOwnWords(String path) throws IOException {
    String answer = get(path);
    assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
    assertFalse(answer.contains("secret\n") || answer.endsWith("secret"), answer);
  }

  @Test
  void answersToItsOwnNamesOnly() throws IOException {
    int port = server.address().getPort();
    assertTrue(ask("GET / HTTP/1.1\r\nHost: evil.example\r\n").startsWith("HTTP/1.1 421"));
    assertTrue(
        ask("GET / HTTP/1.1\r\nHost: evil.example:" + port + "\r\n").startsWith("HTTP/1.1 421"));
    assertTrue(
        ask("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\n").startsWith("HTTP/1.1 200"));
    assertTrue(
        ask("POST / HTTP/1.1\r\nContent-Length: 0\r\nHost: localhost:" + port + "\r\n")
            .startsWith("HTTP/1.1 405"));
  }

  @Test
  void listensToThisComputerOnly() {
    URI address = server.address();
    assertEquals("127.0.0.1", address.getHost());
  }

  private String get(String path) throws IOException {
    return ask(
        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.address().getPort() + "\r\n");
  }

  private String ask(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
