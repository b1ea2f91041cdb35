package galley.publish;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a site.
 *
 * @param path below the site's root, with slashes; every system can have a file of that name
 * @param bytes its size
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record ReleaseFile(String path, long bytes, String sha256, Content content) {
  /** Opens what the file holds, as often as asked. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  public ReleaseFile {
    SitePath.check(path);
    if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a size and fingerprint of a file: " + path);
    }
  }
}
