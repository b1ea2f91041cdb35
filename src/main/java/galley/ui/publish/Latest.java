package galley.ui.publish;

import galley.ui.kit.Fx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows only the newest of many reports: what comes while one waits takes its place. */
final class Latest<T> implements Consumer<T> {
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final Consumer<T> show;

  /**
   * @param show is called on the JavaFX thread
   */
  Latest(Consumer<T> show) {
    this.show = show;
  }

  /** Any thread. */
  @Override
  public void accept(T now) {
    if (waiting.getAndSet(now) == null) {
      Fx.later(() -> {
        T newest = waiting.getAndSet(null);
        if (newest != null) {
          show.accept(newest);
        }
      });
    }
  }
}
