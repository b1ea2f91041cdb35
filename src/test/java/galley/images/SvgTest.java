package galley.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SvgTest {
  private static final String OPEN =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
          + " xmlns:ink=\"http://ink.example\" viewBox=\"0 0 40 20\">";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<script xlink:href=\"https://bad.example/x.js\"/>",
        "<rect width=\"1\" onclick=\"alert(1)\" ONLOAD=\"alert(1)\"/>",
        "<a xlink:href=\"javascript:alert(1)\"><rect width=\"1\"/></a>",
        "<use xlink:href=\"https://bad.example/x.svg#a\"/>",
        "<use href=\"javascript:alert(1)\"/>",
        "<image href=\"https://bad.example/x.png\"/>",
        "<image href=\"file:///home/ada/secret.png\"/>",
        "<image href=\"data:image/svg+xml;base64,PHN2Zz48c2NyaXB0PmFsZXJ0PC9zY3JpcHQ+\"/>",
        "<image href=\"data:text/html;base64,alert\"/>",
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\">alert</body></foreignObject>",
        "<style>@import url(https://bad.example/x.css);</style>",
        "<style>rect{fill:url(https://bad.example/x)}</style>",
        "<style>rect{fill:u\\72l(https://bad.example/x)}</style>",
        "<style>@font-face{font-family:a;src:url(https://bad.example/f)}</style>",
        "<rect style=\"background:url('https://bad.example/x')\"/>",
        "<rect fill=\"url(https://bad.example/x#a)\"/>",
        "<rect filter=\"url( 'https://bad.example/x#a' )\"/>",
        "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<set attributeName=\"onclick\" to=\"alert(1)\"/>",
        "<metadata><ink:path>/home/ada/secret</ink:path></metadata>",
        "<g ink:export-filename=\"/home/ada/secret.png\"/>",
        "<!-- /home/ada/secret --><?xml-stylesheet href=\"https://bad.example/x\"?>",
        "<iframe src=\"https://bad.example\"/>",
        "<html:script xmlns:html=\"http://www.w3.org/1999/xhtml\">alert(1)</html:script>"
      })
  void takesOutWhatDoesNotDraw(String content) {
    String clean = clean(OPEN + content + "<circle r=\"3\"/></svg>");
    for (String word :
        new String[] {"alert", "bad.example", "javascript", "secret", "onload", "onclick", "<a"}) {
      assertFalse(clean.toLowerCase(Locale.ROOT).contains(word), clean);
    }
    assertTrue(clean.contains("<circle r=\"3\"></circle>"), clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rect width=\"1\" fill=\"url(#paint)\" class=\"b\" style=\"stroke:#000\"></rect>",
        "<style>.b{fill:red}</style>",
        "<use xlink:href=\"#a\"></use>",
        "<feColorMatrix values=\"1 0 0\"></feColorMatrix>",
        "<text x=\"1\">R&amp;D &lt; 3</text>"
      })
  void keepsWhatDraws(String content) {
    assertTrue(clean(OPEN + content + "</svg>").contains(content));
  }

  @Test
  void cleansAPictureInTheDrawing() {
    String data = Base64.getEncoder().encodeToString(TestPictures.jpegWithMetadata(20, 20, 1));
    String clean = clean(OPEN + "<image href=\"data:image/jpeg;base64," + data + "\"/></svg>");
    String inside = clean.replaceAll("(?s).*base64,([^\"]+)\".*", "$1");
    assertNotEquals(clean, inside);
    assertFalse(TestPictures.holds(Base64.getDecoder().decode(inside), TestPictures.SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg"
            + " xmlns=\"http://www.w3.org/2000/svg\"><text>&b;</text></svg>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg"
            + " xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>",
        "<svg/>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><svg/></html>",
        ""
      })
  void refusesEntitiesAndWhatIsNoDrawing(String svg) {
    assertThrows(PictureException.class, () -> clean(svg));
  }

  @Test
  void dropsADoctypeWithoutReadingIt() {
    String clean =
        clean(
            "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
                + OPEN
                + "</svg>");
    assertTrue(clean.startsWith("<svg xmlns="), clean);
  }

  @Test
  void refusesGroupsWithoutEnd() {
    String deep = OPEN + "<g>".repeat(5000) + "</g>".repeat(5000) + "</svg>";
    assertThrows(PictureException.class, () -> clean(deep));
  }

  @Test
  void changesNothingTheSecondTime() {
    byte[] once = bytes(clean(OPEN + "<style>.a{fill:red}</style><text>a &gt; b</text></svg>"));
    assertArrayEquals(once, Svg.clean(once));
  }

  @ParameterizedTest
  @CsvSource({
    "width='30' height='20',30,20",
    "viewBox='0 0 640 480',640,480",
    "width='320' viewBox='0 0 640 480',320,240",
    "width='1in' height='72pt',96,96",
    "width='100%' height='100%' viewBox='0 0 64 48',64,48",
    "'',300,150"
  })
  void knowsItsSize(String attributes, int width, int height) {
    PictureInfo info =
        Header.read(bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + "/>"));
    assertEquals(width, info.width());
    assertEquals(height, info.height());
    assertEquals(Format.SVG, info.format());
  }

  @Test
  void drawsAThumbnail() {
    String svg = OPEN + "<rect width=\"40\" height=\"20\" fill=\"#ff0000\"/></svg>";
    var image = new Pictures().open(bytes(svg)).thumbnail(80, 80);
    assertEquals(80, image.getWidth());
    assertEquals(40, image.getHeight());
    assertEquals(0xFFFF0000, image.getRGB(40, 20));
  }

  private static String clean(String svg) {
    return new String(Svg.clean(bytes(svg)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
