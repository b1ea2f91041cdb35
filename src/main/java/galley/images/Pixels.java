package galley.images;

import galley.asset.Messages;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.Resizers;

/** Decodes, turns and scales pictures. Of a large picture only every n-th pixel is ever held. */
final class Pixels {
  /** The most pixels held at once, 128 MB of them. */
  private static final long MOST_HELD = 32_000_000;

  private Pixels() {}

  /**
   * The picture upright and at least so wide, or as wide as it is; of an animation the first frame.
   *
   * @param data a picture whose metadata are taken out already
   */
  static BufferedImage decoded(byte[] data, PictureInfo info, int atLeastWide) {
    // Two pixels for each one wanted keep the edges smooth when the rest is averaged away
    int step = Math.max(1, info.width() / Math.max(1, atLeastWide * 2));
    while ((long) (info.width() / step) * (info.height() / step) > MOST_HELD) {
      step++;
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(info.format().mediaType());
      if (!readers.hasNext()) {
        throw new PictureException(Messages.text("images.no-decoder"));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageReadParam how = reader.getDefaultReadParam();
        if (info.format() != Format.WEBP) {
          how.setSourceSubsampling(step, step, 0, 0);
        }
        return upright(plain(reader.read(0, how), info), info.orientation());
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new PictureException(Messages.text("images.broken"), e);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
      throw new PictureException(Messages.text("images.no-decoder"), e);
    }
  }

  // One kind of pixels for everything that follows, so that the same picture gives the same bytes
  private static BufferedImage plain(BufferedImage image, PictureInfo info) {
    boolean seeThrough = info.transparent() && image.getColorModel().hasAlpha();
    int type = seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    return image.getType() == type ? image : redrawn(image, type, new AffineTransform());
  }

  private static BufferedImage redrawn(BufferedImage image, int type, AffineTransform turn) {
    boolean sideways = turn.getScaleX() == 0;
    BufferedImage drawn =
        new BufferedImage(
            sideways ? image.getHeight() : image.getWidth(),
            sideways ? image.getWidth() : image.getHeight(),
            type);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return drawn;
  }

  // EXIF 2.3, tag 0x112: where row 0 and column 0 of the stored picture belong
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    return turn.isIdentity() ? image : redrawn(image, image.getType(), turn);
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    try {
      return Thumbnails.of(image)
          .forceSize(width, height)
          .imageType(image.getType())
          .resizer(Resizers.PROGRESSIVE)
          .asBufferedImage();
    } catch (IOException e) {
      throw new IllegalStateException("A picture in memory is read without a file", e);
    }
  }

  static BufferedImage onWhite(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    BufferedImage white =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = white.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return white;
  }
}
