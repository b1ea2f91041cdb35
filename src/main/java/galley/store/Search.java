package galley.store;

import galley.asset.Messages;
import galley.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Search over all posts that are not in the bin. The index is no part of what is kept: where it is
 * missing, damaged, behind or of an earlier version it is made again from the posts, off the
 * caller's thread and some seconds after the start, or with the first search. A search sees every
 * change made before it.
 */
public final class Search implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Search.class.getName());
  private static final int COMMIT_EVERY = 200;
  private static final Duration AFTER_THE_START = Duration.ofSeconds(3);

  private final Path folder;
  private final Database database;
  private final Journals journals;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("galley-store-search").factory());
  private final Future<?> warmUp;
  private @Nullable SearchIndex index;
  private int uncommitted;
  private volatile boolean closing;

  Search(Path folder, Database database, Journals journals) {
    this.folder = folder;
    this.database = database;
    this.journals = journals;
    warmUp =
        thread.schedule(
            () -> guarded(this::catchUp), AFTER_THE_START.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Finds the posts that have all the words; those in quotation marks one after the other, the last
   * one perhaps only begun.
   *
   * @throws StoreException when the index can't be read even after it was made again
   */
  public SearchResult find(String words, int limit) {
    try {
      return thread.submit(() -> look(words, limit)).get();
    } catch (RejectedExecutionException e) {
      throw new StoreException(
          StoreException.Kind.CLOSED, Messages.text("store.library.closed"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SearchResult(0, 0, List.of());
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    }
  }

  void update(Post post) {
    change(open -> open.put(post));
  }

  void remove(UUID post) {
    change(open -> open.remove(post));
  }

  /** Brings the index to the state of the library, whatever it was. */
  void rebuild() {
    execute(this::catchUp);
  }

  @Override
  public void close() {
    closing = true;
    warmUp.cancel(false);
    thread.execute(this::closeIndex);
    thread.close();
  }

  /** Work that only the index suffers from. */
  private interface Task {
    void run() throws IOException, SQLException;
  }

  /** What goes wrong here costs nobody a word: it is logged, and the index made again. */
  private void guarded(Task task) {
    try {
      task.run();
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "The search index will be made again", e);
      try {
        discard();
      } catch (IOException again) {
        LOG.log(Level.WARNING, "The search index can't be deleted", again);
      }
    }
  }

  private SearchResult look(String words, int limit) throws IOException, SQLException {
    try {
      return open().find(words, limit);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The search index is made again", e);
      discard();
      return open().find(words, limit);
    }
  }

  /** A change of the open index. */
  private interface Change {
    void on(SearchIndex index) throws IOException;
  }

  /** Changes the index where it is open; where it is not, it catches up when it is wanted. */
  private void change(Change change) {
    execute(() -> {
      SearchIndex open = index;
      if (open != null) {
        change.on(open);
        if (++uncommitted >= COMMIT_EVERY) {
          open.commit();
          uncommitted = 0;
        }
      }
    });
  }

  private void execute(Task task) {
    try {
      thread.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "Changed while closing; the index catches up at the next start", e);
    }
  }

  private SearchIndex open() throws IOException {
    SearchIndex open = index;
    if (open == null) {
      try {
        catchUp();
      } catch (SQLException e) {
        throw new IOException(e);
      }
      open = Objects.requireNonNull(index);
    }
    return open;
  }

  /** Compares the versions in the index with those in the library, and mends what differs. */
  private void catchUp() throws IOException, SQLException {
    SearchIndex open = index;
    if (open == null) {
      open = fresh();
      index = open;
    }
    Map<UUID, Long> indexed = open.versions();
    Map<UUID, Long> wanted = new HashMap<>();
    for (Posts.Sealed post : database.read(Posts::all)) {
      if (post.row().binned().isEmpty()) {
        wanted.put(post.row().id(), post.row().version());
      }
    }
    for (UUID id : indexed.keySet()) {
      if (!wanted.containsKey(id)) {
        open.remove(id);
      }
    }
    for (Map.Entry<UUID, Long> post : wanted.entrySet()) {
      if (closing) {
        break; // the rest is made up for at the next start; nobody waits for it now
      }
      if (!post.getValue().equals(indexed.get(post.getKey()))) {
        Optional<Post> changed = read(post.getKey());
        if (changed.isPresent()) {
          open.put(changed.get());
        }
      }
    }
    open.commit();
  }

  private Optional<Post> read(UUID id) throws SQLException {
    try {
      return database.read(connection -> new Reading(connection, journals).post(id));
    } catch (StoreException e) {
      return Optional.empty(); // damaged: whoever opens the post hears of it
    }
  }

  private SearchIndex fresh() throws IOException {
    try {
      SearchIndex there = new SearchIndex(folder);
      if (there.isCurrent()) {
        return there;
      }
      LOG.log(Level.FINE, "The search index is of an earlier kind and is made again");
      there.close();
      SearchIndex.delete(folder);
      return new SearchIndex(folder);
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.INFO, "The search index can't be used and is made again", e);
      SearchIndex.delete(folder);
      return new SearchIndex(folder);
    }
  }

  private void discard() throws IOException {
    closeIndex();
    SearchIndex.delete(folder);
  }

  private void closeIndex() {
    SearchIndex open = index;
    index = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.INFO, "The search index could not be closed; it is made again", e);
      }
    }
  }

  private static StoreException failed(@Nullable Throwable cause) {
    Throwable why = cause == null ? new IOException() : cause;
    return new StoreException(
        Failures.kind(why, StoreException.Kind.DAMAGED),
        Messages.text("store.search.failed", Failures.reason(why)),
        why);
  }
}
