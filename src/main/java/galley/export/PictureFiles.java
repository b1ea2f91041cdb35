package galley.export;

import java.util.List;
import java.util.Optional;

/**
 * Where a page finds one picture.
 *
 * @param webp copies for browsers that read WebP, narrowest first; may be empty
 * @param fallback copies for all browsers, narrowest first; at least one
 * @param width of the widest copy in pixels
 * @param height of the widest copy in pixels
 * @param share the copy that is shown with a link elsewhere
 */
public record PictureFiles(
    List<Copy> webp, List<Copy> fallback, int width, int height, Optional<String> share) {
  /**
   * One file of the picture.
   *
   * @param address as it stands in the page, not yet escaped for HTML; without blanks and commas
   */
  public record Copy(String address, int width) {}

  public PictureFiles {
    webp = List.copyOf(webp);
    fallback = List.copyOf(fallback);
    if (fallback.isEmpty()) {
      throw new IllegalArgumentException("A picture needs a copy that every browser can read");
    }
  }

  /** A picture that is one file. */
  public static PictureFiles of(String address, int width, int height) {
    return new PictureFiles(
        List.of(), List.of(new Copy(address, width)), width, height, Optional.empty());
  }
}
