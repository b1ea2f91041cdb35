package galley.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges words that stand for a picture: whether they say anything about it. */
final class AltText {
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "image",
          "images",
          "img",
          "photo",
          "photograph",
          "picture",
          "pic",
          "figure",
          "graphic",
          "alt",
          "alt text",
          "untitled",
          "null",
          "undefined",
          "placeholder",
          "none",
          "n/a",
          "thumb",
          "thumbnail",
          "featured image",
          "cover image",
          "hero image",
          "header image",
          "blog image",
          "post image",
          "no alt",
          "image alt",
          "screenshot",
          "screen shot",
          "logo");
  private static final Pattern FILE =
      Pattern.compile("(?i)\\S.{0,120}\\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic)");
  private static final Pattern CAMERA =
      Pattern.compile(
          "(?i)(img|dsc|dscn|dscf|pxl|image|photo|screenshot|capture)[-_ ]?\\d[-_ \\d]*");

  private AltText() {}

  /** Whether the words say nothing about a picture: a file's name, "image", "ree". */
  static boolean isUseless(String alt) {
    String plain = alt.strip().toLowerCase(Locale.ROOT).replaceAll("^[\\[(]|[\\])]$", "");
    return !plain.isEmpty()
        && (EMPTY_WORDS.contains(plain)
            || FILE.matcher(plain).matches()
            || CAMERA.matcher(plain).matches()
            || plain.length() <= 3
            || !plain.matches("(?s).*\\p{L}.*"));
  }

  /**
   * Whether a line that stands alone in the text of a page is the alt text of a picture that the
   * text does not show: no paragraph is one small word without a full stop.
   */
  static boolean isStray(String line) {
    String bare = line.strip();
    return isUseless(bare) && bare.length() > 1 && bare.matches("(?s).*\\p{L}.*") && !isWord(bare)
        || bare.matches("\\p{Ll}[\\p{L}\\p{Nd}_-]{1,19}");
  }

  /** Short lines that are words of a text: "Why?", "No." */
  private static boolean isWord(String line) {
    return line.length() <= 4 && !line.matches("[\\p{Ll}\\p{Nd}_]+");
  }
}
