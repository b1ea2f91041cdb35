package galley.ui.kit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The only place that hops to the JavaFX thread. */
public final class Fx {
  private Fx() {}

  /** Runs on the JavaFX thread: now where this is it, else as soon as it is free. */
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }

  /** Runs on the JavaFX thread after what is already waiting there. */
  public static void later(Runnable work) {
    Platform.runLater(work);
  }

  /**
   * Hands the outcome of background work to the JavaFX thread.
   *
   * @param failed gets the cause itself, never a {@link CompletionException} around it
   */
  public static <T> void deliver(
      CompletableFuture<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    var _ =
        work.whenComplete((value, failure) ->
            run(() -> {
              if (failure == null) {
                done.accept(value);
              } else {
                Throwable cause = failure.getCause();
                failed.accept(
                    failure instanceof CompletionException && cause != null ? cause : failure);
              }
            }));
  }
}
