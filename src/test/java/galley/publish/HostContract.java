package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.publish.PublishException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every host, tried on a real one of each kind. */
abstract class HostContract {
  private static final int PAGES = 7;

  @TempDir Path temp;

  /** A new connection to the host. */
  abstract Host open() throws IOException;

  /** The site as visitors see it: text by path. */
  abstract Map<String, String> seen() throws IOException;

  /** Writes a file on the host, as someone else would. */
  abstract void tamper(String path, String text) throws IOException;

  /** How many seeded breaks this kind is tried with, beside those at every call of a small site. */
  int seededBreaks() {
    return 20;
  }

  /** Breaks are made at each of so many calls; more where connecting takes long. */
  int stride() {
    return 1;
  }

  /** Whether nothing of a publication is seen before its end. */
  boolean allAtOnce() throws IOException {
    try (Host host = open()) {
      return host.can() == Ability.SWAP || host.can() == Ability.COMMIT;
    }
  }

  /** Whether a file can be half for as long as it is sent. */
  boolean canBeHalf() {
    return false;
  }

  final Publisher publisher(String name) {
    return new Publisher(temp.resolve("records-" + name));
  }

  final Publication publish(Publisher publisher, Release release) throws IOException {
    try (Host host = open()) {
      return publisher.publish(publisher.plan(release, host), host, sent -> {}, () -> false);
    }
  }

  @Test
  void sendsOnlyWhatChanged() throws IOException {
    Publisher publisher = publisher("one");
    Map<String, String> before = Map.of();
    for (int version = 1; version <= 4; version++) {
      Map<String, String> after = Sites.version(version, PAGES);
      Release release = Sites.release("r" + version, after);
      Publication done = publish(publisher, release);
      assertEquals(Sites.changed(before, after), done.sent());
      assertEquals(version, done.generation());
      assertTrue(done.tidy());
      assertEquals(after, seen());
      Publication again = publish(publisher, Sites.release("again" + version, after));
      assertEquals(0, again.sent());
      assertEquals(version, again.generation());
      before = after;
    }
  }

  @Test
  void saysBeforehandWhatItWouldDo() throws IOException {
    Publisher publisher = publisher("one");
    publish(publisher, Sites.release("r1", Map.of("a.txt", "a", "b.txt", "b", "c.html", "c")));
    try (Host host = open()) {
      Plan plan =
          publisher.plan(
              Sites.release("r2", Map.of("a.txt", "a", "c.html", "C", "d.html", "d")), host);
      assertEquals(List.of("d.html"), plan.add().stream().map(ReleaseFile::path).toList());
      assertEquals(List.of("c.html"), plan.change().stream().map(ReleaseFile::path).toList());
      assertEquals(List.of("a.txt"), plan.same().stream().map(ReleaseFile::path).toList());
      assertEquals(List.of("b.txt"), plan.gone());
    }
    assertEquals(Map.of("a.txt", "a", "b.txt", "b", "c.html", "c"), seen());
  }

  @Test
  void goesBackToEachReleaseThatIsKept() throws IOException {
    Publisher publisher = publisher("one");
    for (int version = 1; version <= 8; version++) {
      publish(publisher, Sites.release("r" + version, Sites.version(version, PAGES)));
    }
    try (Host host = open()) {
      assertEquals(
          List.of("r7", "r6", "r5", "r4", "r3"),
          publisher.releases(host).stream().map(Publisher.Kept::release).toList());
    }
    for (int version : new int[] {3, 7, 8}) {
      try (Host host = open()) {
        publisher.rollback(host, "r" + version, sent -> {}, () -> false);
      }
      assertEquals(Sites.version(version, PAGES), seen());
    }
    publish(publisher, Sites.release("r9", Sites.version(9, PAGES)));
    assertEquals(Sites.version(9, PAGES), seen());
    try (Host host = open()) {
      assertEquals(
          Kind.UNKNOWN_RELEASE,
          assertThrows(
                  PublishException.class,
                  () -> publisher.rollback(host, "r1", sent -> {}, () -> false))
              .kind());
    }
  }

  @Test
  void standsWhereverTheConnectionBreaks() throws IOException {
    Map<String, String> first = Map.of("index.html", "uses a.css\n", "a.css", "a", "old.html", "o");
    Map<String, String> second =
        Map.of("index.html", "uses b.css\n", "b.css", "b", "new/x.html", "uses b.css\n");
    int calls = 0;
    boolean done = false;
    for (int at = 1; !done; at += stride()) {
      Publisher publisher = publisher("break-" + at);
      reset(publisher, first, "first-" + at);
      done = breaks(publisher, at, first, Sites.release("second-" + at, second), second);
      calls = at;
    }
    assertTrue(calls > 10, calls + " calls");
  }

