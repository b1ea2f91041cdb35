package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AutosaveTest {
  private static final Instant LONG_AGO = Instant.parse("2025-03-01T08:15:00Z");

  private static final Autosave.Pauses QUICK = new Autosave.Pauses(20, 80, 120, 30);

  private final Jobs jobs = new Jobs(event -> {});
  private final Disk disk = new Disk();
  private volatile String text = "";
  private final Autosave autosave = autosave(QUICK);

  @AfterEach
  void close() {
    var _ = autosave.end();
    jobs.close();
  }

  @Test
  void aPauseWritesTheJournalAndALongerOneTheLibrary() {
    CompletableFuture<String> committed = disk.nextCommit();
    type("one");
    type("one two");
    assertEquals("one two", get(committed));
    get(reaches(SaveState.Kind.SAVED));
    assertTrue(disk.journal.contains("one two"), disk.journal.toString());
    assertEquals(SaveState.Kind.SAVED, get(reaches(SaveState.Kind.SAVED)).kind());
  }

  @Test
  void typingWithoutAPauseStillReachesTheJournal() {
    CompletableFuture<String> journaled = disk.nextJournal();
    for (int i = 0; !journaled.isDone(); i++) {
      type("word " + i); // never a pause, so only the second rule can write
    }
    assertTrue(get(journaled).startsWith("word "));
  }

  @Test
  void neverSaysSavedBeforeTheTextIsForced() {
    disk.gate = new CompletableFuture<>();
    CompletableFuture<String> trying = disk.nextJournal();
    type("not yet");
    get(trying);
    assertEquals(SaveState.Kind.CHANGED, autosave.state().kind());
    CompletableFuture<SaveState> saved = reaches(SaveState.Kind.SAVED);
    disk.gate.complete(null);
    get(saved);
  }

  @Test
  void aChangeDuringAWriteIsNotCalledSaved() {
    disk.gate = new CompletableFuture<>();
    CompletableFuture<String> trying = disk.nextJournal();
    type("first");
    get(trying);
    type("first and more");
    CompletableFuture<SaveState> saved = reaches(SaveState.Kind.SAVED);
    disk.gate.complete(null);
    get(saved);
    assertEquals("first and more", disk.journal.getLast());
  }

  @Test
  void aFullDiskIsToldAndWorkGoesOnWhenThereIsRoom() {
    disk.trouble = "The disk is full.";
    CompletableFuture<SaveState> failed = reaches(SaveState.Kind.FAILED);
    type("precious");
    assertEquals("The disk is full.", get(failed).message());
    CompletableFuture<SaveState> saved = reaches(SaveState.Kind.SAVED);
    disk.trouble = "";
    get(saved);
    assertEquals("precious", disk.journal.getLast());
  }

  @Test
  void aLibraryThatFailsIsToldThoughTheJournalHoldsTheText() {
    disk.libraryTrouble = "Not saved to the library; your text is kept in the journal.";
    CompletableFuture<SaveState> failed = reaches(SaveState.Kind.FAILED);
    type("kept");
    assertTrue(get(failed).message().contains("kept in the journal"));
    assertEquals("kept", disk.journal.getLast());
    CompletableFuture<SaveState> saved = reaches(SaveState.Kind.SAVED);
    disk.libraryTrouble = "";
    get(saved);
    assertEquals("kept", disk.library.getLast());
  }

  @Test
  void flushDoesNotWaitForAPause() {
    Autosave slow = autosave(new Autosave.Pauses(60_000, 60_000, 60_000, 60_000));
    text = "now";
    slow.changed();
    get(slow.flush());
    assertEquals(List.of("now"), disk.library);
    var _ = slow.end();
  }

  @Test
  void theEndWritesWhatIsLeft() {
    type("last words");
    get(autosave.end());
    assertEquals("last words", disk.library.getLast());
  }

  @Test
  void theEndSaysWhatCouldNotBeWritten() {
    disk.libraryTrouble = "The library is gone.";
    type("last words");
    CompletionException failure =
        assertThrows(CompletionException.class, () -> autosave.end().join());
    assertEquals("The library is gone.", failure.getCause().getMessage());
    assertEquals("last words", disk.journal.getLast());
  }

  @Test
  void whileAnInputMethodComposesNothingIsRead() {
    autosave.composing(true);
    type("n");
    type("ni");
    CompletableFuture<String> journaled = disk.nextJournal();
    text = "你";
    autosave.composing(false);
    assertEquals("你", get(journaled));
    get(reaches(SaveState.Kind.SAVED));
    assertEquals(List.of("你"), disk.journal);
  }

  @Test
  void unchangedPostIsSavedSinceItWasLastWrittenAndNotSinceItWasOpened() {
    assertEquals(LONG_AGO, autosave.state().at());
    get(autosave.flush());
    assertEquals(LONG_AGO, autosave.state().at());
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() {
    get(autosave.flush());
    assertEquals(List.of(), disk.journal);
    assertEquals(List.of(), disk.library);
    assertEquals(SaveState.Kind.SAVED, autosave.state().kind());
  }

  private Autosave autosave(Autosave.Pauses pauses) {
    Autosave made = new Autosave(jobs, disk, Clock.systemUTC(), pauses, post(""));
    made.attach(Runnable::run, () -> draft(text));
    return made;
  }

  private void type(String now) {
    text = now;
    autosave.changed();
  }

  /** Completes at once where the state is that already. */
  private CompletableFuture<SaveState> reaches(SaveState.Kind kind) {
    CompletableFuture<SaveState> reached = new CompletableFuture<>();
    autosave.onState(state -> {
      if (state.kind() == kind) {
        reached.complete(state);
      }
    });
    if (autosave.state().kind() == kind) {
      reached.complete(autosave.state());
    }
    return reached;
  }

  private static Post post(String body) {
    return new Post(UUID.randomUUID(), draft(body), 1, LONG_AGO, LONG_AGO);
  }

  private static Draft draft(String body) {
    return new Draft(Details.draft("Headline", "headline"), body, List.of());
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Remembers what was written, and fails or waits when told to. */
  private static final class Disk implements Autosave.Target {
    final List<String> journal = new CopyOnWriteArrayList<>();
    final List<String> library = new CopyOnWriteArrayList<>();
    volatile String trouble = "";
    volatile String libraryTrouble = "";
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private volatile CompletableFuture<String> nextJournal = new CompletableFuture<>();
    private volatile CompletableFuture<String> nextCommit = new CompletableFuture<>();

    CompletableFuture<String> nextJournal() {
      nextJournal = new CompletableFuture<>();
      return nextJournal;
    }

    CompletableFuture<String> nextCommit() {
      nextCommit = new CompletableFuture<>();
      return nextCommit;
    }

    @Override
    public void journal(Draft draft) {
      nextJournal.complete(draft.body());
      gate.join();
      fail(trouble);
      journal.add(draft.body());
    }

    @Override
    public void commit(Draft draft) {
      fail(trouble);
      fail(libraryTrouble);
      library.add(draft.body());
      nextCommit.complete(draft.body());
    }

    private static void fail(String why) {
      if (!why.isEmpty()) {
        throw new DeskException(why);
      }
    }
  }
}
