package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static galley.ui.kit.FxTest.Stage.unwatchedFrames;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.export.MediaFiles;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import galley.text.Words;
import galley.ui.kit.FxTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page and text stand level wherever one reads. */
@FxTest
final class ScrollSyncTest {
  @TempDir private Path folder;
  private final List<Double> told = new ArrayList<>();
  private PreviewWindow window;
  private Post post;

  @BeforeEach
  void openALongPost() throws IOException {
    Path picture = folder.resolve("picture.png");
    ImageIO.write(
        new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    String hash = Sha256.of(picture);
    MediaFiles media = name -> name.equals(hash) ? Optional.of(picture) : Optional.empty();
    ImageRef image =
        ImageRef.place("media/picture.png")
            .withWords("A picture", "What it shows", "Its maker", "", false)
            .withPicture(hash, "picture.png", 10, 1200, 800);
    Instant now = Instant.parse("2026-11-23T10:00:00Z");
    post =
        new Post(
            new UUID(1, 1),
            new Draft(Details.draft("A long piece", "long"), longText(), List.of(image)),
            1,
            now,
            now);
    window = new PreviewWindow(new PreviewView(media));
    run(() -> window.view.onScrolled(told::add));
    window.open(post);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void thePageShowsTheBlockOfAnyLineOfALongPost() {
    assertTrue(Words.count(post.body()) >= 30_000);
    PageSheet sheet = fx(() -> window.view.shown().orElseThrow());
    int lines = (int) post.body().lines().count();
    Random random = new Random(11);
    double bottom = window.number("document.documentElement.scrollHeight - window.innerHeight - 2");
    int checked = 0;
    for (int round = 0; round < 400; round++) {
      int line = random.nextInt(lines);
      unwatched(() -> {
        window.view.goToLine(line);
        return true;
      });
      if (window.number("window.scrollY") >= bottom) {
        continue; // the end of the page is in view, there is no further to go
      }
      int wanted = blockOf(sheet, line);
      int found =
          (int) Double.parseDouble(((String) window.script("galleyPage.place()")).split(" ")[0]);
      assertTrue(
          Math.abs(found - wanted) <= 1, "line " + line + " is in " + wanted + ", not " + found);
      assertEquals(line, unwatched(window.view::topLine), 1.01, "line " + line);
      checked++;
    }
    assertTrue(checked > 300, checked + " lines checked");
  }

  @Test
  void theReadersOwnScrollingIsToldOnceAndNotEchoed() {
    window.script("window.scrollTo(0, 4000)");
    until("it was told", () -> !told.isEmpty());
    double line = fx(() -> told.getLast());
    int before = fx(told::size);
    double height = window.number("window.scrollY");
    run(() -> window.view.scrollToLine(line + 0.4)); // the text answers, a little off
    pulse();
    pulse();
    assertEquals(height, window.number("window.scrollY"), 0.01);
    assertEquals(before, fx(told::size));
  }

  @Test
  void scrollingFromTheTextIsNotToldBack() {
    for (int line = 0; line < 400; line += 20) {
      int to = line;
      unwatched(() -> {
        window.view.scrollToLine(to);
        return true;
      });
      pulse();
    }
    pulse();
    assertEquals(List.of(), told);
    assertTrue(window.number("window.scrollY") > 0);
  }

  @Test
  void withoutScrollingTogetherNeitherMovesTheOther() {
    run(() -> window.view.sync().set(false));
    run(() -> window.view.scrollToLine(300));
    pulse();
    assertEquals(0, window.number("window.scrollY"));
    window.script("window.scrollTo(0, 4000)");
    pulse();
    pulse();
    assertEquals(List.of(), told);
  }

  @Test
  void picturesThatComeLateLeaveTheLinesWhereTheyAre() {
    unwatched(() -> {
      window.view.goToLine(500);
      return true;
    });
    double before = unwatched(window.view::topLine);
    until(
        "all pictures are there",
        () ->
            Boolean.TRUE.equals(
                window
                    .web()
                    .getEngine()
                    .executeScript("[...document.images].every(i => i.naturalWidth === 1200)")));
    pulse();
    assertEquals(before, unwatched(window.view::topLine), 0.05);
  }

  @Test
  void anotherWidthKeepsTheLine() {
    window.change(longText().substring(0, 30_000));
    unwatched(() -> {
      window.view.goToLine(90);
      return true;
    });
    for (Device device : List.of(Device.PHONE, Device.PAGE, Device.TABLET)) {
      unwatched(() -> {
        window.view.device().set(device);
        window.view.node().getScene().getRoot().layout();
        return true;
      });
      unwatchedFrames(4);
      assertEquals(device.width(), window.number("window.innerWidth"), 2);
      assertEquals(90, unwatched(window.view::topLine), 2.0, device.toString());
    }
  }

  private static int blockOf(PageSheet sheet, int line) {
    int found = 0;
    for (int i = 0; i < sheet.blocks().size(); i++) {
      PageSheet.Block block = sheet.blocks().get(i);
      if (block.firstLine() >= 0 && block.firstLine() <= line) {
        found = i;
      }
    }
    return found;
  }

  /** 30,000 words: paragraphs of all lengths, headings, tables, lists, quotes, code, pictures. */
  static String longText() {
    Random random = new Random(5);
    StringBuilder body = new StringBuilder();
    int words = 0;
    for (int i = 0; words < 30_500; i++) {
      StringBuilder part = new StringBuilder();
      switch (i % 12) {
        case 3 -> part.append("## A heading number ").append(i).append("\n");
        case 5 -> {
          part.append("| Year | Boats |\n|---|---:|\n");
          for (int row = random.nextInt(20); row >= 0; row--) {
            part.append("| ").append(1900 + row).append(" | ").append(row * 7).append(" |\n");
          }
        }
        case 7 -> part.append("![](media/picture.png)\n");
        case 8 -> {
          for (int item = random.nextInt(9); item >= 0; item--) {
            part.append("- An item of the list with a few words\n");
          }
        }
        case 9 -> part.append("> A quotation that goes on\n> over lines of the source.\n");
        case 11 -> part.append("```\ncode\n\nmore code\n```\n");
        default -> {
          for (int line = random.nextInt(6); line >= 0; line--) {
            part.append("Words of a sentence in the text. ".repeat(1 + random.nextInt(12)).strip());
            part.append('\n');
          }
        }
      }
      words += Words.count(part);
      body.append(part).append("\n".repeat(1 + random.nextInt(2)));
    }
    return body.toString();
  }
}
