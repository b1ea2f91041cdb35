package galley.desk;

import galley.images.PictureInfo;
import galley.images.Pictures;
import galley.post.ImageRef;
import galley.store.Media;
import galley.text.Slug;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Copies pictures into the library and names them for a post. Blocks; any thread. */
final class PictureShelf {
  private static final String FOLDER = "media/";
  private final Pictures pictures = new Pictures();
  private final Media media;

  PictureShelf(Media media) {
    this.media = media;
  }

  /**
   * A reference to a picture that is new in its post. Its alt text is left empty: a file's name
   * says nothing to a reader.
   *
   * @param taken whether the post already uses a name
   * @throws galley.images.PictureException if it is no picture that Galley can use
   */
  ImageRef add(Path file, String originalName, Predicate<String> taken) {
    PictureInfo info = pictures.inspect(file);
    String name = freeName(originalName, info.format().extension(), taken);
    return shelve(file, originalName, ImageRef.place(name));
  }

  /** The reference with its file in the library and its measures filled in. */
  ImageRef shelve(Path file, String originalName, ImageRef reference) {
    PictureInfo info = pictures.inspect(file);
    String sha256 = media.put(file, info.format().extension());
    long bytes = media.find(sha256).map(kept -> kept.toFile().length()).orElse(0L);
    return reference.withPicture(sha256, originalName, bytes, info.width(), info.height());
  }

  static String freeName(String originalName, String extension, Predicate<String> taken) {
    int dot = originalName.lastIndexOf('.');
    String stem = Slug.of(dot > 0 ? originalName.substring(0, dot) : originalName);
    String base = stem.equals("untitled") ? "picture" : stem;
    String name = FOLDER + base + "." + extension;
    for (int i = 2; taken.test(name); i++) {
      name = FOLDER + base + "-" + i + "." + extension;
    }
    return name;
  }
}
