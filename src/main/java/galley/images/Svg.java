package galley.images;

import galley.asset.Messages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads drawings and keeps of them only what draws: an allow-list of elements and attributes, with
 * no script, no event, no reference to anything outside the file, no DOCTYPE and no entity. What is
 * left is shown as a picture only, never as part of a page.
 */
public final class Svg {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int MOST_BYTES = 10 << 20;
  private static final int DEEPEST = 256;
  // CSS 2.1 4.3.2, SVG 1.1 4.2: the units a drawing's size may have, in pixels
  private static final Pattern LENGTH =
      Pattern.compile("\\s*([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\\s*(px|pt|pc|mm|cm|in)?\\s*");

  private Svg() {}

  /**
   * The drawing with nothing but shapes, text and paint, as UTF-8. The same bytes give the same
   * bytes, and cleaning twice changes nothing more.
   *
   * @throws PictureException if it is no SVG, is broken, or is over 10 MB
   */
  public static byte[] clean(byte[] svg) {
    try {
      XMLStreamReader reader = reader(svg);
      try {
        return new SvgCleaner(DEEPEST).clean(reader).getBytes(StandardCharsets.UTF_8);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new PictureException(Messages.text("images.broken-svg"), e);
    }
  }

  /** The size the drawing asks for: its width and height, else its view box, else 300 × 150. */
  static PictureInfo size(byte[] svg) {
    try {
      XMLStreamReader reader = reader(svg);
      try {
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
          reader.next();
        }
        return size(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new PictureException(Messages.text("images.broken-svg"), e);
    }
  }

  private static PictureInfo size(XMLStreamReader root) {
    if (!root.getLocalName().equals("svg") || !SVG.equals(root.getNamespaceURI())) {
      throw new PictureException(Messages.text("images.broken-svg"));
    }
    double width = length(root.getAttributeValue(null, "width"));
    double height = length(root.getAttributeValue(null, "height"));
    String box = root.getAttributeValue(null, "viewBox");
    if (box != null) {
      String[] numbers = box.strip().split("[\\s,]+", -1);
      double boxWidth = numbers.length == 4 ? length(numbers[2]) : 0;
      double boxHeight = numbers.length == 4 ? length(numbers[3]) : 0;
      if (boxWidth > 0 && boxHeight > 0) {
        if (width <= 0 && height <= 0) {
          width = boxWidth;
          height = boxHeight;
        } else if (width <= 0) {
          width = height * boxWidth / boxHeight;
        } else if (height <= 0) {
          height = width * boxHeight / boxWidth;
        }
      }
    }
    return new PictureInfo(
        Format.SVG,
        pixels(width > 0 ? width : 300), // CSS 2.1 10.3.2: a replaced element without a size
        pixels(height > 0 ? height : 150),
        1,
        false,
        true);
  }

  private static int pixels(double length) {
    return (int) Math.max(1, Math.min(20_000, Math.round(length)));
  }

  private static double length(@Nullable String text) {
    Matcher found = LENGTH.matcher(text == null ? "" : text);
    if (!found.matches()) {
      return 0;
    }
    double number = Double.parseDouble(found.group(1));
    return switch (found.group(2) == null ? "px" : found.group(2)) {
      case "pt" -> number * 96 / 72;
      case "pc" -> number * 16;
      case "mm" -> number * 96 / 25.4;
      case "cm" -> number * 96 / 2.54;
      case "in" -> number * 96;
      default -> number;
    };
  }

  private static XMLStreamReader reader(byte[] svg) throws XMLStreamException {
    if (svg.length > MOST_BYTES) {
      throw new PictureException(Messages.text("images.svg-too-large", MOST_BYTES >> 20));
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(svg));
  }
}
