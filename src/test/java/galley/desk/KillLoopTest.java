package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.SmallJvm;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.store.Library;
import galley.store.OpenOptions;
import galley.store.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that types, again and again, and opens its library each time. Between two kills
 * the library is opened, a large part of it deleted, and closed cleanly: that is the phase in which
 * H2 2.5.252 loses what it had acknowledged.
 */
final class KillLoopTest {
  private static final int KILLS = Effort.count("kills", 100, 2_000);
  private static final int LONGEST_MILLIS = 40;
  private static final int REHEARSED = 30;

  @TempDir Path folder;
  private final Random random = new Random(Effort.seed(20261123));
  private int promised;

  @Test
  void noAcknowledgedSaveIsLost() throws IOException, InterruptedException {
    Path library = folder.resolve("library");
    UUID post = create(library);
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    jvm.rehearse(Typist.class, process -> new Child(process).rehearse(library, post));
    long word = 0;
    Child next = new Child(jvm.start(Typist.class));
    for (int kill = 1; kill <= KILLS; kill++) {
      Child typing = next;
      typing.go(library, post);
      next = new Child(jvm.start(Typist.class)); // starts up while the other one types
      long promise = typing.killed(kill % 5 > 0, random.nextInt(LONGEST_MILLIS));
      word = check(library, post, Math.max(word, promise), kill);
    }
    next.process.destroyForcibly();
    assertTrue(promised >= KILLS / 2, "only " + promised + " kills after a promise");
    Verification found = verified(library);
    assertEquals(List.of(), found.problems());
    System.out.printf(
        "Killed while typing: %d times, %d of them after a promise; 0 saves lost, 0 failed opens%n",
        KILLS, promised);
  }

  private UUID create(Path library) {
    try (Desk desk = Desk.open(library, Clock.systemUTC(), DeskOptions.starting())) {
      return desk.create("The kill loop").join().id();
    }
  }

  /** Opens the library, compares, deletes a large part of it, and closes it cleanly. */
  private long check(Path folder, UUID id, long promise, int kill) {
    String text = "On the 06:40 nobody is a customer. ".repeat(800);
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Post post = library.post(id).orElseThrow();
      long last = Typist.last(post.body());
      assertTrue(
          last >= promise,
          "kill " + kill + ": word " + promise + " was saved, " + last + " is there");
      assertEquals(Typist.text(last), post.body(), "kill " + kill);
      List<Draft> many = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        many.add(
            new Draft(
                Details.draft("Filler " + i, "filler-" + i), text + random.nextLong(), List.of()));
      }
      library.create(many, Revision.Kind.CREATED).forEach(filler -> library.toBin(filler.id()));
      library.emptyBin(Clock.systemUTC().instant().plus(Duration.ofDays(1)));
      return last;
    }
  }

  private static Verification verified(Path folder) {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      return library.verify((done, total) -> {});
    }
  }

  /** A process that is ready to type. */
  private final class Child {
    private final Process process;
    private final BufferedReader out;

    Child(Process process) {
      this.process = process;
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Lets it type a little; it ends by itself then. */
    void rehearse(Path library, UUID post) throws IOException {
      go(library, post);
      for (int line = 0; line < REHEARSED; line++) {
        assertNotNull(out.readLine());
      }
    }

    void go(Path library, UUID post) throws IOException {
      assertEquals("ready", out.readLine());
      Writer in = process.outputWriter(StandardCharsets.UTF_8);
      in.write(library + "\t" + post + "\n");
      in.flush();
    }

    /**
     * Kills it some time after it opened its library.
     *
     * @param promising whether to wait for its first promise before
     * @return the last word it promised
     */
    long killed(boolean promising, int millis) throws IOException, InterruptedException {
      String opened = out.readLine();
      assertTrue(String.valueOf(opened).startsWith("open "), "it did not open: " + opened);
      String first = promising ? String.valueOf(out.readLine()) : "";
      process.waitFor(millis, TimeUnit.MILLISECONDS); // it does not end by itself
      process.toHandle().destroyForcibly(); // process.destroyForcibly() would close its output
      process.waitFor();
      long last = word(first);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = Math.max(last, word(line));
      }
      promised += last > 0 ? 1 : 0;
      return last;
    }

    private static long word(String line) {
      return line.startsWith("saved ") ? Long.parseLong(line.substring("saved ".length())) : 0;
    }
  }
}
