package galley.images;

import static galley.images.TestPictures.SECRET;
import static galley.images.TestPictures.holds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PicturesTest {
  private final Pictures pictures = new Pictures();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1,RED,BLUE,GREEN,BLACK", "2,BLUE,RED,BLACK,GREEN", "3,BLACK,GREEN,BLUE,RED",
    "4,GREEN,BLACK,RED,BLUE", "5,RED,GREEN,BLUE,BLACK", "6,GREEN,RED,BLACK,BLUE",
    "7,BLACK,BLUE,GREEN,RED", "8,BLUE,BLACK,RED,GREEN"
  })
  void turnsAsTheCameraSays(int orientation, String a, String b, String c, String d)
      throws IOException {
    Map<Format, List<byte[]>> lying =
        Map.of(
            Format.JPEG, List.of(TestPictures.jpegWithMetadata(160, 80, orientation)),
            Format.PNG,
                List.of(
                    TestPictures.lyingPng(160, 80, orientation, false),
                    TestPictures.lyingPng(160, 80, orientation, true)),
            Format.WEBP,
                List.of(
                    TestPictures.lyingWebp(160, 80, orientation, false),
                    TestPictures.lyingWebp(160, 80, orientation, true)));
    for (Map.Entry<Format, List<byte[]>> format : lying.entrySet()) {
      for (byte[] data : format.getValue()) {
        Picture picture = pictures.open(data);
        boolean sideways = orientation >= 5;
        assertEquals(sideways ? 80 : 160, picture.info().width());
        assertEquals(sideways ? 160 : 80, picture.info().height());
        PictureInfo cleaned = Header.read(picture.cleaned());
        assertEquals(format.getKey(), cleaned.format());
        assertEquals(1, cleaned.orientation());
        for (BufferedImage image :
            List.of(
                image(picture.scaled(800, Format.JPEG)),
                image(picture.cleaned()),
                picture.thumbnail(80, 80))) {
          int w = image.getWidth();
          int h = image.getHeight();
          assertEquals(sideways, h > w);
          assertNear(a, image.getRGB(w / 4, h / 4));
          assertNear(b, image.getRGB(w * 3 / 4, h / 4));
          assertNear(c, image.getRGB(w / 4, h * 3 / 4));
          assertNear(d, image.getRGB(w * 3 / 4, h * 3 / 4));
        }
      }
    }
  }

  @Test
  void letsNoMetadataOut() {
    for (byte[] data :
        List.of(
            TestPictures.jpegWithMetadata(900, 600, 1),
            TestPictures.jpegWithMetadata(900, 600, 6),
            TestPictures.pngWithMetadata(900, 600),
            TestPictures.animatedGif())) {
      assertTrue(holds(data, SECRET));
      Picture picture = pictures.open(data);
      for (byte[] out :
          List.of(
              picture.cleaned(),
              picture.share(),
              picture.scaled(480, Format.JPEG),
              picture.scaled(480, Format.PNG),
              picture.scaled(480, Format.WEBP))) {
        for (String word : List.of(SECRET, "Exif", "xmp", "Photoshop", "eXIf", "tEXt", "GPS")) {
          assertFalse(holds(out, word), word + " in " + picture.info());
        }
        assertEquals(out.length, Metadata.removed(out, Header.read(out).format()).length);
      }
    }
  }

  @Test
  void keepsPixelsWhenItCleans() throws IOException {
    byte[] jpeg = TestPictures.jpegWithMetadata(90, 60, 1);
    assertSamePixels(image(jpeg), image(pictures.open(jpeg).cleaned()));
    byte[] png = TestPictures.pngWithMetadata(90, 60);
    assertSamePixels(image(png), image(pictures.open(png).cleaned()));
  }

  @Test
  void keepsAnAnimation() throws IOException {
    byte[] gif = TestPictures.animatedGif();
    Picture picture = pictures.open(gif);
    assertTrue(picture.info().animated());
    assertTrue(picture.info().isKeptWhole());
    byte[] cleaned = picture.cleaned();
    assertTrue(holds(cleaned, "NETSCAPE2.0"));
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(cleaned)));
    assertEquals(3, reader.getNumImages(true));
    reader.dispose();
  }

  @Test
  void knowsFormatsByContent() throws IOException {
    Path lying = folder.resolve("really-a.gif");
    Files.write(lying, TestPictures.pngWithMetadata(10, 10));
    assertEquals(Format.PNG, pictures.inspect(lying).format());
    byte[] webp = pictures.open(lying).scaled(10, Format.WEBP);
    assertEquals(Format.WEBP, pictures.open(webp).info().format());
    assertEquals(10, pictures.open(webp).info().height());
    assertEquals(10, image(pictures.open(webp).scaled(10, Format.PNG)).getWidth());
  }

  @Test
  void neverMakesAPictureWider() {
    assertEquals(List.of(480, 800, 1000), pictures.open(png(1000, 20)).widths());
    assertEquals(List.of(480, 800, 1200, 1600), pictures.open(png(1700, 20)).widths());
    assertEquals(List.of(480, 800, 1200, 1600), pictures.open(png(1600, 20)).widths());
    assertEquals(List.of(30), pictures.open(png(30, 20)).widths());
    assertEquals(30, Header.read(pictures.open(png(30, 20)).scaled(800, Format.WEBP)).width());
    assertEquals(480, Header.read(pictures.open(png(900, 9)).scaled(480, Format.JPEG)).width());
  }

  @Test
  void choosesPngForDiagramsAndTransparency() {
    assertEquals(Format.PNG, pictures.open(png(600, 400)).fallback());
    BufferedImage clear = new BufferedImage(90, 60, BufferedImage.TYPE_INT_ARGB);
    Picture transparent = pictures.open(TestPictures.encoded(clear, "png"));
    assertEquals(Format.PNG, transparent.fallback());
    assertTrue(Header.read(transparent.webp(90, Format.PNG).orElseThrow()).transparent());
    BufferedImage noise = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    int[] random = ThreadLocalRandom.current().ints(300 * 200).toArray();
    noise.setRGB(0, 0, 300, 200, random, 0, 300);
    assertEquals(Format.JPEG, pictures.open(TestPictures.encoded(noise, "png")).fallback());
  }

  @Test
  void putsTransparencyOnWhiteForJpeg() throws IOException {
    BufferedImage clear = new BufferedImage(90, 60, BufferedImage.TYPE_INT_ARGB);
    byte[] share = pictures.open(TestPictures.encoded(clear, "png")).share();
    assertNear("WHITE", image(share).getRGB(40, 30));
  }

  @Test
  void givesTheSameBytesTwice() {
    byte[] data = TestPictures.jpegWithMetadata(1300, 900, 6);
    Picture one = pictures.open(data);
    Picture two = pictures.open(data);
    for (Format format : List.of(Format.JPEG, Format.PNG, Format.WEBP)) {
      assertArrayEquals(one.scaled(800, format), two.scaled(800, format));
    }
    assertArrayEquals(one.cleaned(), two.cleaned());
  }

  @Test
  void refusesAHundredMegapixelsByTheHeaderAlone() {
    PictureException refused =
        assertThrows(
            PictureException.class, () -> pictures.open(TestPictures.pngHeader(10_000, 10_000)));
    assertEquals(
        "This picture has 10,000 × 10,000 pixels, about 100 million; at most 80 million can be"
            + " used. Save a smaller copy, then choose that.",
        refused.getMessage());
  }

  @Test
  void readsAPictureThatUnpacksToALotWithoutHoldingIt() {
    byte[] bomb = TestPictures.hugePng(9_000, 8_800);
    assertTrue(bomb.length < 1_000_000);
    assertEquals(480, Header.read(pictures.open(bomb).scaled(480, Format.JPEG)).width());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<html><body>no</body></html>", "%PDF-1.7", "GIF89a"})
  void refusesWhatIsNoPicture(String content) {
    assertThrows(PictureException.class, () -> pictures.open(TestPictures.text(content)));
  }

  @Test
  void refusesWhatBreaksOffInPlainWords() {
    for (byte[] whole :
        List.of(TestPictures.jpegWithMetadata(90, 60, 1), TestPictures.pngWithMetadata(90, 60))) {
      for (int length = 1; length < whole.length; length += 7) {
        byte[] cut = Arrays.copyOf(whole, length);
        try {
          pictures.open(cut).scaled(60, Format.JPEG);
        } catch (PictureException e) {
          assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
        }
      }
    }
  }

  @Test
  void saysThatAFileIsGone() {
    assertEquals(
        "The picture file is no longer where it was. Choose it again.",
        assertThrows(PictureException.class, () -> pictures.inspect(folder.resolve("no.png")))
            .getMessage());
  }

  private static byte[] png(int width, int height) {
    return TestPictures.encoded(TestPictures.quarters(width, height), "png");
  }

  private static BufferedImage image(byte[] data) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(data));
  }

  private static void assertSamePixels(BufferedImage one, BufferedImage two) {
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        assertEquals(one.getRGB(x, y), two.getRGB(x, y));
      }
    }
  }

  private static void assertNear(String name, int rgb) {
    Color wanted =
        switch (name) {
          case "RED" -> Color.RED;
          case "BLUE" -> Color.BLUE;
          case "GREEN" -> Color.GREEN;
          case "WHITE" -> Color.WHITE;
          default -> Color.BLACK;
        };
    Color found = new Color(rgb);
    int off =
        Math.abs(wanted.getRed() - found.getRed())
            + Math.abs(wanted.getGreen() - found.getGreen())
            + Math.abs(wanted.getBlue() - found.getBlue());
    assertTrue(off < 40, name + " is " + found);
  }
}