  @Test
  void standsAtSeededBreaksAndGoesOn() throws IOException {
    Random random = new Random(getClass().getSimpleName().hashCode());
    Publisher publisher = publisher("seeded");
    Map<String, String> before = Sites.version(1, PAGES);
    reset(publisher, before, "v1");
    int version = 1;
    int calls = 100;
    for (int round = 0; round < seededBreaks(); round++) {
      version++;
      Map<String, String> after = Sites.version(version, PAGES);
      Release release = Sites.release("v" + version, after);
      breaks(publisher, 2 + random.nextInt(calls), before, release, after);
      before = after;
    }
  }

  /** Makes the host stand at a site, whoever was there before. */
  final void reset(Publisher publisher, Map<String, String> files, String id) throws IOException {
    try (Host host = open()) {
      publisher.takeOver(host);
      publisher.publish(
          publisher.plan(Sites.release(id, files), host, Foreign.REPLACE),
          host,
          sent -> {},
          () -> false);
    }
    assertEquals(files, seen());
  }

  /** Breaks a publication at a call, looks, and publishes again. Whether it came through whole. */
  private boolean breaks(
      Publisher publisher,
      int at,
      Map<String, String> before,
      Release release,
      Map<String, String> after)
      throws IOException {
    boolean whole = false;
    try (Breaking host = new Breaking(open(), at)) {
      Plan plan = publisher.plan(release, host);
      Publication done = publisher.publish(plan, host, sent -> {}, () -> false);
      whole = done.tidy();
    } catch (PublishException broken) {
      assertEquals(Kind.BROKEN_OFF, broken.kind(), broken.getMessage());
      assertFalse(broken.getMessage().contains("{"), broken.getMessage());
    }
    Map<String, String> seen = seen();
    if (allAtOnce()) {
      assertTrue(seen.equals(before) || seen.equals(after), "mixed at " + at + ": " + seen);
    } else if (!canBeHalf()) {
      assertEquals(List.of(), Sites.broken(seen, before, after), "broken at " + at);
    }
    publish(publisher, release);
    assertEquals(after, seen(), "resumed after " + at);
    return whole;
  }

