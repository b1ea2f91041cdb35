package galley.ui.images;

import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.post.ImageRef;
import galley.post.PictureWords;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class PictureEditorTest {
  private final List<ImageRef> changes = new ArrayList<>();
  private final List<ImageRef> replaced = new ArrayList<>();
  private final Button anchor = new Button("Card");
  private PictureEditor editor;
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void showAWindow() {
    run(() -> {
      editor = new PictureEditor(changes::add, replaced::add);
      scene = new Scene(new Layers(new VBox(anchor)), 520, 480);
      Look.dress(scene);
      stage = new Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
    });
    pulse();
    run(() -> editor.open(anchor, ImageRef.place("media/dawn.jpg"), PictureWords.ALT));
    pulse();
  }

  @AfterEach
  void closeTheWindow() {
    run(stage::close);
  }

  @Test
  void wordsAreTakenAfterAPauseAndWhenThePanelCloses() {
    type(scene, "A ferry at dawn");
    until("the words are taken", () -> !changes.isEmpty());
    assertEquals("A ferry at dawn", changes.getLast().alt());
    picture(scene, "picture-editor");
    type(scene, " light");
    press(scene, KeyCode.ESCAPE);
    assertEquals("A ferry at dawn light", changes.getLast().alt());
  }

  @Test
  void theKeyboardIsInTheFieldThatWasAskedFor() {
    run(() -> editor.open(anchor, ImageRef.place("media/dawn.jpg"), PictureWords.CREDIT));
    pulse();
    type(scene, "Harbour archive");
    press(scene, KeyCode.ESCAPE);
    assertEquals("Harbour archive", changes.getLast().credit());
  }

  @Test
  void tabGoesFromTheAltTextToWhatFollows() {
    press(scene, KeyCode.TAB);
    press(scene, KeyCode.TAB);
    type(scene, "Dawn.");
    press(scene, KeyCode.ESCAPE);
    assertEquals("", changes.getLast().alt());
    assertEquals("Dawn.", changes.getLast().caption());
  }

  @Test
  void aDecorativePictureNeedsNoAltText() {
    run(() ->
        scene.getRoot().lookupAll(".check-box").stream()
            .map(CheckBox.class::cast)
            .forEach(CheckBox::fire));
    assertEquals(true, changes.getLast().decorative());
  }

  @Test
  void anotherFileIsAskedForOnceThePanelIsClosed() {
    run(() ->
        scene.getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> button.getText().equals("Choose the file…"))
            .forEach(Button::fire));
    assertEquals(List.of(ImageRef.place("media/dawn.jpg")), replaced);
    assertEquals(List.of(), changes);
  }
}
