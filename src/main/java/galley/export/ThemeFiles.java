package galley.export;

import galley.asset.Assets;
import galley.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of one theme: those that come with the program, or a folder of the site owner's in
 * which only what is to be other need lie. Reads anew each time. Any thread.
 */
final class ThemeFiles {
  /** The themes that come with the program. */
  static final List<String> NAMES = List.of("opinion", "plain");

  /** Their files but for fonts. */
  static final List<String> SHAPING =
      List.of(
          "theme.css",
          "site.css",
          "texts.properties",
          "search.js",
          "frame.peb",
          "article.peb",
          "home.peb",
          "list.peb",
          "index.peb",
          "search.peb",
          "corrections.peb",
          "404.peb",
          "moved.peb",
          "gone.peb",
          "entries.peb",
          "row.peb");

  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)?\\.[a-z0-9]+");

  private final String base;
  private final Optional<Path> folder;

  ThemeFiles(String base, Optional<Path> folder) {
    this.base = base;
    this.folder = folder;
  }

  /** A file's bytes, from the owner's folder first. */
  byte[] bytes(String name) {
    if (!SAFE.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a theme's file: " + name);
    }
    Optional<Path> own = own(name);
    if (own.isPresent()) {
      try {
        return Files.readAllBytes(own.get());
      } catch (IOException e) {
        throw new UncheckedIOException("The theme's file " + own.get() + " can't be read", e);
      }
    }
    // The themes differ in their looks; what is not in a theme's own folder is the same for all
    String path = "themes/" + base + "/" + name;
    return Assets.has(path) ? Assets.bytes(path) : Assets.bytes("themes/" + name);
  }

  String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  boolean has(String name) {
    return SAFE.matcher(name).matches()
        && (own(name).isPresent()
            || Assets.has("themes/" + base + "/" + name)
            || Assets.has("themes/" + name));
  }

  /** Changes when a template, a style sheet, a script or the words do. */
  String fingerprint() {
    List<String> texts = new ArrayList<>();
    SHAPING.forEach(name -> texts.add(name + text(name)));
    if (folder.isPresent()) {
      try (var inside = Files.list(folder.get())) {
        for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
          texts.add(file.getFileName() + Sha256.of(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The theme in " + folder.get() + " can't be read", e);
      }
    }
    return Sha256.of(String.join("\u001f", texts));
  }

  /** Where a file lies, in words for its owner. */
  String place(String name) {
    return own(name).map(Path::toString).orElse(name);
  }

  private Optional<Path> own(String name) {
    return folder.map(it -> it.resolve(name)).filter(Files::isRegularFile);
  }
}
