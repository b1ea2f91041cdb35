package galley.export;

import galley.asset.Assets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  private final ThemeFiles files;
  private final String css;
  private final Vocabulary vocabulary;

  private Theme(ThemeFiles files) {
    this.files = files;
    css = sheet("theme.css");
    vocabulary = Vocabulary.read(files.text("texts.properties"));
  }

  /** The theme for opinion pages that comes with the program. */
  public static Theme opinion() {
    return new Theme(new ThemeFiles("opinion", Optional.empty()));
  }

  /** The names of the themes that come with the program. */
  public static List<String> names() {
    return ThemeFiles.NAMES;
  }

  /**
   * The theme of this name: a folder of that name among the site owner's, or one that comes with
   * the program, or where there is neither the one for opinion pages. What a folder does not hold
   * is taken from the theme its file {@code base.txt} names.
   *
   * @param folder where the site owner keeps themes, if anywhere
   */
  public static Theme named(String name, Optional<Path> folder) {
    Optional<Path> own =
        folder
            .filter(_ -> name.matches("[\\w-]+"))
            .map(it -> it.resolve(name))
            .filter(Files::isDirectory);
    String base = own.flatMap(Theme::base).orElse(name);
    return new Theme(new ThemeFiles(names().contains(base) ? base : "opinion", own));
  }

  /**
   * Puts a copy of a theme that comes with the program among the site owner's, to be changed.
   *
   * @param as the copy's name: letters, digits, - and _
   * @return its folder
   */
  public static Path copy(String name, Path folder, String as) throws IOException {
    if (!names().contains(name) || !as.matches("[\\w-]+")) {
      throw new IllegalArgumentException("Not a theme's name: " + name + ", " + as);
    }
    Theme theme = new Theme(new ThemeFiles(name, Optional.empty()));
    Path own = Files.createDirectory(Files.createDirectories(folder).resolve(as));
    Files.writeString(own.resolve("base.txt"), name + "\n");
    for (String file : ThemeFiles.SHAPING) {
      Files.write(own.resolve(file), theme.files.bytes(file));
    }
    for (String font : theme.fonts()) {
      Files.createDirectories(own.resolve("fonts"));
      Files.write(own.resolve("fonts").resolve(font), theme.font(font));
    }
    return own;
  }

  private static Optional<String> base(Path folder) {
    try {
      Path file = folder.resolve("base.txt");
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The theme in " + folder + " can't be read", e);
    }
  }

  /** A style sheet of the theme without its comments and blank lines, which are for its makers. */
  String sheet(String name) {
    return files
        .text(name)
        .replaceAll("(?s)/\\*.*?\\*/\\s*", "")
        .replaceAll("\n\\s*\n+", "\n")
        .strip()
        .concat("\n");
  }

  /** Changes when any of the theme's files does that shapes pages. */
  String fingerprint() {
    return files.fingerprint();
  }

  ThemeFiles files() {
    return files;
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
    return files.bytes("fonts/" + name);
  }

  /** The licence its fonts come under. */
  byte[] licence() {
    return Assets.bytes("fonts/OFL-SourceSerif4.txt");
  }

  /** The words a page in this language says itself. */
  Vocabulary.Language words(String language) {
    return vocabulary.of(language);
  }
}
