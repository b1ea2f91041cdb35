package galley.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the window remembers from one day to the next, in {@code desk.json} in the library's folder.
 * Any thread may ask and tell; nothing here waits for the disk but {@link #write}. A file that
 * can't be read, or a value that makes no sense, counts as not there: settings are never worth an
 * error.
 */
public final class Settings {
  private static final Logger LOG = Logger.getLogger(Settings.class.getName());
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PLACES_KEPT = 500;
  private static final String BACKUP_FOLDER = "backup.folder";

  private final Path file;
  private final Runnable changed;
  private final Map<UUID, PostPlace> places = new LinkedHashMap<>();
  private final Map<String, String> others = new LinkedHashMap<>();
  private @Nullable WindowState window;
  private @Nullable UUID lastPost;
  private Preferences preferences = Preferences.standard();
  private boolean unwritten;

  /**
   * Reads what is there.
   *
   * @param changed called after each change, so that the owner can write soon
   */
  Settings(Path file, Runnable changed) {
    this.file = file;
    this.changed = changed;
    if (Files.isRegularFile(file)) {
      try {
        read(JSON.readTree(Files.readString(file)));
      } catch (IOException | JacksonException e) {
        LOG.log(Level.INFO, "The window's settings could not be read; starting afresh", e);
      }
    }
  }

  /** What a library's window remembers, for a window that is shown before the library is open. */
  public static Settings peek(Path folder) {
    return new Settings(folder.resolve("desk.json"), () -> {});
  }

  public synchronized Optional<WindowState> window() {
    return Optional.ofNullable(window);
  }

  public void window(WindowState state) {
    tell(() -> window = state);
  }

  /** The post that was open last. */
  public synchronized Optional<UUID> lastPost() {
    return Optional.ofNullable(lastPost);
  }

  public void lastPost(UUID post) {
    tell(() -> lastPost = post);
  }

  /** Where the person was in a post; its start where they never were. */
  public synchronized PostPlace place(UUID post) {
    return places.getOrDefault(post, PostPlace.START);
  }

  public void place(UUID post, PostPlace place) {
    synchronized (this) {
      if (place.equals(places.get(post))) {
        return;
      }
    }
    tell(() -> {
      places.remove(post);
      places.put(post, place);
      while (places.size() > PLACES_KEPT) {
        places.remove(places.keySet().iterator().next());
      }
    });
  }

  public synchronized Preferences preferences() {
    return preferences;
  }

  public void change(UnaryOperator<Preferences> change) {
    tell(() -> preferences = change.apply(preferences));
  }

  /** Where a copy of every backup goes too. */
  public Optional<Path> backupFolder() {
    String folder = other(BACKUP_FOLDER, "");
    try {
      return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty(); // written on another system
    }
  }

  void backupFolder(Optional<Path> folder) {
    remember(BACKUP_FOLDER, folder.map(Path::toString).orElse(""));
  }

  /** Any other small thing a pane wants to find again, such as {@code history.tab}. */
  public synchronized String other(String key, String fallback) {
    return others.getOrDefault(key, fallback);
  }

  public void remember(String key, String value) {
    tell(() -> others.put(key, value));
  }

  /** Writes what has changed: a new file beside, forced, moved over the old one. */
  void write() {
    byte[] bytes;
    synchronized (this) {
      if (!unwritten) {
        return;
      }
      unwritten = false;
      bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json());
    }
    try {
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The window's settings could not be written", e);
    }
  }

  private void tell(Runnable change) {
    synchronized (this) {
      change.run();
      unwritten = true;
    }
    changed.run();
  }

  private void read(JsonNode root) {
    JsonNode w = root.path("window");
    if (w.path("width").asDouble(0) >= 200 && w.path("height").asDouble(0) >= 150) {
      window =
          new WindowState(
              w.path("x").asDouble(0),
              w.path("y").asDouble(0),
              w.path("width").asDouble(0),
              w.path("height").asDouble(0),
              w.path("maximized").asBoolean(false));
    }
    lastPost = uuid(root.path("lastPost").asString("")).orElse(null);
    for (Map.Entry<String, JsonNode> place : root.path("places").properties()) {
      uuid(place.getKey())
          .ifPresent(post ->
              places.put(
                  post,
                  new PostPlace(
                      Math.max(0, place.getValue().path("caret").asInt(0)),
                      Math.max(0, place.getValue().path("scroll").asDouble(0)))));
    }
    for (Map.Entry<String, JsonNode> other : root.path("other").properties()) {
      others.put(other.getKey(), other.getValue().asString(""));
    }
    readPreferences(root.path("preferences"));
  }

  private void readPreferences(JsonNode p) {
    Preferences s = Preferences.standard();
    preferences =
        new Preferences(
            choice(p, "appearance", s.appearance()),
            choice(p, "mode", s.mode()),
            choice(p, "previewWidth", s.previewWidth()),
            between(p.path("zoom").asDouble(s.zoom()), 0.5, 4, s.zoom()),
            p.path("scrollSync").asBoolean(s.scrollSync()),
            between(p.path("libraryWidth").asDouble(s.libraryWidth()), 100, 2000, s.libraryWidth()),
            between(p.path("rightWidth").asDouble(s.rightWidth()), 100, 4000, s.rightWidth()),
            p.path("libraryShown").asBoolean(s.libraryShown()));
  }

  private ObjectNode json() {
    ObjectNode root = JSON.createObjectNode();
    if (window != null) {
      root.putObject("window")
          .put("x", window.x())
          .put("y", window.y())
          .put("width", window.width())
          .put("height", window.height())
          .put("maximized", window.maximized());
    }
    if (lastPost != null) {
      root.put("lastPost", lastPost.toString());
    }
    root.putObject("preferences")
        .put("appearance", key(preferences.appearance()))
        .put("mode", key(preferences.mode()))
        .put("previewWidth", key(preferences.previewWidth()))
        .put("zoom", preferences.zoom())
        .put("scrollSync", preferences.scrollSync())
        .put("libraryWidth", preferences.libraryWidth())
        .put("rightWidth", preferences.rightWidth())
        .put("libraryShown", preferences.libraryShown());
    ObjectNode all = root.putObject("places");
    places.forEach((post, place) ->
        all.putObject(post.toString()).put("caret", place.caret()).put("scroll", place.scroll()));
    ObjectNode rest = root.putObject("other");
    others.forEach(rest::put);
    return root;
  }

  private static double between(double value, double least, double most, double standard) {
    return value >= least && value <= most ? value : standard;
  }

  private static <E extends Enum<E>> E choice(JsonNode node, String name, E standard) {
    String wanted = node.path(name).asString("");
    for (E value : standard.getDeclaringClass().getEnumConstants()) {
      if (key(value).equals(wanted)) {
        return value;
      }
    }
    return standard;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // edited by hand, or from somewhere else
    }
  }
}
