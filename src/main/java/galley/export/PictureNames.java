package galley.export;

import galley.post.Draft;
import galley.post.ImageRef;
import galley.text.Slug;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the pictures that destinations in a body mean, and names files for them. */
final class PictureNames {
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}\\.(?i:jpe?g|png|gif|webp|svg)");
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|svg)(?=$|[?#])");

  private PictureNames() {}

  /** The picture a body means; one nobody knows yet is a picture place. */
  static ImageRef reference(Draft draft, String destination) {
    return known(draft, destination)
        .orElseGet(() -> ImageRef.place(destination.isBlank() ? "?" : destination));
  }

  static Optional<ImageRef> known(Draft draft, String destination) {
    return draft.image(destination).or(() -> draft.image(decoded(destination)));
  }

  private static String decoded(String destination) {
    try {
      return URLDecoder.decode(destination.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return destination; // a per cent sign that escapes nothing
    }
  }

  /**
   * A file name without an extension for every picture, safe on every system and in addresses, each
   * one once even where upper and lower case are the same.
   */
  static Map<String, String> stems(List<ImageRef> images) {
    Map<String, String> stems = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ImageRef image : images) {
      String stem = stem(image.file());
      String unique = stem;
      for (int i = 2; !taken.add(unique); i++) {
        unique = stem + "-" + i;
      }
      stems.put(image.file(), unique);
    }
    return stems;
  }

  /**
   * A path below {@code media/} with an extension for every picture: the one the body writes, where
   * that can be a path on every system, or else a new one.
   *
   * @param withFolder whether the paths begin with {@code media/}
   */
  static Map<ImageRef, String> paths(List<ImageRef> images, boolean withFolder) {
    Map<ImageRef, String> paths = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    Map<String, String> stems = stems(images);
    for (ImageRef image : images) {
      String name = image.file().startsWith("media/") ? image.file().substring(6) : "";
      boolean asWritten = SAFE.matcher(name).matches() && !isDevice(name);
      String stem = asWritten ? name.substring(0, name.lastIndexOf('.')) : stems.get(image.file());
      String extension = asWritten ? name.substring(name.lastIndexOf('.')) : extension(image);
      String unique = stem + extension;
      for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
        unique = stem + "-" + i + extension;
      }
      paths.put(image, withFolder ? "media/" + unique : unique);
    }
    return paths;
  }

  private static String extension(ImageRef image) {
    for (String name : List.of(image.file(), image.originalName())) {
      Matcher found = EXTENSION.matcher(name);
      if (found.find()) {
        return found.group().toLowerCase(Locale.ROOT);
      }
    }
    return ".jpg";
  }

  // Windows takes these names for devices, whatever their extension
  private static boolean isDevice(String name) {
    return name.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");
  }

  private static String stem(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int query = name.indexOf('?');
    String bare = query > 0 ? name.substring(0, query) : name;
    int dot = bare.lastIndexOf('.');
    String slug = Slug.of(decoded(dot > 0 ? bare.substring(0, dot) : bare));
    String ascii =
        Normalizer.normalize(slug, Normalizer.Form.NFKD)
            .replaceAll("[^a-z0-9-]+", "")
            .replaceAll("-{2,}", "-")
            .replaceAll("^-|-$", "");
    String safe = ascii.isEmpty() ? "picture" : ascii;
    return isDevice(safe) ? safe + "-picture" : safe;
  }
}
