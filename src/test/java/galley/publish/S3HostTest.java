package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import galley.post.Destination;
import galley.publish.PublishException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class S3HostTest extends HostContract {
  private S3Server server;

  @BeforeEach
  void start() throws IOException {
    server = new S3Server();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Destination.S3 destination(String bucket) {
    return new Destination.S3(
        "Test", server.endpoint(), "eu", bucket, "www/my site", S3Server.ACCESS_KEY);
  }

  @Override
  Host open() throws IOException {
    return S3Host.open(
        destination("site"), Accesses.with(S3Server.SECRET_KEY, temp.resolve("known")));
  }

  @Override
  Map<String, String> seen() {
    Map<String, String> seen = new TreeMap<>();
    server
        .objects()
        .forEach((key, content) -> {
          String path = key.substring("www/my site/".length());
          if (!path.startsWith(".galley/")) {
            seen.put(path, new String(content, StandardCharsets.UTF_8));
          }
        });
    return seen;
  }

  @Override
  void tamper(String path, String text) {
    server.objects().put("www/my site/" + path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void givesFilesTheirTypes() throws IOException {
    publish(
        publisher("one"),
        Sites.release("r1", Map.of("a b/index.html", "1", "a b/é.css", "2", "p.webp", "3")));
    assertEquals("text/html; charset=utf-8", server.type("www/my site/a b/index.html"));
    assertEquals("text/css; charset=utf-8", server.type("www/my site/a b/é.css"));
    assertEquals("image/webp", server.type("www/my site/p.webp"));
  }

  @Test
  void publishesWithAClockThatIsAYearWrong() throws IOException {
    for (int days : new int[] {365, -365}) {
      Access access = Accesses.with(S3Server.SECRET_KEY, temp.resolve("known"));
      Access wrong =
          new Access(
              access.secrets(),
              access.trust(),
              access.folder(),
              access.timeouts(),
              Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
      Publisher publisher = publisher("clock");
      try (Host host = S3Host.open(destination("site"), wrong)) {
        publisher.publish(
            publisher.plan(Sites.release("d" + days, Map.of("a.html", "" + days)), host),
            host,
            sent -> {},
            () -> false);
      }
      assertEquals(Map.of("a.html", "" + days), seen());
    }
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(Kind.SIGN_IN, refused("site", "another key"));
    assertEquals(Kind.UNABLE, refused("nosuch", S3Server.SECRET_KEY));
  }

  private Kind refused(String bucket, String key) {
    return assertThrows(
            PublishException.class,
            () -> Hosts.open(destination(bucket), Accesses.with(key, temp.resolve("known"))))
        .kind();
  }
}
