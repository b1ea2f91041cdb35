package galley.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Files that travel with the program, by their path below {@code assets/}. */
public final class Assets {
  private Assets() {}

  /** The address of a file, for libraries that want one. */
  public static URL url(String path) {
    URL url = Assets.class.getResource("/" + path);
    if (url == null) {
      throw new IllegalArgumentException("The program has no asset " + path);
    }
    return url;
  }

  /** Whether the program has such a file. */
  public static boolean has(String path) {
    return Assets.class.getResource("/" + path) != null;
  }

  public static byte[] bytes(String path) {
    try (InputStream in = url(path).openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The asset " + path + " can't be read", e);
    }
  }

  /** A file's text, read as UTF-8. */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}
