package galley.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time only goes on by hand, and a clock that shows it. For one thread. */
final class HandTimer extends ScheduledThreadPoolExecutor {
  private final List<Due> waiting = new ArrayList<>();
  private volatile Instant now = Instant.parse("2026-11-23T07:10:15Z");

  private record Due(Instant at, Optional<Duration> again, Runnable task) {}

  HandTimer() {
    super(1);
  }

  /** Lets this much time pass, and does on the caller's thread what comes due, in its order. */
  void pass(Duration time, Runnable afterEach) {
    Instant end = now.plus(time);
    Optional<Due> next = next(end);
    while (next.isPresent()) {
      Due due = next.get();
      waiting.remove(due);
      now = due.at();
      due.task().run();
      afterEach.run();
      due.again()
          .ifPresent(pause -> waiting.add(new Due(now.plus(pause), due.again(), due.task())));
      next = next(end);
    }
    now = end;
  }

  /** Lets time pass as on a computer asleep: what came due meanwhile is done once, at the end. */
  void sleep(Duration time, Runnable afterEach) {
    now = now.plus(time);
    for (Due due : List.copyOf(waiting)) {
      if (!due.at().isAfter(now)) {
        waiting.remove(due);
        due.task().run();
        afterEach.run();
        due.again()
            .ifPresent(pause -> waiting.add(new Due(now.plus(pause), due.again(), due.task())));
      }
    }
  }

  private Optional<Due> next(Instant end) {
    return waiting.stream()
        .filter(due -> !due.at().isAfter(end))
        .min(Comparator.comparing(Due::at));
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    waiting.add(new Due(now.plus(Duration.of(delay, unit.toChronoUnit())), Optional.empty(), task));
    return never();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long first, long pause, TimeUnit unit) {
    waiting.add(
        new Due(
            now.plus(Duration.of(first, unit.toChronoUnit())),
            Optional.of(Duration.of(pause, unit.toChronoUnit())),
            task));
    return never();
  }

  /** What is asked for only to be thrown away. */
  private ScheduledFuture<?> never() {
    return super.schedule(() -> {}, 1, TimeUnit.DAYS);
  }
}
