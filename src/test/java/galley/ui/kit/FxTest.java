package galley.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks a test of real windows on JavaFX's headless platform. The test's methods run on JUnit's
 * thread and go to JavaFX's by {@link Stage#fx}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FxTest.Stage.class)
public @interface FxTest {
  /**
   * Starts JavaFX once, and reports what its thread threw, when it was held too long, and what a
   * style sheet asked for in vain.
   */
  final class Stage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final List<Throwable> THROWN = new ArrayList<>();
    private static Watchdog watchdog;
    private static final Logger CSS = Logger.getLogger("javafx.css");
    private static Optional<AssertionError> unstyled = Optional.empty();
    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
      start();
    }

    private static synchronized void start() throws InterruptedException {
      if (started) {
        return;
      }
      var ready = new java.util.concurrent.CountDownLatch(1);
      Platform.startup(() -> {
        Platform.setImplicitExit(false);
        Thread.currentThread()
            .setUncaughtExceptionHandler((thread, thrown) -> {
              synchronized (THROWN) {
                THROWN.add(thrown);
              }
            });
        ready.countDown();
      });
      ready.await();
      CSS.addHandler(new Unstyled());
      Look.fonts().join();
      watchdog = new Watchdog(fx(() -> Thread.currentThread().threadId()));
      started = true;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      synchronized (THROWN) {
        THROWN.clear();
      }
      watchdog.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      fx(() -> null);
      Optional<String> held = watchdog.stop();
      throwThrown();
      held.ifPresent(what -> {
        throw new AssertionError(what);
      });
    }

    /** Takes a warning of a style sheet for a fault. */
    private static final class Unstyled extends Handler {
      @Override
      public void publish(LogRecord told) {
        if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
          synchronized (THROWN) {
            unstyled = Optional.of(new AssertionError(told.getMessage()));
          }
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    }

    private static void throwThrown() {
      synchronized (THROWN) {
        if (!THROWN.isEmpty()) {
          throw new AssertionError("The JavaFX thread threw", THROWN.getFirst());
        }
        Optional<AssertionError> asked = unstyled;
        unstyled = Optional.empty();
        asked.ifPresent(fault -> {
          throw new AssertionError("A style sheet asked in vain", fault);
        });
      }
    }

    /**
     * Runs on the JavaFX thread what may take its time there: a test's own preparation, never
     * something the program does while a person waits.
     */
    public static <T> T unwatched(Callable<T> work) {
      boolean before = watchdog.counting(false);
      try {
        return fx(work);
      } finally {
        watchdog.settle();
        watchdog.counting(before);
      }
    }

    /**
     * Lets frames pass in which WebKit may lay a whole page out anew, for another width of it: one
     * native call that nobody can divide.
     */
    public static void unwatchedFrames(int frames) {
      boolean before = watchdog.counting(false);
      try {
        for (int frame = 0; frame < frames; frame++) {
          pulse();
        }
      } finally {
        watchdog.settle();
        watchdog.counting(before);
      }
    }

    /** Types into what has the keyboard, a key at a time, as a person does. */
    public static void type(Scene scene, String text) {
      text.codePoints()
          .forEach(c -> {
            String typed = Character.toString(c);
            run(() -> {
              if (c == '\n') {
                fire(scene, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
                fire(scene, KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED);
                fire(scene, KeyEvent.KEY_RELEASED, "", KeyCode.ENTER);
              } else {
                fire(scene, KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED);
              }
            });
          });
      fx(() -> null);
    }

    /** Presses and lets go of a key, with others held: SHIFT, CONTROL, ALT, META. */
    public static void press(Scene scene, KeyCode code, KeyCode... held) {
      run(() -> {
        fire(scene, KeyEvent.KEY_PRESSED, "", code, held);
        fire(scene, KeyEvent.KEY_RELEASED, "", code, held);
      });
      pulse();
    }

    private static void fire(
        Scene scene, EventType<KeyEvent> type, String typed, KeyCode code, KeyCode... held) {
      List<KeyCode> with = List.of(held);
      Node owner = scene.getFocusOwner();
      Event.fireEvent(
          owner == null ? scene.getRoot() : owner,
          new KeyEvent(
              type,
              typed,
              code.getName(),
              code,
              with.contains(KeyCode.SHIFT),
              with.contains(KeyCode.CONTROL),
              with.contains(KeyCode.ALT),
              with.contains(KeyCode.META)));
    }

    /** Runs on the JavaFX thread and waits for the outcome. */
    public static <T> T fx(Callable<T> work) {
      CompletableFuture<T> outcome = new CompletableFuture<>();
      Platform.runLater(() -> {
        try {
          outcome.complete(work.call());
        } catch (Throwable thrown) {
          outcome.completeExceptionally(thrown);
        }
      });
      try {
        return outcome.get(60, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw new AssertionError("On the JavaFX thread: " + e.getCause(), e.getCause());
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("The JavaFX thread did not answer", e);
      }
    }

    /** Runs on the JavaFX thread and waits until it is done. */
    public static void run(Runnable work) {
      fx(() -> {
        work.run();
        return true;
      });
    }

    /** Waits, at most 20 seconds, until this is so on the JavaFX thread. */
    public static void until(String what, BooleanSupplier so) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!fx(so::getAsBoolean)) {
        throwThrown();
        if (System.nanoTime() > end) {
          throw new AssertionError("Waited in vain until " + what);
        }
        pulse();
      }
    }

    /** Waits until the next frame was laid out. */
    public static void pulse() {
      CompletableFuture<Boolean> done = new CompletableFuture<>();
      Platform.runLater(() -> {
        var timer =
            new javafx.animation.AnimationTimer() {
              private int frames;

              @Override
              public void handle(long now) {
                if (++frames == 2) {
                  stop();
                  done.complete(true);
                }
              }
            };
        timer.start();
      });
      try {
        done.get(20, TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        throw new AssertionError("No frame came", e);
      }
    }

    /** Writes a picture of the scene to {@code target/pictures/<name>.png}. */
    public static Path picture(Scene scene, String name) {
      WritableImage image = unwatched(() -> scene.snapshot(null));
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      int[] pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(
              0,
              0,
              width,
              height,
              javafx.scene.image.PixelFormat.getIntArgbInstance(),
              pixels,
              0,
              width);
      copy.setRGB(0, 0, width, height, pixels, 0, width);
      Path file = Path.of("target/pictures", name + ".png");
      try {
        Files.createDirectories(file.getParent());
        ImageIO.write(copy, "png", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return file;
    }
  }
}
