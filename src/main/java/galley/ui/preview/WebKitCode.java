package galley.ui.preview;

import com.sun.glass.utils.NativeLibLoader;
import java.util.concurrent.CompletableFuture;

/**
 * Brings WebKit's code in before the first WebView wants it.
 *
 * <p>JavaFX unpacks and checks 100 MB of it when the first WebView is made, on the JavaFX thread,
 * so that the window stands still for most of a second. There is no public way to have that done
 * earlier; this is the only place that uses an inner one.
 */
final class WebKitCode {
  private WebKitCode() {}

  /**
   * Completes when the code is there; fails with an {@link UnsatisfiedLinkError} where it is not.
   */
  static CompletableFuture<Void> loaded() {
    return CompletableFuture.runAsync(
        () -> NativeLibLoader.loadLibrary("jfxwebkit"),
        task -> Thread.ofPlatform().daemon().name("webkit").start(task));
  }
}
