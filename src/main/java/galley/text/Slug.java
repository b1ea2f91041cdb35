package galley.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Makes the part of an address that names a post: lower-case letters, digits and hyphens. */
public final class Slug {
  private static final int LONGEST = 80;

  private Slug() {}

  /**
   * The slug of a headline: accents taken off, apostrophes dropped, every other run of characters
   * that are neither letters nor digits one hyphen, cut at a word after 80 characters.
   *
   * @return never empty; {@code "untitled"} where nothing is left
   */
  public static String of(String headline) {
    String plain =
        Normalizer.normalize(headline, Normalizer.Form.NFKD)
            .replaceAll("[\\p{Mn}'’`]", "")
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("ø", "o")
            .replace("ł", "l")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
            .replaceAll("^-+|-+$", "");
    plain = Normalizer.normalize(plain, Normalizer.Form.NFC);
    if (plain.codePointCount(0, plain.length()) > LONGEST) {
      String cut = plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
      int hyphen = cut.lastIndexOf('-');
      plain = hyphen > LONGEST / 2 ? cut.substring(0, hyphen) : cut;
    }
    return plain.isEmpty() ? "untitled" : plain;
  }

  /** The slug of a name, with a number behind it where it is taken. */
  public static String of(String name, Collection<String> taken) {
    String slug = of(name);
    String free = slug;
    for (int number = 2; taken.contains(free); number++) {
      free = slug + "-" + number;
    }
    return free;
  }

  /** Whether a text can stand in an address and as a folder's name on every system. */
  public static boolean isValid(String slug) {
    return !slug.isEmpty()
        && slug.length() <= 200
        && slug.matches("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}_.-]*[\\p{L}\\p{Nd}_])?");
  }
}
