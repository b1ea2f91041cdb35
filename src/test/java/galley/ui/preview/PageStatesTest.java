package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
final class PageStatesTest {
  private static final String BODY =
      """
      On the 06:40 nobody is a customer. A nurse sits beside the man who will fix her roof; the \
      mate reads out the school closures. It is the only room on the islands that everyone shares.

      ## What the ledger leaves out

      The county says the sailing loses $412,000 a year. It does not say that **61 people** ride it \
      to hourly work, or that the [crossing survey](https://example.org/2024) was taken in \
      February, when *half the fleet* was in dock.[^1]

      ![Passengers on the open deck](media/ferry.png "The 06:40 leaving the head of the bay.")

      > You can close a route in an afternoon. You cannot open one in ten years.

      | Year | Riders |
      |------|-------:|
      | 2023 | 10,900 |
      | 2024 | 11,200 |

      [^1]: County transport accounts, table 4.
      """;

  @Test
  void thePageStandsOnTheDeskAtEveryWidthLightAndDark(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ferry.png");
    BufferedImage drawn = new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.setColor(new Color(0x9db7c4));
    graphics.fillRect(0, 0, 1200, 300);
    graphics.setColor(new Color(0x3f5a63));
    graphics.fillRect(0, 300, 1200, 300);
    graphics.dispose();
    ImageIO.write(drawn, "png", file.toFile());
    String hash = Sha256.of(file);
    ImageRef image =
        ImageRef.place("media/ferry.png")
            .withWords("Passengers", "", "the harbour office", "", false)
            .withPicture(hash, "ferry.png", 10, 1200, 600);
    Post plain = PreviewWindow.post("The ferry is the last public square we have", BODY);
    Post post =
        new Post(
            plain.id(),
            new Draft(
                plain
                    .details()
                    .withStandfirst("Cutting the 06:40 saves the county less than it thinks.")
                    .withSection("Opinion"),
                BODY,
                List.of(image)),
            1,
            plain.created(),
            plain.changed());
    try (PreviewWindow window =
        new PreviewWindow(
            new PreviewView(name -> name.equals(hash) ? Optional.of(file) : Optional.empty()))) {
      window.open(post);
      until(
          "the picture is there",
          () ->
              Boolean.TRUE.equals(
                  window
                      .web()
                      .getEngine()
                      .executeScript("document.images[0].naturalWidth === 1200")));
      for (Device device : Device.values()) {
        unwatched(() -> {
          window.view.device().set(device);
          return true;
        });
        for (int frames = 0; frames < 6; frames++) {
          pulse();
        }
        assertEquals(device.width(), window.number("window.innerWidth"), 2);
        picture(window.scene, "preview-" + device.name().toLowerCase(java.util.Locale.ROOT));
      }
      unwatched(() -> {
        window.view.device().set(Device.TABLET);
        Look.theme(window.scene, Theme.DARK);
        return true;
      });
      for (int frames = 0; frames < 6; frames++) {
        pulse();
      }
      assertEquals(
          "rgb(24, 23, 21)", window.script("getComputedStyle(document.body).backgroundColor"));
      picture(window.scene, "preview-dark");
    }
  }

  @Test
  void withoutAPostItSaysWhatWillBeHere() {
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      pulse();
      assertTrue(fx(() -> window.scene.getRoot().lookup(".empty-state").isVisible()));
      picture(window.scene, "preview-empty");
      window.open(PreviewWindow.post("A headline", "Words."));
      assertEquals(null, fx(() -> window.scene.getRoot().lookup(".empty-state")));
      run(window.view::shut);
      pulse();
      assertTrue(fx(() -> window.scene.getRoot().lookup(".empty-state").isVisible()));
    }
  }

  @Test
  void aPageThatCannotBeMadeLeavesTheOneBeforeAndSaysSo() {
    PreviewView view =
        new PreviewView(
            hash -> Optional.empty(),
            pages ->
                (post, body) -> {
                  if (post.body().contains("break")) {
                    throw new IllegalStateException("a theme with a fault");
                  }
                  return pages.apply(post, body);
                });
    try (PreviewWindow window = new PreviewWindow(view)) {
      window.open(PreviewWindow.post("A headline", "Words that show."));
      Label trouble = (Label) fx(() -> window.scene.getRoot().lookup(".preview-trouble"));
      assertFalse(fx(trouble::isVisible));
      window.changeOnly("Words that break the page.");
      until("the sentence stands", trouble::isVisible);
      assertTrue(trouble.getText().contains("safe"));
      pulse();
      picture(window.scene, "preview-trouble");
      assertEquals(
          "Words that show.",
          window.script("document.querySelector('article').children[1].textContent"));
      window.change("Words that show again.");
      assertFalse(fx(trouble::isVisible));
    }
  }

  @Test
  void aStormOfKeysIsShownOnceItRests() {
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      window.open(PreviewWindow.post("A headline", "Words."));
      for (int i = 0; i < 50; i++) {
        window.changeOnly("Words " + i);
      }
      window.change("The last words.");
      assertEquals(
          "The last words.",
          window.script("document.querySelector('article').children[1].textContent"));
    }
  }

  @Test
  void hiddenItStillReadsTheTextForTheOutline() {
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      window.open(PreviewWindow.post("A headline", "Words."));
      run(() -> window.view.setShowing(false));
      window.changeOnly("## A heading\n\nWords.");
      until(
          "the text was read",
          () -> window.view.model().body().get().orElseThrow().outline().size() == 1);
      assertEquals(0, window.number("document.querySelectorAll('h2').length"));
      run(() -> window.view.setShowing(true));
      until(
          "the page follows",
          () ->
              ((Number)
                          window
                              .web()
                              .getEngine()
                              .executeScript("document.querySelectorAll('h2').length"))
                      .intValue()
                  == 1);
    }
  }

  @Test
  void aPageOfRawHtmlThatIsNotClosedStillShowsAndChanges() {
    String body = "<div>\n\nInside.\n\n<section>\n\nDeeper.\n\nLast.\n";
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      window.open(PreviewWindow.post("A headline", body));
      window.change(body.replace("Last.", "Changed."));
      String text = (String) window.script("document.querySelector('article').textContent");
      assertTrue(text.contains("Inside.") && text.contains("Changed.") && !text.contains("Last."));
    }
  }

  @Test
  void everyChangeGivesThePageThatLoadingItAnewWould() {
    java.util.Random random = new java.util.Random(2);
    String[] parts = ScrollSyncTest.longText().substring(0, 12_000).split("\n\n", -1);
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      window.open(PreviewWindow.post("A headline", "Words."));
      for (int round = 0; round < 25; round++) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
          if (random.nextInt(4) > 0) {
            body.append(part).append(random.nextInt(6) == 0 ? "\n" : "\n\n");
          }
        }
        window.change(body.toString());
        assertEquals(
            window.loadedAnew(),
            window.script("document.querySelector('article').innerHTML.trim()"));
      }
    }
  }
}
