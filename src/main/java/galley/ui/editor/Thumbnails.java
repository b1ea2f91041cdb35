package galley.ui.editor;

import galley.images.PictureException;
import galley.images.Pictures;
import galley.ui.kit.Fx;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Small pictures for the cards, read in the background and kept while there is room. */
final class Thumbnails {
  /** Twice the size they are shown at, for dense screens. */
  private static final int WIDTH = 184;

  private static final int HEIGHT = 124;
  private static final int MOST = 200;
  private static final Logger LOG = Logger.getLogger(Thumbnails.class.getName());

  private final Executor background;
  private final Map<String, CompletableFuture<Image>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Image>> eldest) {
          return size() > MOST;
        }
      };

  Thumbnails(Executor background) {
    this.background = background;
  }

  /**
   * Hands over the small picture of a fingerprint, at once where it is known; never where the file
   * can't be read. On the JavaFX thread.
   */
  void get(String sha256, Function<String, Optional<Path>> files, Consumer<Image> ready) {
    CompletableFuture<Image> image =
        known.computeIfAbsent(
            sha256, key -> CompletableFuture.supplyAsync(() -> read(key, files), background));
    if (image.isDone() && !image.isCompletedExceptionally()) {
      ready.accept(image.join());
      return;
    }
    Fx.deliver(
        image,
        ready,
        failure -> {
          known.remove(sha256);
          LOG.log(Level.INFO, "No small picture for " + sha256, failure);
        });
  }

  private static Image read(String sha256, Function<String, Optional<Path>> files) {
    Path file =
        files
            .apply(sha256)
            .orElseThrow(() -> new PictureException("The library has no picture " + sha256));
    BufferedImage small = new Pictures().thumbnail(file, WIDTH, HEIGHT);
    int width = small.getWidth();
    int height = small.getHeight();
    int[] pixels = small.getRGB(0, 0, width, height, null, 0, width);
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }
}
