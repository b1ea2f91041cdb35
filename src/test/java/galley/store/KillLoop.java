package galley.store;

import galley.SmallJvm;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a process that writes into a library, again and again, and looks each time whether all that
 * was acknowledged is there: first in the bare database, then in the library as it opens. Between
 * kills the library is opened, much is deleted from it, and it is closed in the ordinary way,
 * without which a database that loses its last chunk is not found out.
 *
 * <p>The process is a class with a main method that gets the library's folder, waits for one byte
 * of input, works until there is another one, and prints {@value #NOTED} and {@value #SAVED} with a
 * number after each; the number's {@link #body} is then the body of the post {@value #SLUG}.
 */
public final class KillLoop {
  public static final String SLUG = "kill-loop";
  public static final String NOTED = "NOTED ";
  public static final String SAVED = "SAVED ";
  private static final Pattern NUMBER = Pattern.compile("\\[edit (\\d+) ");
  private static final int WORDS = 1500;
  private static final int REHEARSED = 10;

  private final Path folder;
  private final Class<?> child;
  private final SmallJvm jvm;
  private final Random random;
  private final Deque<Process> ready = new ArrayDeque<>();
  private long noted;
  private long saved;
  private int lost;
  private int fallenBack;
  private int failedOpens;
  private int wrong;

  private KillLoop(Class<?> child, Path place, long seed) throws IOException {
    this.child = child;
    folder = place.resolve("library");
    jvm = new SmallJvm(place.resolve("processes"));
    random = new Random(seed);
  }

  /**
   * What so many kills came to.
   *
   * @param acknowledged states the processes said were kept
   * @param lost kills after which an acknowledged state was not in the opened library
   * @param fallenBack kills after which the bare database lacked a save it had confirmed
   * @param failedOpens kills after which the bare database or the library would not open
   * @param wrong kills after which a fingerprint or a revision did not agree
   */
  public record Result(
      int kills, long acknowledged, int lost, int fallenBack, int failedOpens, int wrong) {}

  /** The body of a number. */
  public static String body(long number) {
    return Sample.draft(number, WORDS).body();
  }

  /** The number of a body. */
  public static long number(String body) {
    Matcher found = NUMBER.matcher(body);
    if (!found.find()) {
      throw new IllegalArgumentException("Not a body of this loop");
    }
    return Long.parseLong(found.group(1));
  }

  /** Kills so many processes of a class one after the other, in a place of their own. */
  public static Result run(Class<?> child, Path place, int kills, long seed)
      throws IOException, InterruptedException {
    KillLoop loop = new KillLoop(child, place, seed);
    try (Library library = Library.open(loop.folder, Clock.systemUTC(), OpenOptions.creating())) {
      Draft draft = Sample.draft("Kill loop", body(0));
      library.create(draft, Revision.Kind.CREATED);
    }
    loop.rehearse();
    try {
      for (int kill = 0; kill < kills; kill++) {
        loop.once(kill);
      }
    } finally {
      loop.ready.forEach(Process::destroyForcibly);
    }
    return new Result(kills, loop.noted, loop.lost, loop.fallenBack, loop.failedOpens, loop.wrong);
  }

  /** By hand, with another H2 on the class path: folder, kills, seed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println(
        org.h2.engine.Constants.VERSION
            + " "
            + run(
                KillLoopChild.class,
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2])));
  }

  private void rehearse() throws IOException, InterruptedException {
    jvm.rehearse(
        child,
        process -> {
          process.getOutputStream().write('\n');
          process.getOutputStream().flush();
          BufferedReader in = process.inputReader();
          for (int line = 0; line < 2 * REHEARSED && in.readLine() != null; line++) {}
        },
        folder.toString());
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      noted = number(library.find(SLUG).orElseThrow().body());
      saved = noted;
    }
  }

  private void once(int kill) throws IOException, InterruptedException {
    while (ready.size() < 2) { // the next one warms up while this one is looked at
      ready.add(jvm.start(child, folder.toString()));
    }
    Process process = ready.remove();
    AtomicLong lastNoted = new AtomicLong();
    AtomicLong lastSaved = new AtomicLong();
    CountDownLatch first = new CountDownLatch(1);
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try (BufferedReader in = process.inputReader()) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                  if (line.startsWith(NOTED)) {
                    lastNoted.set(Long.parseLong(line.substring(NOTED.length())));
                  } else if (line.startsWith(SAVED)) {
                    lastSaved.set(Long.parseLong(line.substring(SAVED.length())));
                    first.countDown();
                  }
                }
              } catch (IOException e) {
                first.countDown(); // killed while it spoke
              }
            });
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    first.await(60, TimeUnit.SECONDS);
    TimeUnit.MICROSECONDS.sleep(random.nextInt(120_000)); // the kill's moment is the test's input
    process.destroyForcibly().waitFor();
    reader.join();
    noted = Math.max(noted, lastNoted.get());
    saved = Math.max(saved, lastSaved.get());
    look(kill);
  }

  private void look(int kill) throws IOException {
    try {
      if (bareSequence() < confirmedSequence()) {
        fallenBack++;
      }
    } catch (SQLException e) {
      failedOpens++;
    }
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Post post = library.find(SLUG).orElseThrow();
      long there = number(post.body());
      if (there < noted) {
        lost++;
      }
      noted = there;
      saved = there;
      if (!post.body().equals(body(there)) || !isRight(library, post.id(), kill)) {
        wrong++;
      }
      if (kill % 3 == 2) {
        deleteMuch(library);
      }
      if (kill % 25 == 24) {
        library.backups().make();
      }
    } catch (StoreException e) {
      failedOpens++;
    }
  }

  private static boolean isRight(Library library, UUID post, int kill) {
    List<Revision> revisions = library.revisions(post);
    for (Revision revision : revisions.subList(0, Math.min(5, revisions.size()))) {
      String body = library.revision(revision.id()).body();
      if (!body.equals(body(number(body)))) {
        return false;
      }
    }
    return kill % 10 != 9 || library.verify(Progress.SILENT).problems().isEmpty();
  }

  private static void deleteMuch(Library library) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      drafts.add(Sample.draft(i, WORDS));
    }
    library.create(drafts, Revision.Kind.IMPORTED).forEach(post -> library.toBin(post.id()));
    library.emptyBin(Clock.systemUTC().instant().plusSeconds(60));
  }

  /** What the database has when nothing but H2 has looked at it. */
  private long bareSequence() throws SQLException {
    String url = Database.url(folder.resolve("galley.mv.db"), "file") + ";IFEXISTS=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      return Totals.read(connection).sequence();
    }
  }

  private long confirmedSequence() throws IOException {
    return new StateFile(folder.resolve("state.json"), new Disk())
        .read()
        .map(StateFile.State::sequence)
        .orElse(0L);
  }
}
