package galley.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as files in memory: no metadata, and the same pixels give the same bytes. */
final class Encoder {
  /** To be raised when the same picture file would give other bytes than before. */
  static final int VERSION = 2;

  /** Where a photograph scaled down shows no loss on a screen; WebP's scale is another one. */
  private static final float JPEG_QUALITY = 0.82f;

  private static final float TURNED_QUALITY = 0.93f;
  private static final float WEBP_QUALITY = 0.76f;
  private static final float LOSSLESS_EFFORT = 0.6f;

  private Encoder() {}

  static byte[] jpeg(BufferedImage image) {
    return jpeg(image, JPEG_QUALITY);
  }

  /** For a picture that goes on as a source for others, such as one turned upright. */
  static byte[] fineJpeg(BufferedImage image) {
    return jpeg(image, TURNED_QUALITY);
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    JPEGImageWriteParam how = new JPEGImageWriteParam(Locale.ROOT);
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    how.setOptimizeHuffmanTables(true);
    return written("image/jpeg", Pixels.onWhite(image), Optional.of(how)).orElseThrow();
  }

  static byte[] png(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/png").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    writer.dispose();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(0); // for PNG: the slowest and smallest, still without loss
    return written("image/png", image, Optional.of(how)).orElseThrow();
  }

  /**
   * As WebP.
   *
   * @param lossless whether every pixel is kept, for diagrams
   * @return empty on systems without WebP's native library
   */
  static Optional<byte[]> webp(BufferedImage image, boolean lossless) {
    return webp(image, lossless ? Optional.empty() : Optional.of(WEBP_QUALITY));
  }

  /** As {@link #fineJpeg}, without loss where that is not larger. */
  static Optional<byte[]> fineWebp(BufferedImage image) {
    Optional<byte[]> lossy = webp(image, Optional.of(TURNED_QUALITY));
    return webp(image, Optional.empty())
        .filter(whole -> whole.length <= lossy.map(bytes -> bytes.length).orElse(0))
        .or(() -> lossy);
  }

  /** Without loss where no quality is given. */
  private static Optional<byte[]> webp(BufferedImage image, Optional<Float> quality) {
    try {
      Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType("image/webp");
      if (!writers.hasNext()) {
        return Optional.empty();
      }
      ImageWriteParam how = writers.next().getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(quality.isEmpty() ? "Lossless" : "Lossy");
      how.setCompressionQuality(quality.orElse(LOSSLESS_EFFORT));
      return written("image/webp", image, Optional.of(how));
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> written(
      String mediaType, BufferedImage image, Optional<ImageWriteParam> how) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType(mediaType);
    if (!writers.hasNext()) {
      return Optional.empty();
    }
    ImageWriter writer = writers.next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how.orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException("A picture can't be written to memory", e);
    } finally {
      writer.dispose();
    }
    return Optional.of(bytes.toByteArray());
  }
}
