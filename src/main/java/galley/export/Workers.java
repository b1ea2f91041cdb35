package galley.export;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to many things on some threads, each of which holds one of them at a time.
 *
 * @param stopped whether to stop before the next thing
 */
record Workers(int threads, java.util.function.BooleanSupplier stopped) {

  /**
   * What comes of each, in the order of the things. Where one of them fails, no other is begun and
   * its exception is thrown.
   */
  <A, B> List<B> map(List<A> things, Function<A, B> work) {
    List<@Nullable B> results = new ArrayList<>(java.util.Collections.nCopies(things.size(), null));
    List<Integer> places = java.util.stream.IntStream.range(0, things.size()).boxed().toList();
    each(places, i -> results.set(i, work.apply(things.get(i))));
    List<B> all = new ArrayList<>(results.size());
    for (@Nullable B result : results) {
      all.add(java.util.Objects.requireNonNull(result));
    }
    return all;
  }

  /** As {@link #map}, so many things at a time; what comes of all groups, one after the other. */
  <A, B> List<B> groups(List<A> things, int size, Function<List<A>, List<B>> work) {
    List<List<A>> groups = new ArrayList<>();
    for (int i = 0; i < things.size(); i += size) {
      groups.add(things.subList(i, Math.min(things.size(), i + size)));
    }
    return map(groups, work).stream().flatMap(List::stream).toList();
  }

  private <A> void each(List<A> things, Consumer<A> work) {
    if (things.isEmpty()) {
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
            if (failed.get()) {
              return;
            }
            if (stopped.getAsBoolean()) {
              throw new CancellationException();
            }
            boolean done = false;
            try {
              work.accept(things.get(i));
              done = true;
            } finally {
              if (!done) {
                failed.set(true);
              }
            }
          }
        };
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, things.size()),
            Thread.ofPlatform().name("site-", 0).daemon().factory())) {
      for (int i = 0; i < Math.min(threads, things.size()); i++) {
        running.add(pool.submit(worker));
      }
    }
    for (Future<?> each : running) {
      outcome(each);
    }
  }

  private static void outcome(Future<?> ended) {
    try {
      ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
