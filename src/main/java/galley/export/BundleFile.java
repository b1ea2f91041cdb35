package galley.export;

import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a bundle.
 *
 * @param path below the bundle's folder, with slashes, never absolute and never upwards
 * @param bytes its size
 * @param sha256 of its content
 */
public record BundleFile(String path, long bytes, String sha256, Content content) {
  /** Opens what the file holds, as often as asked. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  public BundleFile {
    if (path.isEmpty()
        || path.startsWith("/")
        || path.contains("\\")
        || path.contains(":")
        || ("/" + path + "/").contains("/../")
        || ("/" + path + "/").contains("/./")
        || path.contains("//")) {
      throw new IllegalArgumentException("Not a path inside a bundle: " + path);
    }
  }

  /** A file that is in the memory. */
  public static BundleFile of(String path, byte[] content) {
    return new BundleFile(
        path, content.length, Sha256.of(content), () -> new ByteArrayInputStream(content));
  }

  static BundleFile of(String path, String text) {
    return of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that it holds, for a file that was made in memory. */
  byte[] bytesOf() {
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that is copied when the bundle is written. */
  static BundleFile of(String path, Path file, String sha256) throws IOException {
    return new BundleFile(path, Files.size(file), sha256, () -> Files.newInputStream(file));
  }
}
