package galley.export;

import galley.asset.Assets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How pages look, and the few words they say themselves. Immutable.
 *
 * <p>The style sheet names its fonts {@code url(fonts/…)}. Its colours are the custom properties
 * {@code --paper, --ink, --soft, --line, --accent, --shade} of {@code :root}.
 */
public final class Theme {
  private static final Pattern FONT = Pattern.compile("url\\(fonts/([\\w.-]+)\\)");

  private final String folder;
  private final String css;
  private final Vocabulary vocabulary;

  private Theme(String name) {
    folder = "themes/" + name + "/";
    // Comments and blank lines are for those who write themes
    css =
        Assets.text(folder + "theme.css")
            .replaceAll("(?s)/\\*.*?\\*/\\s*", "")
            .replaceAll("\n\\s*\n+", "\n")
            .strip()
            .concat("\n");
    vocabulary = Vocabulary.read(folder + "words.properties");
  }

  /** The theme for opinion pages that comes with the program. */
  public static Theme opinion() {
    return new Theme("opinion");
  }

  /** The style sheet as it stands in a bundle. */
  public String css() {
    return css;
  }

  /** The style sheet with other addresses for its fonts, by their file names. */
  public String css(UnaryOperator<String> fontAddress) {
    return FONT.matcher(css)
        .replaceAll(
            font -> Matcher.quoteReplacement("url(" + fontAddress.apply(font.group(1)) + ")"));
  }

  /** The names of the fonts the style sheet uses, in its order. */
  public List<String> fonts() {
    return FONT.matcher(css).results().map(font -> font.group(1)).distinct().toList();
  }

  /** A font's file, WOFF2. */
  public byte[] font(String name) {
    return Assets.bytes(folder + "fonts/" + name);
  }

  /** The words a page in this language says itself. */
  Vocabulary.Language words(String language) {
    return vocabulary.of(language);
  }
}
