package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Destination;
import galley.publish.PublishException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class WebDavHostTest extends DavContract {
  WebDavHostTest() {
    super(true);
  }

  @Test
  void saysThatThePasswordIsWrong() {
    PublishException refused =
        assertThrows(
            PublishException.class,
            () -> Hosts.open(destination(), Accesses.with("wrong", temp.resolve("known"))));
    assertEquals(Kind.SIGN_IN, refused.kind());
  }

  @Test
  void sendsNoPasswordForAllToRead() {
    Destination.WebDav plain = new Destination.WebDav("Test", "http://dav.example.org/", "ann");
    PublishException refused =
        assertThrows(
            PublishException.class,
            () -> Hosts.open(plain, Accesses.with("secret", temp.resolve("known"))));
    assertEquals(Kind.UNABLE, refused.kind());
  }

  @Test
  void leavesTheOldSiteWhereTheDiskIsFull() throws IOException {
    Publisher publisher = publisher("full");
    Map<String, String> before = Sites.version(1, 5);
    Map<String, String> after = Sites.version(2, 5);
    reset(publisher, before, "v1");
    server.room(1500);
    PublishException full =
        assertThrows(PublishException.class, () -> publish(publisher, Sites.release("v2", after)));
    assertEquals(Kind.FULL, full.kind());
    assertTrue(full.getMessage().contains("The site that was there still stands."));
    assertEquals(before, seen());
    server.room(Long.MAX_VALUE);
    publish(publisher, Sites.release("v2", after));
    assertEquals(after, seen());
  }

  @Test
  void knowsItsOwnFilesWhereTheHostListsNoNameWithADot() throws IOException {
    server.hideDots();
    Publisher publisher = publisher("dots");
    Map<String, String> site =
        Map.of("index.html", "one", ".well-known/a.txt", "well", ".htaccess", "rules");
    Map<String, String> more = new TreeMap<>(site);
    more.put("old/page.html", "old");
    publish(publisher, Sites.release("v1", more));
    assertEquals(more, seen());
    tamper("old/.keep", "somebody else's");
    publish(publisher, Sites.release("v2", site));
    Map<String, String> expected = new TreeMap<>(site);
    expected.put("old/.keep", "somebody else's");
    assertEquals(expected, seen());
    try (Host host = open()) {
      assertEquals(0, publisher.plan(Sites.release("v3", site), host).toSend().size());
      assertEquals(List.of(), publisher.survey(host).missing());
    }
    tamper(".well-known/a.txt", "changed there");
    try (Host host = open()) {
      assertEquals(List.of(".well-known/a.txt"), publisher.survey(host).changed());
    }
  }

  @Test
  void saysThatTheConnectionBrokeOff() throws IOException {
    Publisher publisher = publisher("cut");
    try (Cable cable = new Cable(server.port());
        Host host =
            WebDavHost.open(
                new Destination.WebDav(
                    "Test", "http://127.0.0.1:" + cable.port() + "/site/", "ann"),
                Accesses.with("secret", temp.resolve("known")))) {
      Plan plan = publisher.plan(Sites.release("v1", Sites.version(1, 5)), host);
      cable.cutAfter(6000);
      PublishException broken =
          assertThrows(
              PublishException.class, () -> publisher.publish(plan, host, sent -> {}, () -> false));
      assertEquals(Kind.BROKEN_OFF, broken.kind());
    }
    assertEquals(Map.of(), seen());
    publish(publisher, Sites.release("v1", Sites.version(1, 5)));
    assertEquals(Sites.version(1, 5), seen());
  }
}
