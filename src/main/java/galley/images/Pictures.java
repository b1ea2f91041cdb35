package galley.images;

import galley.asset.Messages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens picture files. Safe for any thread, but slow: never call it on the thread that draws. */
public final class Pictures {
  /** The largest picture file that is read, in bytes. */
  public static final long MOST_BYTES = 100L << 20;

  private final Optional<PictureCache> cache;

  /** Makes every copy each time. */
  public Pictures() {
    cache = Optional.empty();
  }

  /** Makes every copy once, as long as the cache keeps it. */
  public Pictures(PictureCache cache) {
    this.cache = Optional.of(cache);
  }

  /**
   * What the file's header says; no pixel is decoded.
   *
   * @throws PictureException if it is no picture, is broken, too large or can't be read
   */
  public PictureInfo inspect(Path file) {
    return Header.read(read(file));
  }

  /**
   * The picture, ready to be scaled to several widths; pixels are decoded when first asked for.
   *
   * @throws PictureException as {@link #inspect}
   */
  public Picture open(Path file) {
    return open(read(file));
  }

  /** As {@link #open(Path)}, of a file in memory. */
  public Picture open(byte[] data) {
    PictureInfo info = Header.read(data);
    return new Picture(info, Metadata.removed(data, info.format()), MadeBefore.from(cache, data));
  }

  /**
   * One scaled copy.
   *
   * @param width in pixels; a narrower picture stays as wide as it is
   * @param format JPEG, PNG or WEBP; JPEG is given where WebP can't be written
   */
  public byte[] scaled(Path file, int width, Format format) {
    return open(file).scaled(width, format);
  }

  /**
   * The same picture without any metadata, in its own format and size; one that lies on its side is
   * turned upright.
   */
  public byte[] cleaned(Path file) {
    return open(file).cleaned();
  }

  /** A small copy for the screen that fits into the box, never enlarged. */
  public BufferedImage thumbnail(Path file, int maxWidth, int maxHeight) {
    return open(file).thumbnail(maxWidth, maxHeight);
  }

  private static byte[] read(Path file) {
    try {
      long bytes = Files.size(file);
      if (bytes > MOST_BYTES) {
        throw new PictureException(
            Messages.text("images.too-many-bytes", bytes >> 20, MOST_BYTES >> 20));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new PictureException(Messages.text("images.gone"), e);
    } catch (IOException e) {
      throw new PictureException(Messages.text("images.unreadable"), e);
    }
  }
}
