package galley.images;

import galley.text.Sha256;
import java.util.Optional;

/** What was made before from one picture file; nothing where there is no cache. Any thread. */
final class MadeBefore {
  private final Optional<PictureCache> cache;
  private final String source;

  private MadeBefore(Optional<PictureCache> cache, String source) {
    this.cache = cache;
    this.source = source;
  }

  /**
   * What the cache has from this file.
   *
   * @param file its bytes; they and not its name say which picture it is
   */
  static MadeBefore from(Optional<PictureCache> cache, byte[] file) {
    return new MadeBefore(cache, cache.isEmpty() ? "" : Sha256.of(file));
  }

  /**
   * The bytes of a copy, if it is kept.
   *
   * @param what the copy's width and format; letters, digits and -
   */
  Optional<byte[]> find(String what) {
    return cache.flatMap(it -> it.find(name(what)));
  }

  void keep(String what, byte[] bytes) {
    cache.ifPresent(it -> it.keep(name(what), bytes));
  }

  // The JDK brings JPEG and PNG, so another one may write other bytes
  private String name(String what) {
    return source + "-" + what + "-v" + Encoder.VERSION + "-" + Runtime.version().feature();
  }
}
