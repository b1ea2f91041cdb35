package galley.desk;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One piece of work in the background: its name, how far it is, and a way to stop it. */
public final class Job {
  private final String name;
  private final Consumer<Job> listener;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile Progress progress;
  private volatile boolean cancelled;

  Job(String name, Consumer<Job> listener) {
    this.name = name;
    this.listener = listener;
    progress = new Progress(name, 0, 0);
  }

  /** What a person would call it: "Bringing posts in". */
  public String name() {
    return name;
  }

  public Progress progress() {
    return progress;
  }

  public boolean isDone() {
    return end.isDone();
  }

  /** Asks it to stop at the next safe point. What it has finished by then stays. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether it was asked to stop, for work that stops by itself. */
  boolean isCancelled() {
    return cancelled;
  }

  /** Shows how far it is; does not stop. */
  void show(Progress now) {
    progress = now;
    listener.accept(this);
  }

  /** Called by the work between two pieces. */
  void report(Progress now) {
    if (cancelled) {
      throw new CancellationException(name);
    }
    progress = now;
    listener.accept(this);
  }

  void finish() {
    end.complete(null);
    listener.accept(this);
  }
}
