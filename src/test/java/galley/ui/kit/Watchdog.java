package galley.ui.kit;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Watches how long the JavaFX thread is held. A heartbeat goes round on it; what the thread worked
 * between two beats is measured in its own processor time, so that a busy machine is not taken for
 * a slow program. Stretches in which classes were loaded or much was compiled are warm-up and do
 * not count. A thread that waits for something, with work of ours on its stack, counts by the
 * clock.
 */
final class Watchdog {
  private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int WARM_UP_CLASSES = 2;
  private static final long WARM_UP_COMPILING = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private final long thread;
  private volatile boolean counting;
  private final AtomicLong beats = new AtomicLong();
  private volatile Optional<String> bite = Optional.empty();

  /** Starts watching the thread with this id. */
  Watchdog(long thread) {
    this.thread = thread;
    Thread.ofPlatform().daemon(true).name("watchdog").start(this::watch);
  }

  void start() {
    bite = Optional.empty();
    counting = true;
  }

  /** Stops counting, and says what was seen. */
  Optional<String> stop() {
    settle();
    counting = false;
    return bite;
  }

  /** Whether stretches count from now on. */
  boolean counting(boolean now) {
    boolean before = counting;
    counting = now;
    return before;
  }

  /** Waits until the beat that is under way was looked at. */
  void settle() {
    long seen = beats.get();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (beats.get() == seen && System.nanoTime() < end) {
      LockSupport.parkNanos(500_000);
    }
  }

  private void watch() {
    while (true) {
      try {
        beat();
        beats.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(4);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void beat() throws InterruptedException {
    boolean counts = counting;
    long before = THREADS.getThreadCpuTime(thread);
    long classes = CLASSES.getTotalLoadedClassCount();
    long compiling = COMPILER.getTotalCompilationTime();
    CountDownLatch beat = new CountDownLatch(1);
    Platform.runLater(beat::countDown);
    String where = "";
    int waiting = 0;
    while (!beat.await(20, TimeUnit.MILLISECONDS)) {
      ThreadInfo now = THREADS.getThreadInfo(thread, 60);
      boolean ours = now != null && isOurs(now);
      if (ours) {
        where = stack(now);
      }
      waiting = ours && now.getThreadState() != Thread.State.RUNNABLE ? waiting + 1 : 0;
      if (waiting > 5 && counts && counting) {
        bite = Optional.of("The JavaFX thread waits for something:\n" + where);
      }
    }
    long worked = THREADS.getThreadCpuTime(thread) - before;
    boolean warm =
        CLASSES.getTotalLoadedClassCount() - classes < WARM_UP_CLASSES
            && COMPILER.getTotalCompilationTime() - compiling < WARM_UP_COMPILING;
    if (worked > limit() && warm && counts && counting) {
      bite =
          Optional.of(
              "The JavaFX thread was held for %d ms:%n%s"
                  .formatted(TimeUnit.NANOSECONDS.toMillis(worked), where));
    }
  }

  /** Where many compete for caches and cores, the same work takes half as long again. */
  private static long limit() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system.getSystemLoadAverage() > system.getAvailableProcessors() ? LIMIT * 3 / 2 : LIMIT;
  }

  private static boolean isOurs(ThreadInfo info) {
    for (StackTraceElement element : info.getStackTrace()) {
      if (element.getMethodName().equals("runWithRenderLock")) {
        return false; // JavaFX closes a window, and waits until its last frame is drawn
      }
      if (element.getClassName().startsWith("galley.")) {
        return true;
      }
    }
    return false;
  }

  private static String stack(ThreadInfo info) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement element : info.getStackTrace()) {
      text.append("    at ").append(element).append('\n');
    }
    return text.toString();
  }
}
