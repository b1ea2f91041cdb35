package galley.ui.editor;

import galley.post.ImageRef;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The pictures of a draft that has no library behind it. */
final class NoPictures implements PictureStore {
  @Override
  public Optional<Path> file(String sha256) {
    return Optional.empty();
  }

  @Override
  public CompletableFuture<ImageRef> add(Path file) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException("No library is open"));
  }

  @Override
  public CompletableFuture<ImageRef> add(byte[] data, String name) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException("No library is open"));
  }
}
