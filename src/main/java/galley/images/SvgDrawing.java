package galley.images;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import galley.asset.Messages;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** Draws cleaned SVG files as pixels. */
final class SvgDrawing {
  private SvgDrawing() {}

  static BufferedImage drawn(byte[] cleaned, PictureInfo info, int width) {
    int height = Math.max(1, Math.round((float) info.height() * width / info.width()));
    if ((long) width * height > Header.MOST_PIXELS) {
      throw new PictureException(Messages.text("images.broken-svg"));
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      @Nullable SVGDocument document =
          new SVGLoader()
              .load(new ByteArrayInputStream(cleaned), null, LoaderContext.createDefault());
      if (document == null) {
        throw new PictureException(Messages.text("images.broken-svg"));
      }
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      document.render((Component) null, graphics, new ViewBox(width, height));
      return image;
    } finally {
      graphics.dispose();
    }
  }
}
