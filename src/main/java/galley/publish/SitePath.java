package galley.publish;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says which paths a site may have: those that are files everywhere and lead nowhere else. */
final class SitePath {
  /** The folder on a host that is Galley's own. */
  static final String OWN = ".galley";

  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
  private static final int LONGEST = 1000;
  private static final int LONGEST_PART = 200; // bytes; a host's limit is 255, and names grow

  private SitePath() {}

  /**
   * Refuses a path no site may have.
   *
   * @throws IllegalArgumentException for such a path
   */
  static void check(String path) {
    boolean good = !path.isEmpty() && path.length() <= LONGEST;
    for (String part : path.split("/", -1)) {
      good = good && isName(part);
    }
    if (!good || path.equals(OWN) || path.toLowerCase(Locale.ROOT).startsWith(OWN + "/")) {
      throw new IllegalArgumentException("Not a path of a site: " + path);
    }
  }

  /** What two paths have in common that some disk takes for one. */
  static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** The folder a path lies in; empty for the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** A path's last name. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path below a folder; the folder may be empty. */
  static String join(String folder, String path) {
    return folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
  }

  private static boolean isName(String part) {
    return !part.isEmpty()
        && !part.equals(".")
        && !part.equals("..")
        && !part.equalsIgnoreCase(".git")
        && !part.endsWith(".")
        && !part.endsWith(" ")
        && !part.startsWith(" ")
        && part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PART
        && part.chars().noneMatch(c -> "\\:<>|?*\"".indexOf(c) >= 0)
        && part.codePoints().noneMatch(SitePath::isHidden)
        && !DEVICE.matcher(part).matches();
  }

  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(c) == Character.SURROGATE;
  }
}