  @Test
  void sendsNothingTwiceAfterABreak() throws IOException {
    Publisher publisher = publisher("one");
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put("f" + i + ".txt", "text " + i);
    }
    Release release = Sites.release("r1", files);
    List<String> sent = new ArrayList<>();
    try (Host host = open()) {
      PublishException stopped =
          assertThrows(
              PublishException.class,
              () ->
                  publisher.publish(
                      publisher.plan(release, host),
                      host,
                      one -> {
                        if (!one.path().isEmpty() && !sent.contains(one.path())) {
                          sent.add(one.path());
                        }
                      },
                      () -> sent.size() > 12));
      assertEquals(Kind.CANCELLED, stopped.kind());
    }
    if (!allAtOnce() && !canBeHalf()) {
      assertEquals(Map.of(), seen());
    }
    Publication rest = publish(publisher, release);
    if (open0() != Ability.COMMIT) {
      assertEquals(8, rest.sent());
    }
    assertEquals(new TreeMap<>(files), new TreeMap<>(seen()));
  }

  private Ability open0() throws IOException {
    try (Host host = open()) {
      return host.can();
    }
  }

  @Test
  void stopsWhereSomeoneElseChangedAFile() throws IOException {
    Publisher publisher = publisher("one");
    publish(publisher, Sites.release("r1", Map.of("a.html", "mine", "b.html", "mine too")));
    tamper("a.html", "ours");
    Map<String, String> tampered = seen();
    Release next = Sites.release("r2", Map.of("a.html", "new", "b.html", "mine too"));
    try (Host host = open()) {
      PublishException stop =
          assertThrows(PublishException.class, () -> publisher.plan(next, host));
      assertTrue(
          stop.kind() == Kind.CHANGED_THERE || stop.kind() == Kind.CONFLICT, stop.getMessage());
      assertTrue(stop.getMessage().contains("The site that was there still stands."));
    }
    assertEquals(tampered, seen());
    try (Host host = open()) {
      publisher.publish(publisher.plan(next, host, Foreign.REPLACE), host, sent -> {}, () -> false);
    }
    assertEquals(Map.of("a.html", "new", "b.html", "mine too"), seen());
  }

  @Test
  void stopsWhereAnotherGalleyWasThereFirst() throws IOException {
    Publisher ann = publisher("ann");
    Publisher bob = publisher("bob");
    publish(ann, Sites.release("r1", Map.of("a.html", "1")));
    assertEquals(Kind.CONFLICT, refused(bob, Sites.release("b1", Map.of("a.html", "b"))));
    try (Host host = open()) {
      bob.publish(
          bob.plan(Sites.release("b2", Map.of("a.html", "b")), host, Foreign.REPLACE),
          host,
          sent -> {},
          () -> false);
    }
    assertEquals(Kind.CONFLICT, refused(ann, Sites.release("r2", Map.of("a.html", "2"))));
    assertEquals(Map.of("a.html", "b"), seen());
  }

  private Kind refused(Publisher publisher, Release release) throws IOException {
    try (Host host = open()) {
      return assertThrows(PublishException.class, () -> publisher.plan(release, host)).kind();
    }
  }

  @Test
  void letsOnlyOneOfTwoPublish() throws Exception {
    Publisher ann = publisher("ann");
    Publisher bob = publisher("bob");
    Map<String, String> first = Map.of("a.html", "0", "b.html", "0");
    publish(ann, Sites.release("r0", first));
    try (Host host = open()) {
      bob.publish(
          bob.plan(Sites.release("r1", first), host, Foreign.REPLACE), host, s -> {}, () -> false);
    }
    for (int round = 2; round < 6; round++) {
      Map<String, String> ofAnn = Map.of("a.html", "ann " + round, "b.html", "ann " + round);
      Map<String, String> ofBob = Map.of("a.html", "bob " + round, "b.html", "bob " + round);
      AtomicBoolean nested = new AtomicBoolean();
      Kind[] second = {Kind.FAILED};
      Release releaseOfBob = Sites.release("bob" + round, ofBob);
      try (Host host = open()) {
        Plan plan = ann.plan(Sites.release("ann" + round, ofAnn), host, Foreign.REPLACE);
        ann.publish(
            plan,
            host,
            sent -> {
              if (sent.files() > 0 && nested.compareAndSet(false, true)) {
                second[0] = overtakes(bob, releaseOfBob);
              }
            },
            () -> false);
        assertTrue(second[0] == Kind.BUSY, second[0] + " in round " + round);
        assertEquals(ofAnn, seen());
      } catch (PublishException overtaken) {
        // where nobody can be kept out, who comes second is refused
        assertEquals(Kind.CONFLICT, overtaken.kind());
        assertEquals(ofBob, seen());
      }
    }
  }

  private Kind overtakes(Publisher bob, Release release) {
    try (Host host = open()) {
      bob.publish(bob.plan(release, host, Foreign.REPLACE), host, sent -> {}, () -> false);
      return Kind.CANCELLED;
    } catch (PublishException refused) {
      return refused.kind();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void neverMixesWhatTwoPublishAtTheSameTime() throws Exception {
    Publisher[] two = {publisher("ann"), publisher("bob")};
    publish(two[0], Sites.release("start", Sites.version(0, 3)));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 1; round <= 4; round++) {
        List<Future<Boolean>> both = new ArrayList<>();
        List<Map<String, String>> sites = new ArrayList<>();
        for (int who = 0; who < 2; who++) {
          Map<String, String> site = Sites.version(10 * round + who, 3);
          sites.add(site);
          Release release = Sites.release("r" + round + "-" + who, site);
          Publisher publisher = two[who];
          both.add(
              threads.submit(() -> {
                try (Host host = open()) {
                  publisher.publish(
                      publisher.plan(release, host, Foreign.REPLACE),
                      host,
                      sent -> {},
                      () -> false);
                  return true;
                } catch (PublishException refused) {
                  assertTrue(
                      refused.kind() == Kind.BUSY
                          || refused.kind() == Kind.CONFLICT
                          || refused.kind() == Kind.CHANGED_THERE,
                      refused.kind() + " " + refused.getMessage());
                  return false;
                }
              }));
        }
        boolean ann = both.get(0).get();
        boolean bob = both.get(1).get();
        Map<String, String> seen = seen();
        assertTrue(
            !ann && !bob || sites.get(0).equals(seen) || sites.get(1).equals(seen),
            ann + " " + bob + " mixed: " + seen);
      }
    }
  }

  @Test
  void stopsWhereAPictureIsGoneSincePlanning() throws IOException {
    Publisher publisher = publisher("one");
    publish(publisher, Sites.release("r1", Map.of("a.html", "1")));
    ReleaseFile picture = Sites.file("p.jpg", "picture");
    ReleaseFile gone =
        new ReleaseFile(
            "gone.jpg",
            3,
            picture.sha256(),
            () -> {
              throw new NoSuchFileException("gone.jpg");
            });
    ReleaseFile changed =
        new ReleaseFile(
            "changed.jpg",
            picture.bytes(),
            picture.sha256(),
            () ->
                new ByteArrayInputStream(
                    "another".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    for (ReleaseFile bad : List.of(gone, changed)) {
      Release next = new Release("r2", Instant.EPOCH, List.of(Sites.file("a.html", "2"), bad));
      try (Host host = open()) {
        PublishException stop =
            assertThrows(
                PublishException.class,
                () -> publisher.publish(publisher.plan(next, host), host, sent -> {}, () -> false));
        assertEquals(Kind.SOURCE, stop.kind());
        assertEquals(List.of(bad.path()), stop.paths());
      }
      assertEquals(Map.of("a.html", "1"), seen());
    }
  }

  @Test
  void tellsWhatIsThereFromWhatWasLeft() throws IOException {
    Publisher publisher = publisher("one");
    publish(publisher, Sites.release("r1", Map.of("a.html", "1", "b/c.html", "2")));
    try (Host host = open()) {
      Survey survey = publisher.survey(host);
      assertEquals(new Survey(2, List.of(), List.of(), List.of()), survey);
    }
  }
}
