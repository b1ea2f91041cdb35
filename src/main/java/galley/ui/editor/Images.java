package galley.ui.editor;

import galley.post.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** What the open draft knows of its pictures. On the JavaFX thread. */
final class Images {
  private final Thumbnails thumbnails;
  private final List<ImageRef> all = new ArrayList<>();
  private PictureStore store = PictureStore.none();

  Images(Executor background) {
    thumbnails = new Thumbnails(background);
  }

  void open(List<ImageRef> images, PictureStore pictures) {
    all.clear();
    all.addAll(images);
    store = pictures;
  }

  List<ImageRef> all() {
    return List.copyOf(all);
  }

  PictureStore store() {
    return store;
  }

  /** Adds a picture, or puts it in the place of the one with its name. */
  void put(ImageRef image) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).file().equals(image.file())) {
        all.set(i, image);
        return;
      }
    }
    all.add(image);
  }

  /** A picture as the body shows it: what the body says of it goes first. */
  ImageRef shown(PictureLine line) {
    ImageRef known =
        all.stream()
            .filter(image -> image.file().equals(line.file()))
            .findFirst()
            .orElseGet(() -> ImageRef.place(line.file().isBlank() ? "?" : line.file()));
    return known.withWords(
        line.alt().isBlank() ? known.alt() : line.alt(),
        known.caption().isBlank() ? line.title() : known.caption(),
        known.credit(),
        known.licence(),
        known.decorative());
  }

  /** Hands over the small picture, as soon as it is read. */
  void small(ImageRef image, Consumer<Image> ready) {
    image.sha256().ifPresent(hash -> thumbnails.get(hash, store::file, ready));
  }
}
