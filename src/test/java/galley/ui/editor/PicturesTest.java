package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PictureWords;
import galley.text.Sha256;
import galley.text.Span;
import galley.ui.kit.FxTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
final class PicturesTest {
  @TempDir private Path folder;
  private EditorWindow window;
  private Path file;
  private ImageRef image;
  private final List<PictureSpot> asked = new ArrayList<>();

  /** A library of one folder. */
  private final class OneFolder implements PictureStore {
    @Override
    public Optional<Path> file(String sha256) {
      return sha256.equals(image.sha256().orElseThrow()) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public CompletableFuture<ImageRef> add(Path path) {
      return path.equals(file)
          ? CompletableFuture.completedFuture(image)
          : CompletableFuture.failedFuture(new IllegalArgumentException("This is no picture."));
    }

    @Override
    public CompletableFuture<ImageRef> add(byte[] data, String name) {
      return CompletableFuture.completedFuture(image);
    }
  }

  @BeforeEach
  void showAWindowAndMakeAPicture() throws IOException {
    BufferedImage dawn = new BufferedImage(240, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = dawn.createGraphics();
    pen.setColor(new Color(0x9db7c4));
    pen.fillRect(0, 0, 240, 72);
    pen.setColor(new Color(0x6f8f86));
    pen.fillRect(0, 72, 240, 24);
    pen.setColor(new Color(0x3f5a63));
    pen.fillRect(0, 96, 240, 64);
    pen.dispose();
    file = folder.resolve("IMG_0042.png");
    ImageIO.write(dawn, "png", file.toFile());
    image =
        ImageRef.place("media/ferry-dawn.png")
            .withPicture(Sha256.of(file), "IMG_0042.png", Files.size(file), 240, 160);
    window = new EditorWindow(668, 828);
    run(() -> window.editor.onPicture(asked::add));
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private void open(String body, int caret, ImageRef... images) {
    Draft draft = EditorWindow.draft(body).withImages(List.of(images));
    run(() -> {
      window.editor.open(draft, new OneFolder(), caret, -1);
      window.editor.focusBody();
    });
    pulse();
  }

  private Optional<Node> card() {
    return Optional.ofNullable(fx(() -> window.scene.getRoot().lookup(".picture-card")));
  }

  @Test
  void aPictureLineIsACardWithItsPictureAndWords() {
    ImageRef said = image.withWords("", "The 06:40 leaving Marrow Head.", "", "", false);
    open(EditorViewTest.FERRY.replace("ferry-dawn.jpg", "ferry-dawn.png"), 0, said);
    until(
        "the small picture is read",
        () ->
            window.scene.getRoot().lookup(".picture-card .image-view") instanceof ImageView view
                && view.getImage() != null);
    pulse();
    picture(window.scene, "editor-card");
    run(() -> window.editor.goToLine(6));
    pulse();
    picture(window.scene, "editor-card-source");
  }

  @Test
  void aSelectionFramesTheCardAndLeavesThePictureToBeSeen() {
    open("One.\n\n![](media/ferry-dawn.png)\n\nTwo.", 0, image);
    PseudoClass picked = PseudoClass.getPseudoClass("picked");
    assertEquals(false, card().orElseThrow().getPseudoClassStates().contains(picked));
    run(() -> window.editor.area().selectAll());
    pulse();
    assertEquals(true, card().orElseThrow().getPseudoClassStates().contains(picked));
    picture(window.scene, "editor-card-selected");
    javafx.scene.shape.Path painted =
        fx(() ->
            (javafx.scene.shape.Path)
                Surface.textOf(window.editor.area().box(2)).lookup(".main-selection"));
    assertEquals(javafx.scene.paint.Color.TRANSPARENT, painted.getFill());
    run(() -> window.editor.area().selectRange(0, 3));
    pulse();
    assertEquals(false, card().orElseThrow().getPseudoClassStates().contains(picked));
  }

  @Test
  void wordsFoundInAPicturesLineFrameItsCard() {
    open("One.\n\n![](media/ferry-dawn.png)\n\nTwo.", 0, image);
    PseudoClass found = PseudoClass.getPseudoClass("found");
    run(() -> window.editor.showHit(new Span(18, 22)));
    run(() -> window.editor.area().moveTo(0));
    run(() -> {
      window.editor.actions().find();
      window.editor.findBar().words().setText("dawn");
    });
    until(
        "the card is framed",
        () ->
            window.scene.getRoot().lookup(".picture-card").getPseudoClassStates().contains(found));
    press(window.scene, KeyCode.ESCAPE);
    assertEquals(false, card().orElseThrow().getPseudoClassStates().contains(found));
  }

  @Test
  void aClickOnMissingWordsAsksForThoseWords() {
    open("One.\n\n![](media/ferry-dawn.png)\n\nTwo.", 0, image);
    click("say what it shows");
    click("add a credit");
    assertEquals(
        List.of(PictureWords.ALT, PictureWords.CREDIT),
        asked.stream().map(PictureSpot::words).toList());
  }

  private void click(String words) {
    run(() -> {
      Node label =
          window.scene.getRoot().lookupAll(".picture-card .label").stream()
              .filter(node -> node instanceof Label shown && shown.getText().equals(words))
              .findFirst()
              .orElseThrow();
      MouseEvent click =
          new MouseEvent(
              MouseEvent.MOUSE_CLICKED,
              1,
              1,
              1,
              1,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              true,
              null);
      Event.fireEvent(label, click);
    });
  }

  @Test
  void aFileGetsItsOwnLineWithNoWordsAndItsEditorOpens() {
    open("One.\n\nTwo.", 4);
    run(() -> window.editor.insertPictures(List.of(file)));
    until("the picture is in", () -> window.editor.body().contains("!["));
    assertEquals("One.\n\n![](media/ferry-dawn.png)\n\nTwo.", window.body());
    assertEquals(List.of(image), fx(window.editor::images));
    until("its editor is asked for", () -> !asked.isEmpty());
    assertEquals("", asked.getFirst().image().alt());
    window.act(TextActions::undo);
    assertEquals("One.\n\nTwo.", window.body());
  }

  @Test
  void whatIsNoPictureIsRefusedAndTheRestGoesOn() {
    List<Throwable> failures = new ArrayList<>();
    open("", 0);
    run(() -> {
      window.editor.onPictureFailed(failures::add);
      window.editor.insertPictures(List.of(folder.resolve("notes.png"), file));
    });
    until("the picture is in", () -> window.editor.body().contains("!["));
    assertEquals("This is no picture.", failures.getFirst().getMessage());
  }

  @Test
  void altTextIsWrittenIntoTheBodyAndTheRestKeptBeside() {
    open("![old](media/ferry-dawn.png)\n\ntext", 30, image);
    run(() ->
        window.editor.describe(
            image.withWords("A [ferry] at dawn", "Caption", "Ida", "CC0", false)));
    assertEquals("![A \\[ferry\\] at dawn](media/ferry-dawn.png)\n\ntext", window.body());
    assertEquals("Ida", fx(window.editor::images).getFirst().credit());
    assertEquals(
        "A [ferry] at dawn",
        PictureLine.of(window.body().lines().findFirst().orElseThrow()).orElseThrow().alt());
  }

  @Test
  void enterOnACardOpensItsEditor() {
    open("text\n\n![old](media/ferry-dawn.png)", 0, image);
    Node card = card().orElseThrow();
    run(() ->
        Event.fireEvent(
            card,
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    assertEquals("old", asked.getFirst().image().alt());
    assertTrue(fx(() -> card.getAccessibleText()).contains("old"));
  }

  @Test
  void namesWithBlanksAndBracketsAreWrittenSafely() {
    assertEquals("![](<media/a b.jpg>)", PictureLine.source("media/a b.jpg"));
    assertEquals("media/a b.jpg", PictureLine.of("![](<media/a b.jpg>)").orElseThrow().file());
    assertEquals("![](media/a.jpg)", PictureLine.source("media/a.jpg"));
  }
}
