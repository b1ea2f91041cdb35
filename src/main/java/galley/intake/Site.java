package galley.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which files of a folder are posts, where the folder is the source of a whole site. */
enum Site {
  JEKYLL,
  HUGO,
  NONE;

  private static final List<String> HUGO_SETTINGS =
      List.of(
          "hugo.toml",
          "hugo.yaml",
          "hugo.json",
          "config.toml",
          "config.yaml",
          "config.json",
          "config");

  static Site of(Path root) {
    if (Files.isDirectory(root.resolve("_posts"))) {
      return JEKYLL;
    }
    boolean settings = HUGO_SETTINGS.stream().anyMatch(name -> Files.exists(root.resolve(name)));
    return settings && Files.isDirectory(root.resolve("content")) ? HUGO : NONE;
  }

  /** Whether a file at this place below the folder is a post and not one of the site's pages. */
  boolean holds(String place) {
    return switch (this) {
      case JEKYLL -> ("/" + place).contains("/_posts/") || ("/" + place).contains("/_drafts/");
      case HUGO -> place.startsWith("content/");
      case NONE -> true;
    };
  }
}
