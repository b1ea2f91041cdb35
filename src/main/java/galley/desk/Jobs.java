package galley.desk;

import galley.asset.Messages;
import galley.export.ExportException;
import galley.publish.PublishException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work off the UI thread: short questions, long jobs with progress, and things to do later. Every
 * thread has a name and none keeps the program alive. No exception is lost: it completes the future
 * and is logged once here.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
  private static final int PATIENCE_SECONDS = 30;

  private final ExecutorService workers;
  private final ScheduledExecutorService timer;
  private final List<Job> running = new CopyOnWriteArrayList<>();
  private final Consumer<DeskEvent> events;

  Jobs(Consumer<DeskEvent> events) {
    this(
        events,
        Executors.newCachedThreadPool(named("galley-work")),
        Executors.newSingleThreadScheduledExecutor(named("galley-timer")));
  }

  Jobs(Consumer<DeskEvent> events, ExecutorService workers, ScheduledExecutorService timer) {
    this.events = events;
    this.workers = workers;
    this.timer = timer;
  }

  /** The long jobs that are under way. */
  public List<Job> running() {
    return List.copyOf(running);
  }

  /** Answers a short question on a background thread. */
  public <T> CompletableFuture<T> ask(Callable<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      workers.execute(() -> complete(answer, question));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(new DeskException(Messages.text("desk.closing"), e));
    }
    return answer;
  }

  /** Does long work that says how far it is and can be stopped. */
  public <T> CompletableFuture<T> work(String name, Function<Job, T> work) {
    Job job = new Job(name, j -> events.accept(new DeskEvent.Working(j)));
    running.add(job);
    events.accept(new DeskEvent.Working(job));
    return ask(() -> work.apply(job))
        .whenComplete((done, failure) -> {
          running.remove(job);
          job.finish();
        });
  }

  /** Does something later, once, on the timer's thread; it must be short. */
  void later(long millis, Runnable task) {
    var _ = timer.schedule(guarded(task), millis, TimeUnit.MILLISECONDS);
  }

  /** Does something later, once, on a worker's thread. */
  void soon(long millis, Runnable task) {
    later(millis, () -> workers.execute(guarded(task)));
  }

  /** Does something again and again on a worker's thread; never two at a time. */
  void every(long millis, Runnable task) {
    AtomicBoolean busy = new AtomicBoolean();
    Runnable once =
        () -> {
          try {
            task.run();
          } finally {
            busy.set(false);
          }
        };
    var _ =
        timer.scheduleWithFixedDelay(
            guarded(() -> {
              if (busy.compareAndSet(false, true)) {
                workers.execute(guarded(once));
              }
            }),
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  private static <T> void complete(CompletableFuture<T> answer, Callable<T> question) {
    try {
      answer.complete(question.call());
    } catch (CancellationException | DeskException | ExportException | PublishException e) {
      answer.completeExceptionally(e); // an answer for the person, not a fault
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.WARNING, "Work in the background failed", e);
      answer.completeExceptionally(e);
    }
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RejectedExecutionException e) {
        LOG.log(Level.FINE, "Asked while closing", e);
      } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
        LOG.log(Level.WARNING, "Work in the background failed", e);
      }
    };
  }

  static ThreadFactory named(String name) {
    return Thread.ofPlatform().daemon(true).name(name + "-", 1).factory();
  }

  /** Lets what is under way come to its end, for half a minute at most. */
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        running.forEach(Job::cancel);
        LOG.warning("Background work was still under way when Galley closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
