import galley.post.Destination;
import galley.post.DestinationJson;
import galley.publish.Access;
import galley.publish.Foreign;
import galley.publish.Host;
import galley.publish.Hosts;
import galley.publish.Publication;
import galley.publish.PublishException;
import galley.publish.Publisher;
import galley.publish.Release;
import galley.publish.ReleaseFile;
import galley.publish.Secrets;
import galley.publish.Survey;
import galley.publish.Timeouts;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes small sites to a real host, breaks off, goes on and goes back: {@code HostTrip.java
 * DESTINATION.json SCRATCH SEEN}. SEEN is the folder on this computer that visitors of the host see, or
 * {@code -} where there is none. The secret is in GALLEY_SECRET. Started by packaging/galley with
 * GALLEY_MAIN; prints one line for each thing shown, and ends with 1 where one is not.
 */
final class HostTrip {
  private static final int PAGES = 12;

  private final Destination destination;
  private final Access access;
  private final Publisher publisher;
  private final String seen;
  private final boolean linked;

  private HostTrip(Destination destination, Path scratch, String seen) {
    this.destination = destination;
    this.seen = seen;
    this.linked = seen.endsWith("current");
    String secret = Optional.ofNullable(System.getenv("GALLEY_SECRET")).orElse("");
    Secrets secrets =
        new Secrets(
            Optional.empty(),
            (_, _, _) -> Optional.of(new Secrets.Answer(secret.toCharArray(), false)));
    this.access =
        new Access(
            secrets,
            (host, kind, sha256) -> {
              System.out.println("  confirmed " + kind + " of " + host);
              return true;
            },
            scratch.resolve("access"),
            Timeouts.USUAL,
            Clock.systemUTC());
    this.publisher = new Publisher(scratch.resolve("records"));
  }

  public static void main(String[] arguments) throws Exception {
    Destination destination =
        DestinationJson.read(
            JsonMapper.shared().readTree(Files.readString(Path.of(arguments[0]))));
    new HostTrip(destination, Path.of(arguments[1]), arguments[2]).run();
    System.exit(0); // the libraries' threads are not waited for
  }

  private void run() throws Exception {
    long began = System.nanoTime();
    try (Host host = Hosts.open(destination, access)) {
      publisher.publish(
          publisher.plan(release(0), host, Foreign.REPLACE), host, _ -> {}, () -> false);
    }
    is(site(0), "the first publication stands");
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger looks = new AtomicInteger();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> reader = threads.submit(() -> poll(over, looks));
      for (int version = 1; version <= 50; version++) {
        Publication done = publish(version);
        int expected = changed(site(version - 1), site(version));
        check(done.sent() == expected, "sent " + done.sent() + " instead of " + expected);
        check(publish(version).sent() == 0, "the same site was sent again");
      }
      over.set(true);
      reader.get();
    }
    is(site(50), "50 publications sent only what changed");
    if (linked) {
      System.out.println("  a reader looked " + looks + " times and saw only whole sites");
    }
    breaks();
    try (Host host = Hosts.open(destination, access)) {
      String back = publisher.releases(host).get(2).release();
      publisher.rollback(host, back, _ -> {}, () -> false);
      is(site(Integer.parseInt(back.substring(1))), "went back to " + back);
      Survey survey = publisher.survey(host);
      check(
          survey.changed().isEmpty() && survey.missing().isEmpty(),
          "the survey finds " + survey);
    }
    System.out.println("  " + (System.nanoTime() - began) / 1_000_000 + " ms in all");
  }

  private void breaks() throws IOException {
    Random random = new Random(50);
    int broken = 0;
    for (int version = 51; version <= 80; version++) {
      Map<String, String> before = site(version - 1);
      int last = random.nextInt(changed(before, site(version)));
      int[] calls = {0};
      try (Host host = Hosts.open(destination, access)) {
        publisher.publish(
            publisher.plan(release(version), host),
            host,
            sent -> calls[0] = sent.files(),
            () -> calls[0] >= last);
      } catch (PublishException stopped) {
        check(stopped.kind() == PublishException.Kind.CANCELLED, stopped.getMessage());
        broken++;
      }
      if (linked) {
        is(before, "");
      }
      publish(version);
      is(site(version), "");
    }
    System.out.println("  broke off " + broken + " times and went on");
  }

  private Publication publish(int version) {
    try (Host host = Hosts.open(destination, access)) {
      return publisher.publish(
          publisher.plan(release(version), host), host, _ -> {}, () -> false);
    }
  }

  private boolean poll(AtomicBoolean over, AtomicInteger looks) throws IOException {
    while (linked && !over.get()) {
      Map<String, String> now = texts(Path.of(seen).toRealPath());
      String first = now.getOrDefault("index.html", "version -1").lines().findFirst().orElse("");
      check(now.equals(site(Integer.parseInt(first.substring(8)))), "a reader saw " + first);
      looks.incrementAndGet();
    }
    return true;
  }

  private void is(Map<String, String> expected, String shown) throws IOException {
    if (!seen.equals("-")) {
      Map<String, String> now = texts(Path.of(seen));
      check(now.equals(expected), "seen " + now.keySet() + ", expected " + expected.keySet());
    }
    if (!shown.isEmpty()) {
      System.out.println("  " + shown);
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      System.err.println("hosts.sh: " + what);
      System.exit(1);
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(folder.toRealPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.toRealPath().relativize(file).toString();
        if (!path.startsWith(".g")) {
          texts.put(path, Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static Map<String, String> site(int version) {
    Map<String, String> files = new HashMap<>();
    StringBuilder index = new StringBuilder("version " + version + "\n");
    for (int page = 0; page < PAGES; page++) {
      if ((page + version) % 7 != 6) {
        int changed = page % 3 == 0 ? version : 0;
        String path = "news/page " + page + "/index.html";
        files.put(path, "page " + page + " of " + changed + "\n");
        files.put("news/page " + page + "/é.jpg", ("p" + page).repeat(2000 * page));
        index.append(path).append('\n');
      }
    }
    files.put("index.html", index.toString());
    files.put("assets/site." + version / 3 + ".css", "css " + version / 3);
    files.put(".well-known/x.txt", "x");
    return new TreeMap<>(files);
  }

  private static int changed(Map<String, String> before, Map<String, String> after) {
    return (int)
        after.entrySet().stream()
            .filter(file -> !file.getValue().equals(before.get(file.getKey())))
            .count();
  }

  private static Release release(int version) {
    List<ReleaseFile> files = new ArrayList<>();
    site(version).forEach((path, text) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      files.add(
          new ReleaseFile(
              path, bytes.length, Sha256.of(bytes), () -> new ByteArrayInputStream(bytes)));
    });
    return new Release("v" + version, Instant.now(), files);
  }
}
