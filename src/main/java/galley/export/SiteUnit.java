package galley.export;

import galley.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A file of a site that can be made.
 *
 * @param key of all it is made from
 */
record SiteUnit(String path, String key, Supplier<byte[]> content) {
  static SiteUnit page(String path, String key, Supplier<String> html) {
    return new SiteUnit(path, key, () -> html.get().getBytes(StandardCharsets.UTF_8));
  }

  /** A file that is its own key. */
  static SiteUnit fixed(String path, byte[] content) {
    return new SiteUnit(path, Sha256.of(content), () -> content);
  }

  static SiteUnit fixed(String path, String text) {
    return fixed(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
