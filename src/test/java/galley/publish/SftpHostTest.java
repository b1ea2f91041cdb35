package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import galley.post.Destination;
import galley.post.Destination.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SftpHostTest extends SftpContract {
  SftpHostTest() {
    super(Serving.IN_PLACE);
  }

  @Test
  void standsWhereverTheCableIsCut() throws IOException {
    Random random = new Random(7);
    Publisher publisher = publisher("cut");
    Map<String, String> before = Sites.version(1, 5);
    reset(publisher, before, "v1");
    for (int version = 2; version <= 16; version++) {
      Map<String, String> after = Sites.version(version, 5);
      Release release = Sites.release("v" + version, after);
      cable.cutAfter(3000 + random.nextInt(20_000));
      try (Host host = Hosts.open(destination(), access("secret"))) {
        publisher.publish(publisher.plan(release, host), host, sent -> {}, () -> false);
      } catch (PublishException broken) {
        assertEquals(PublishException.Kind.BROKEN_OFF, broken.kind(), broken.getMessage());
      }
      cable.mend();
      assertEquals(List.of(), Sites.broken(seen(), before, after));
      publish(publisher, release);
      assertEquals(after, seen());
      before = after;
    }
  }

  private Access access(String password) {
    return Accesses.with(password, temp.resolve("known"));
  }

  @Test
  void asksForAHostOnceAndStopsAtAnotherKey() throws IOException {
    List<String> asked = new ArrayList<>();
    Access access =
        Accesses.with(
            "secret",
            temp.resolve("asked"),
            (host, kind, sha256) -> {
              asked.add(host + " " + kind + " " + sha256.substring(0, 7));
              return true;
            });
    SftpHost.open(destination(), access).close();
    SftpHost.open(destination(), access).close();
    assertEquals(List.of("[127.0.0.1]:" + cable.port() + " ecdsa-sha2-nistp256 SHA256:"), asked);
    int port = server.port();
    server.close();
    server = new SftpServer(SftpServer.key(), port);
    PublishException changed =
        assertThrows(PublishException.class, () -> Hosts.open(destination(), access));
    assertEquals(PublishException.Kind.KEY_CHANGED, changed.kind());
    assertEquals(1, asked.size());
    new KnownHosts(access.known()).forget("127.0.0.1", cable.port());
    SftpHost.open(destination(), access).close();
    assertEquals(2, asked.size());
  }

  @Test
  void sendsNothingToAHostThatIsNotConfirmed() {
    Access access = Accesses.with("secret", temp.resolve("no"), (host, kind, sha256) -> false);
    PublishException refused =
        assertThrows(PublishException.class, () -> Hosts.open(destination(), access));
    assertEquals(PublishException.Kind.UNTRUSTED, refused.kind());
    assertFalse(Files.exists(access.known()));
  }

  @Test
  void saysThatThePasswordIsWrongAndNeverWhich() {
    PublishException refused =
        assertThrows(
            PublishException.class, () -> Hosts.open(destination(), access("my-wrong-one")));
    assertEquals(PublishException.Kind.SIGN_IN, refused.kind());
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      assertFalse(String.valueOf(cause.getMessage()).contains("my-wrong-one"));
    }
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    Destination.Sftp nobody =
        new Destination.Sftp(
            "Test", "127.0.0.1", cable.port(), "ann", "/", serving, Optional.empty());
    cable.close();
    server.close();
    PublishException refused =
        assertThrows(PublishException.class, () -> Hosts.open(nobody, access("secret")));
    assertEquals(PublishException.Kind.UNREACHABLE, refused.kind());
  }
}
