package galley.export;

import galley.images.TestPictures;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Source;
import galley.post.Stage;
import galley.text.Sha256;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Posts and pictures made for tests. */
final class Samples {
  static final String BODY =
      """
      On the 06:40 nobody is a customer. A nurse sits beside the man who will fix her roof; most \
      mornings in winter the mate reads out the school closures. It is the only room on the \
      islands that everyone still shares.

      ## What the ledger leaves out

      The county says the sailing loses $412,000 a year.[^1] It does not say that **61 people** \
      ride it to hourly work, or that the [crossing survey](https://example.org/survey?a=1&b=2) \
      was taken in February, when half the fleet was *in dock*.

      > You can close a route in an afternoon. You cannot open one in ten years.

      ![The quay](media/quay.png "The quay at low water")

      ![](media/plan.svg)

      ![Waves moving](media/waves.gif) and some words beside ![a small flag](media/flag.png).

      ![Missing](media/gone.jpg "A caption of nothing")

      ### Numbers & letters <script>alert(1)</script>

      | Route | Riders |
      |:------|-------:|
      | North |  1,204 |
      | South |    611 |

      - one
      - two
        1. deeper
        2. still

      - [x] done
      - [ ] open

      ```java
      if (a < b && c > d) { "quoted"; }
      ```

      Term `{{ inline }}` and ~~struck~~ words. <kbd>Ctrl</kbd> See [above](#what-the-ledger-leaves-out).

      ---

      <details><summary>More</summary><p>Hidden <b onclick="x()">words</b></p></details>

      A last word.[^note]

      [^1]: County transport accounts, table 4.
      [^note]: With two paragraphs.

          The second.
      """;

  private final Map<String, Path> media = new HashMap<>();
  private final Path folder;

  Samples(Path folder) {
    this.folder = folder;
  }

  Optional<Path> find(String sha256) {
    return Optional.ofNullable(media.get(sha256));
  }

  ImageRef picture(String file, byte[] bytes, int width, int height) {
    String sha = Sha256.of(bytes);
    Path path = folder.resolve(sha + file.substring(file.lastIndexOf('.')));
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    media.put(sha, path);
    return ImageRef.place(file).withPicture(sha, "IMG_0001.JPG", bytes.length, width, height);
  }

  /** A post with everything a page can hold. */
  Post full() {
    ImageRef lead =
        picture("media/ferry.jpg", photo(1800, 1200), 1800, 1200)
            .withWords(
                "The ferry leaving the head of the bay",
                "The 06:40 leaving the head of the bay on a November morning.",
                "Photograph: the harbour office",
                "CC BY 4.0",
                false);
    ImageRef quay =
        picture("media/quay.png", diagram(1000, 500), 1000, 500)
            .withWords("", "", "Drawing: A. <Hand> & \"Co\"", "", false);
    ImageRef plan = picture("media/plan.svg", svg(), 300, 200).withWords("", "", "", "", true);
    ImageRef waves = picture("media/waves.gif", TestPictures.animatedGif(), 40, 30);
    ImageRef flag = picture("media/flag.png", transparent(60, 40), 60, 40);
    Details details =
        new Details(
            "The ferry is the last \"public\" square <we> have & hold",
            "Cutting the 06:40 saves the county less than it thinks.",
            "the-ferry",
            List.of(new Byline("Ada Quill"), new Byline("Bo Ń. <Fenn>"), new Byline("Cy Marsh")),
            PublicationDate.parse("2026-11-23T06:40:00+01:00"),
            "Opinion",
            List.of("transport", "islands & ferries"),
            Stage.READY,
            Optional.of("media/ferry.jpg"),
            "en-GB",
            List.of(
                new Source(
                    Source.Kind.LINK,
                    "Accounts </script><b>",
                    "https://example.org/accounts?x=1&y=2",
                    Optional.of(LocalDate.of(2026, 11, 20))),
                new Source(
                    Source.Kind.DOCUMENT,
                    "Ledger",
                    "/home/ada/secret/ledger.pdf",
                    Optional.empty()),
                new Source(Source.Kind.DOCUMENT, "Minutes", "page 4", Optional.empty()),
                new Source(Source.Kind.INTERVIEW, "Unnamed mate", "12:30", Optional.empty())),
            Map.of());
    return post(new Draft(details, BODY, List.of(lead, quay, plan, waves, flag)));
  }

  /** A post with a headline and this body. */
  static Post plain(String body) {
    return post(new Draft(Details.draft("A headline", "a-headline"), body, List.of()));
  }

  static Post post(Draft draft) {
    return new Post(
        UUID.fromString("00000000-0000-4000-8000-000000000001"),
        draft,
        3,
        Instant.parse("2026-11-20T08:00:00Z"),
        Instant.parse("2026-11-24T09:30:15Z"));
  }

  static byte[] photo(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, new Color(0xA9C0CB), 0, height, new Color(0x42606A)));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(0x76968D));
    for (int i = 0; i < 400; i++) {
      graphics.drawLine(i * 7 % width, height / 2, i * 31 % width, height / 2 + i % 90);
    }
    graphics.dispose();
    return encoded(image, "jpg");
  }

  static byte[] diagram(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 4, height / 4, width / 2, height / 3);
    graphics.dispose();
    return encoded(image, "png");
  }

  static byte[] transparent(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(200, 30, 30, 128));
    graphics.fillOval(0, 0, width, height);
    graphics.dispose();
    return encoded(image, "png");
  }

  static byte[] svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" onload="alert(1)">
    <script>alert(1)</script><rect width="300" height="200" fill="#a9c0cb"/></svg>
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encoded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
