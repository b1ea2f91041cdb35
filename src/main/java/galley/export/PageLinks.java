package galley.export;

import galley.post.ImageRef;
import java.util.Optional;

/**
 * Where a page finds what it shows. It is all that the preview and the kinds of bundle differ in.
 * Called on the thread that makes the page.
 */
public interface PageLinks {
  /** The files of a picture; empty where it has none, so that it is left out with its caption. */
  Optional<PictureFiles> picture(ImageRef image);

  /** The address of the style sheet; empty where it stands in the page itself. */
  Optional<String> styleSheet();

  /** The address of one of the theme's fonts, for a style sheet in the page itself. */
  String font(String name);

  /** The Content-Security-Policy source of pictures and fonts, such as {@code 'self'}. */
  String sources();

  /** The page's own address, where it is known already. */
  default Optional<String> address() {
    return Optional.empty();
  }

  /** The site the page stands on, where it stands on one. */
  default Optional<PageSite> site() {
    return Optional.empty();
  }

  /** Style rules after the theme's, for a style sheet in the page itself. */
  default String moreStyles() {
    return "";
  }
}
