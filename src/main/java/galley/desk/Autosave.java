package galley.desk;

import galley.post.Draft;
import galley.post.Post;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an open post is written down, and says what is safe. After a quarter of a second
 * without typing, or one second of typing without a pause, the text goes to the journal and is
 * forced; after two seconds without typing it goes to the library. A failure is told and tried
 * again until it works; the state never says saved before the bytes are forced.
 *
 * <p>Any thread may call; texts are read on the UI executor and written on a thread of its own.
 */
final class Autosave {
  private static final Logger LOG = Logger.getLogger(Autosave.class.getName());

  /** Where texts go. Both write and force before they return, and throw when they could not. */
  interface Target {
    void journal(Draft draft);

    void commit(Draft draft);
  }

  /**
   * The pauses, in milliseconds.
   *
   * @param idle without typing, then to the journal
   * @param typing without a pause, then to the journal all the same
   * @param commit without typing, then to the library
   * @param retry after a failure
   */
  record Pauses(long idle, long typing, long commit, long retry) {
    static final Pauses STANDARD = new Pauses(250, 1000, 2000, 2000);
  }

  private final Jobs jobs;
  private final Target target;
  private final Clock clock;
  private final Pauses pauses;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Jobs.named("galley-save"));
  private final List<Consumer<SaveState>> listeners = new CopyOnWriteArrayList<>();

  private Executor ui = Runnable::run;
  private @Nullable Supplier<Draft> reader;
  private Draft latest;
  private SaveState state;
  private String journalTrouble = "";
  private String libraryTrouble = "";
  private boolean composing;
  private boolean ticking;
  private boolean ended;
  // Edits are counted; each stage remembers the count it has reached.
  private long edits;
  private long captured;
  private long journaled;
  private long committed;
  private long lastEdit;
  private long firstUnwritten;

  /**
   * @param start as the library has it, and so safe since it was changed there
   */
  Autosave(Jobs jobs, Target target, Clock clock, Pauses pauses, Post start) {
    this.jobs = jobs;
    this.target = target;
    this.clock = clock;
    this.pauses = pauses;
    latest = start.draft();
    state = SaveState.saved(start.changed());
  }

  /** The text to start with lies in the journal and not yet in the library. */
  synchronized void behind() {
    edits++;
    captured = edits;
    journaled = edits;
    lastEdit = System.nanoTime();
    if (!ticking) {
      tickIn(pauses.idle());
    }
  }

  synchronized void attach(Executor executor, Supplier<Draft> texts) {
    ui = executor;
    reader = texts;
  }

  synchronized SaveState state() {
    return state;
  }

  Runnable onState(Consumer<SaveState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The newest text that was read. */
  synchronized Draft latest() {
    return latest;
  }

  synchronized boolean isClean() {
    return committed == edits;
  }

  /** One more edit. Costs well under a microsecond but for the first after a save. */
  void changed() {
    synchronized (this) {
      long now = System.nanoTime();
      if (edits == Math.max(journaled, committed)) {
        firstUnwritten = now;
      }
      edits++;
      lastEdit = now;
      if (!ticking) {
        tickIn(pauses.idle());
      }
    }
    tell();
  }

  /** While an input method composes, the text in the window is not yet what the person means. */
  void composing(boolean now) {
    synchronized (this) {
      composing = now;
    }
    if (!now) {
      changed();
    }
  }

  /** Replaces the text from outside the editor, as a restored revision does; it is already safe. */
  synchronized void adopt(Draft draft) {
    latest = draft;
    edits++;
    captured = edits;
    journaled = edits;
    committed = edits;
  }

  /** Writes journal and library soon, whatever the pauses say. */
  CompletableFuture<Void> flush() {
    Executor on;
    synchronized (this) {
      on = ui;
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    on.execute(() -> finish(done));
    return done;
  }

  /** Reads the text on this thread, writes it to journal and library, then stops for good. */
  CompletableFuture<Void> end() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (this) {
      if (ended) {
        done.complete(null);
        return done;
      }
    }
    finish(done);
    synchronized (this) {
      ended = true;
      reader = null;
    }
    writer.shutdown();
    return done;
  }

  private void finish(CompletableFuture<Void> done) {
    capture();
    onWriter(() -> {
      journalLatest();
      commitLatest();
      String trouble;
      synchronized (this) {
        trouble = committed >= captured ? "" : libraryTrouble + journalTrouble;
      }
      if (trouble.isEmpty()) {
        done.complete(null);
      } else {
        done.completeExceptionally(new DeskException(trouble));
      }
    });
  }

  /** On the timer's thread: what is due now, and when to look again. */
  private void tick() {
    boolean read = false;
    boolean commit = false;
    Executor on;
    synchronized (this) {
      ticking = false;
      on = ui;
      if (ended) {
        return;
      }
      long now = System.nanoTime();
      long idle = (now - lastEdit) / 1_000_000;
      boolean unwritten = edits > Math.max(journaled, committed);
      long typing = unwritten ? (now - firstUnwritten) / 1_000_000 : 0;
      boolean failed = !journalTrouble.isEmpty() || !libraryTrouble.isEmpty();
      if (composing) {
        tickIn(pauses.idle());
      } else if (unwritten && idle < pauses.idle() && typing < pauses.typing()) {
        tickIn(Math.min(pauses.idle() - idle, pauses.typing() - typing));
      } else {
        read = unwritten;
        commit = failed || idle >= pauses.commit() && committed < edits;
        if (!commit || failed) {
          tickIn(nextLook(idle, failed));
        }
      }
    }
    if (read || commit) {
      boolean withLibrary = commit;
      boolean withText = read;
      on.execute(() -> {
        if (withText) {
          capture();
        }
        onWriter(() -> {
          journalLatest();
          if (withLibrary) {
            commitLatest();
          }
        });
      });
    }
  }

  private long nextLook(long idle, boolean failed) {
    if (failed) {
      return pauses.retry();
    }
    return idle < pauses.idle() ? pauses.idle() : Math.max(10, pauses.commit() - idle);
  }

  private void tickIn(long millis) {
    ticking = true;
    try {
      jobs.later(millis, this::tick);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "Closing; the last text is written by end()", e);
    }
  }

  /** On the UI executor, or the thread that ends the session. */
  private void capture() {
    Supplier<Draft> from;
    long at;
    synchronized (this) {
      from = reader;
      at = edits;
      if (from == null || captured == edits) {
        return;
      }
    }
    Draft draft = from.get();
    synchronized (this) {
      if (at > captured) {
        latest = draft;
        captured = at;
      }
    }
  }

  private void journalLatest() {
    Draft draft;
    long at;
    String before;
    synchronized (this) {
      before = journalTrouble;
      draft = latest;
      at = captured;
      if (at <= Math.max(journaled, committed)) {
        return;
      }
    }
    String trouble = attempt(() -> target.journal(draft), before);
    synchronized (this) {
      journalTrouble = trouble;
      if (trouble.isEmpty()) {
        journaled = Math.max(journaled, at);
        firstUnwritten = System.nanoTime();
      }
      if (!ticking && !ended) {
        tickIn(trouble.isEmpty() ? pauses.idle() : pauses.retry());
      }
    }
    tell();
  }

  private void commitLatest() {
    Draft draft;
    long at;
    String before;
    synchronized (this) {
      before = libraryTrouble;
      draft = latest;
      at = captured;
      if (at <= committed) {
        return;
      }
    }
    String trouble = attempt(() -> target.commit(draft), before);
    synchronized (this) {
      libraryTrouble = trouble;
      if (trouble.isEmpty()) {
        committed = Math.max(committed, at);
        journalTrouble = "";
      } else if (!ticking && !ended) {
        tickIn(pauses.retry());
      }
    }
    tell();
  }

  /** What went wrong, as a sentence; empty when nothing did. */
  private static String attempt(Runnable write, String before) {
    try {
      write.run();
      return "";
    } catch (RuntimeException e) {
      // Whatever it was, the text is still in the window: say so, log it, and try again.
      String trouble = String.valueOf(e.getMessage());
      if (!trouble.equals(before)) {
        LOG.log(Level.WARNING, "A text could not be written", e);
      }
      return trouble;
    }
  }

  private void onWriter(Runnable task) {
    try {
      writer.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "Asked after the end", e);
    }
  }

  private void tell() {
    SaveState now;
    synchronized (this) {
      now = stateNow();
      if (now.kind() == state.kind()
          && now.message().equals(state.message())
          && (now.kind() != SaveState.Kind.SAVED || journaled == 0)) {
        return;
      }
      state = now;
    }
    listeners.forEach(listener -> listener.accept(now));
  }

  private SaveState stateNow() {
    Instant at = clock.instant();
    if (!journalTrouble.isEmpty()) {
      return SaveState.failed(at, journalTrouble);
    }
    if (!libraryTrouble.isEmpty()) {
      return SaveState.failed(at, libraryTrouble);
    }
    return Math.max(journaled, committed) == edits ? SaveState.saved(at) : SaveState.changed(at);
  }
}
