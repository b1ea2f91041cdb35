package galley.ui.editor;

import galley.post.ImageRef;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where an open draft's pictures lie. Calls come on the JavaFX thread and must return at once. */
public interface PictureStore {
  /** The file of a fingerprint, where the library has it. Called on a background thread. */
  Optional<Path> file(String sha256);

  /**
   * Takes a copy of a picture file into the library.
   *
   * @return the reference for the body, with a name unique in the draft and no words; it fails with
   *     an exception whose message is a plain sentence
   */
  CompletableFuture<ImageRef> add(Path file);

  /** Takes a picture that has no file, such as one from the clipboard. */
  CompletableFuture<ImageRef> add(byte[] data, String name);

  /** A place without any pictures, which takes none. */
  static PictureStore none() {
    return new NoPictures();
  }
}
