package galley.export;

import java.util.List;
import java.util.Optional;

/**
 * A post's page that was made, with its pictures.
 *
 * @param key of all it was made from
 * @param page its HTML
 * @param words in the body
 * @param alt of the picture lists show it with, empty where it has none
 * @param leftOut the names of pictures without a file
 */
record MadeArticle(
    String key,
    Made page,
    int words,
    List<MadePicture> pictures,
    String alt,
    List<String> leftOut) {
  /**
   * One picture's copies.
   *
   * @param image the post's name for it
   * @param from the SHA-256 of the picture they were made from
   * @param stem of their names
   * @param shared whether one of them is shown with links to the page
   * @param links as the page names them
   */
  record MadePicture(
      String image,
      String from,
      String stem,
      boolean shared,
      PictureFiles links,
      List<Made> files) {
    MadePicture {
      files = List.copyOf(files);
    }

    /** Whether these are the copies such a picture needs. */
    boolean isFor(String image, String from, String stem, boolean shared) {
      return this.image.equals(image)
          && this.from.equals(from)
          && this.stem.equals(stem)
          && this.shared == shared;
    }
  }

  MadeArticle {
    pictures = List.copyOf(pictures);
    leftOut = List.copyOf(leftOut);
  }

  /** The picture lists show the post with. */
  Optional<MadePicture> shown() {
    return pictures.stream().filter(MadePicture::shared).findFirst();
  }
}
