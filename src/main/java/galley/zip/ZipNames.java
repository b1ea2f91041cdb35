package galley.zip;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the names in one archive: whether each can be a file's name on every system and leads
 * nowhere else.
 */
public final class ZipNames {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])");
  private static final List<String> NESTED =
      List.of(
          "zip", "jar", "war", "tar", "gz", "tgz", "bz2", "xz", "7z", "rar", "zst", "cab", "iso");
  private static final int LONGEST = 1000;
  private static final int LONGEST_PART = 255; // bytes, on most disks

  private final Set<String> seen = new HashSet<>();

  public ZipNames() {}

  /** Judges the next name; {@code /} and {@code \} both part folders. */
  public Fault judge(String name) {
    String path = name.replace('\\', '/');
    boolean folder = path.endsWith("/");
    String bare = folder ? path.substring(0, path.length() - 1) : path;
    if (bare.isEmpty() || bare.startsWith("/") || DRIVE.matcher(bare).matches()) {
      return Fault.ABSOLUTE;
    }
    if (bare.codePoints().anyMatch(ZipNames::isHidden)) {
      return Fault.HIDDEN_CHARACTER;
    }
    if (bare.chars().anyMatch(c -> ":<>|?*\"".indexOf(c) >= 0) || bare.length() > LONGEST) {
      return Fault.FORBIDDEN_CHARACTER;
    }
    for (String part : bare.split("/", -1)) {
      Fault fault = part(part);
      if (fault != Fault.NONE) {
        return fault;
      }
    }
    if (!folder && NESTED.contains(ending(bare))) {
      return Fault.NESTED;
    }
    // two names that one disk tells apart and another takes for one
    String same = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return seen.add(same) || folder ? Fault.NONE : Fault.TWICE;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static Fault part(String part) {
    if (part.equals("..") || part.equals(".") || part.isEmpty()) {
      return Fault.UPWARDS;
    }
    if (part.endsWith(".") || part.endsWith(" ")) {
      return Fault.TRAILING;
    }
    if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
      return Fault.FORBIDDEN_CHARACTER;
    }
    int dot = part.indexOf('.');
    String stem = (dot < 0 ? part : part.substring(0, dot)).strip();
    return DEVICE.matcher(stem).matches() ? Fault.DEVICE : Fault.NONE;
  }

  /** Control characters, and the ones that turn the direction of text around or show nothing. */
  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(c) == Character.SURROGATE
        || c == 0xFFFD;
  }
}
