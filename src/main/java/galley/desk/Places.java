package galley.desk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person's library lies unless they say otherwise. */
public final class Places {
  private Places() {}

  /**
   * {@code GALLEY_LIBRARY} where it is set, else the user's data folder by the platform's
   * convention: {@code $XDG_DATA_HOME/galley} or {@code ~/.local/share/galley}, {@code
   * ~/Library/Application Support/Galley}, {@code %APPDATA%\Galley}.
   *
   * @param system the value of {@code os.name}
   */
  public static Path library(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault("GALLEY_LIBRARY", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath().normalize();
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return home.resolve("Library/Application Support/Galley");
    }
    if (name.contains("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      Path base = roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming);
      return base.resolve("Galley");
    }
    // XDG base directories: $HOME is the home, and a path that is not absolute counts as unset
    Path person = absolute(environment.get("HOME")).orElse(home);
    return absolute(environment.get("XDG_DATA_HOME"))
        .orElse(person.resolve(".local/share"))
        .resolve("galley");
  }

  private static Optional<Path> absolute(@Nullable String path) {
    return Optional.ofNullable(path)
        .filter(given -> !given.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** The place on this machine. */
  public static Path library() {
    return library(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }
}
