package galley.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Window;

/** The program from its own start until its window was drawn a while; says nothing itself. */
final class StartedWindow {
  private static final int FRAMES = 10;

  private StartedWindow() {}

  /** The program's own arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    Thread.ofPlatform().daemon().start(() -> Main.main(arguments));
    while (!isShown()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    CountDownLatch frames = new CountDownLatch(FRAMES);
    Platform.runLater(() ->
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.countDown();
          }
        }.start());
    frames.await();
    Runtime.getRuntime().halt(0); // a proper end would close what was said
  }

  private static boolean isShown() {
    try {
      return CompletableFuture.supplyAsync(
              () -> Window.getWindows().stream().anyMatch(Window::isShowing), Platform::runLater)
          .join();
    } catch (IllegalStateException e) {
      return false; // JavaFX itself is not there yet
    }
  }
}
