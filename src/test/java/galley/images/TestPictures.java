package galley.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Picture files made by code, with what cameras and attackers put into them. */
public final class TestPictures {
  /** Stands in metadata; must never come out anywhere. */
  public static final String SECRET = "SECRET-GPS-5123N";

  private TestPictures() {}

  /** Red in the top left quarter, blue in the top right, green and black below. */
  static BufferedImage quarters(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Color[] colours = {Color.RED, Color.BLUE, Color.GREEN, Color.BLACK};
    for (int i = 0; i < 4; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    graphics.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG with EXIF (orientation and words), XMP, IPTC and a comment. */
  public static byte[] jpegWithMetadata(int width, int height, int orientation) {
    byte[] jpeg = encoded(quarters(width, height), "jpg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    ByteBuffer exif = ByteBuffer.allocate(128);
    exif.put("Exif\0\0MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1));
    exif.putShort((short) 2);
    exif.putShort((short) 0x112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putShort((short) 0x10F).putShort((short) 2).putInt(SECRET.length()).putInt(60);
    exif.putInt(0).put(66, SECRET.getBytes(StandardCharsets.US_ASCII));
    segment(out, 0xE1, exif.array());
    segment(out, 0xE1, text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET));
    segment(out, 0xED, text("Photoshop 3.0\0 8BIM" + SECRET));
    segment(out, 0xFE, text("comment " + SECRET));
    out.write(jpeg, 2, jpeg.length - 2);
    out.writeBytes(text("trailing " + SECRET));
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
    out.write(0xFF);
    out.write(marker);
    out.write(body.length + 2 >> 8);
    out.write(body.length + 2);
    out.writeBytes(body);
  }

  /** A PNG with text, time, EXIF and XMP chunks. */
  public static byte[] pngWithMetadata(int width, int height) {
    byte[] png = encoded(quarters(width, height), "png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(chunk("tEXt", text("Author\0" + SECRET)));
    out.writeBytes(chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)));
    out.writeBytes(chunk("eXIf", text("MM\0*" + SECRET)));
    out.writeBytes(chunk("tIME", new byte[] {7, (byte) 0xE8, 1, 2, 3, 4, 5}));
    out.write(png, 33, png.length - 33);
    out.writeBytes(text("trailing " + SECRET));
    return out.toByteArray();
  }

  /** EXIF as TIFF 6.0 lays it out, with nothing but an orientation. */
  private static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put(text("MM\0*\0\0\0\u0008"))
        .putShort((short) 1)
        .putShort((short) 0x112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }

  /** A PNG that says how it lies, before its pixels or behind them. */
  static byte[] lyingPng(int width, int height, int orientation, boolean behind) {
    byte[] png = encoded(quarters(width, height), "png");
    int at = behind ? png.length - 12 : 33;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, at);
    out.writeBytes(chunk("eXIf", exif(orientation)));
    out.write(png, at, png.length - at);
    return out.toByteArray();
  }

  /** A WebP that says how it lies; some writers put a name before what they say. */
  static byte[] lyingWebp(int width, int height, int orientation, boolean named) {
    byte[] plain = Encoder.webp(quarters(width, height), true).orElseThrow();
    byte[] said = exif(orientation);
    byte[] exif = named ? text("Exif\0\0" + new String(said, StandardCharsets.ISO_8859_1)) : said;
    ByteBuffer out =
        ByteBuffer.allocate(plain.length + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(text("RIFF")).putInt(out.capacity() - 8).put(text("WEBPVP8X")).putInt(10);
    out.putInt(8); // EXIF follows
    out.put((byte) (width - 1)).put((byte) (width - 1 >> 8)).put((byte) 0);
    out.put((byte) (height - 1)).put((byte) (height - 1 >> 8)).put((byte) 0);
    out.put(plain, 12, plain.length - 12);
    return out.put(text("EXIF")).putInt(exif.length).put(exif).array();
  }

  static byte[] chunk(String name, byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(text(name));
    crc.update(body);
    return ByteBuffer.allocate(12 + body.length)
        .putInt(body.length)
        .put(text(name))
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  /** A PNG of one colour whose few bytes unpack to this many pixels. */
  static byte[] hugePng(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    out.writeBytes(chunk("IHDR", header));
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] row = new byte[1 + 3 * width];
    byte[] buffer = new byte[1 << 16];
    for (int y = 0; y < height; y++) {
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    out.writeBytes(chunk("IDAT", packed.toByteArray()));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** Only the header of a PNG of this size. */
  static byte[] pngHeader(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    out.writeBytes(
        chunk(
            "IHDR",
            ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array()));
    return out.toByteArray();
  }

  /** Three frames of 40 × 30 with a comment and XMP. */
  public static byte[] animatedGif() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color colour : new Color[] {Color.RED, Color.GREEN, Color.BLUE}) {
        BufferedImage frame = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 40, 30);
        graphics.dispose();
        writer.writeToSequence(new IIOImage(frame, null, comment(writer, frame)), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata comment(ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(frame), writer.getDefaultWriteParam());
    IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
    IIOMetadataNode applications = new IIOMetadataNode("ApplicationExtensions");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    applications.appendChild(loop);
    IIOMetadataNode comments = new IIOMetadataNode("CommentExtensions");
    IIOMetadataNode one = new IIOMetadataNode("CommentExtension");
    one.setAttribute("value", SECRET);
    comments.appendChild(one);
    root.appendChild(applications);
    root.appendChild(comments);
    metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
    return metadata;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether these bytes hold a text. */
  public static boolean holds(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }
}
