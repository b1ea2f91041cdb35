package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.store.Health;
import galley.store.Library;
import galley.store.OpenOptions;
import galley.store.Problem;
import galley.text.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done for a library by itself, with a clock and a timer that are moved by hand. */
final class UpkeepTest {
  @TempDir Path folder;
  private final HandTimer timer = new HandTimer();
  private final ExecutorService workers = Executors.newSingleThreadExecutor();
  private final List<DeskEvent> events = new CopyOnWriteArrayList<>();
  private Library library;
  private Jobs jobs;

  @BeforeEach
  void open() {
    library = Library.open(folder.resolve("library"), timer.clock(), OpenOptions.creating());
    jobs = new Jobs(events::add, workers, timer);
  }

  @AfterEach
  void close() {
    jobs.close();
    library.close();
  }

  @Test
  void whatIsInTheBinGoesAfterThirtyDaysAndNotBefore() {
    start(library::health);
    Post post = create("Thrown away");
    Post kept = create("Kept");
    library.toBin(post.id());
    sleep(Duration.ofDays(29));
    assertEquals(List.of(post.id()), library.bin().stream().map(one -> one.id()).toList());
    sleep(Duration.ofDays(1).plusSeconds(1));
    assertEquals(List.of(), library.bin());
    assertEquals(Optional.empty(), library.post(post.id()));
    assertEquals(kept.body(), library.post(kept.id()).orElseThrow().body());
  }

  @Test
  void whatIsOverdueInTheBinGoesSoonAfterTheStart() {
    Post post = create("Thrown away");
    library.toBin(post.id());
    sleep(Duration.ofDays(31));
    assertEquals(1, library.bin().size());
    start(library::health);
    pass(Duration.ofMinutes(1));
    assertEquals(List.of(), library.bin());
  }

  @Test
  void aBackupIsMadeEveryHalfHourWhereSomethingChanged() {
    start(library::health);
    Post post = create("Tide tables");
    pass(Duration.ofSeconds(21));
    assertEquals(1, backups());
    pass(Duration.ofHours(3));
    assertEquals(1, backups(), "nothing has changed");

    post = library.save(edited(post, "One"), Revision.Kind.AUTOSAVED, "");
    pass(Duration.ofMinutes(30));
    assertEquals(2, backups());
    library.save(edited(post, "Two"), Revision.Kind.AUTOSAVED, "");
    pass(Duration.ofMinutes(30));
    assertEquals(3, backups());
    assertEquals(3, events.stream().filter(event -> event instanceof DeskEvent.BackedUp).count());
  }

  @Test
  void theDatabasesDeletionIsToldWithinSecondsAndOnce() throws IOException {
    start(library::health);
    create("Tide tables");
    pass(Duration.ofSeconds(10));
    assertEquals(List.of(), troubles());
    Files.delete(library.folder().resolve("galley.mv.db"));
    pass(Duration.ofSeconds(5));
    assertEquals(1, troubles().size());
    String said = troubles().getFirst();
    assertTrue(said.contains("deleted"), said);
    assertTrue(said.endsWith("."), said);
    pass(Duration.ofSeconds(10));
    assertEquals(1, troubles().size());
  }

  @Test
  void aDiskThatFillsUpIsToldOnceUntilThereIsRoomAgain() {
    List<Health> stands = new CopyOnWriteArrayList<>(List.of(room(90), room(80), well(), room(70)));
    start(() -> stands.size() == 1 ? stands.getFirst() : stands.removeFirst());
    pass(Duration.ofSeconds(10));
    assertEquals(1, troubles().size());
    assertTrue(troubles().getFirst().contains("90 MB"), troubles().getFirst());
    assertTrue(troubles().getFirst().contains("Make room"), troubles().getFirst());
    pass(Duration.ofSeconds(30));
    assertEquals(2, troubles().size());
    assertTrue(troubles().getLast().contains("70 MB"), troubles().getLast());
  }

  private void start(Supplier<Health> health) {
    Bench bench = new Bench(library, jobs, timer.clock(), events::add, Autosave.Pauses.STANDARD);
    new Upkeep(bench, true, health).start();
  }

  /** Lets time pass, and waits after everything that came due until it is done. */
  private void pass(Duration time) {
    timer.pass(time, this::settle);
  }

  private void sleep(Duration time) {
    timer.sleep(time, this::settle);
  }

  private void settle() {
    CompletableFuture.runAsync(() -> {}, workers).join();
  }

  private Post create(String headline) {
    Details details = Details.draft(headline, Slug.of(headline));
    return library.create(new Draft(details, "A text.", List.of()), Revision.Kind.CREATED);
  }

  private static Post edited(Post post, String body) {
    return new Post(
        post.id(), post.draft().withBody(body), post.version(), post.created(), post.changed());
  }

  private int backups() {
    return library.backups().list().size();
  }

  private List<String> troubles() {
    return events.stream()
        .filter(event -> event instanceof DeskEvent.Trouble)
        .map(event -> ((DeskEvent.Trouble) event).message())
        .toList();
  }

  private static Health room(int megabytes) {
    String what = "There are only " + megabytes + " MB left";
    return new Health(
        (long) megabytes << 20, List.of(new Problem(what, "disk", "All", "Make room")));
  }

  private static Health well() {
    return new Health(1L << 40, List.of());
  }
}
