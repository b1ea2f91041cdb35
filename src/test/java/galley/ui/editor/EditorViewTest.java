package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class EditorViewTest {
  static final String FERRY =
      """
      On the 06:40 nobody is a customer. A nurse sits beside the man who will fix her roof; the \
      mate reads out the school closures. It is the only room on the islands that everyone still shares.

      ## What the ledger leaves out

      The county says the sailing loses $412,000 a year. It does not say that **61 people** ride \
      it to hourly work, or that the [2024 crossing survey](surveys/2024.pdf) was taken in \
      February, when half the fleet was in dock.

      ![Passengers on the open deck of a small ferry at first light](media/ferry-dawn.jpg)

      > You can close a route in an afternoon. You cannot open one in ten years.
      > — a retired harbour master

      ## The 06:40 is not a bus

      A bus can be late. A boat that leaves without you leaves until evening, and an island learns \
      to plan around the one it can trust.
      """;

  private EditorView editor;
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void showAWindow() {
    run(() -> {
      editor = new EditorView(java.util.concurrent.ForkJoinPool.commonPool());
      Layers layers = new Layers(new Region());
      scene = new Scene(layers, 668, 828);
      Look.dress(scene);
      layers.content(editor.node());
      stage = new Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
      editor.open(draft(FERRY), PictureStore.none(), 0, -1);
    });
    pulse();
  }

  @Test
  void linesOfALongHeadingBeginUnderItsFirstWord() {
    String heading = "What the ledger leaves out of the county's account of the last winter";
    run(() -> {
      editor.open(draft("## " + heading + "\n\nText.\n"), PictureStore.none(), 80, -1);
      editor.focusBody();
    });
    pulse();
    double first = x(3);
    assertTrue(y(heading.length()) > y(3) + 10, "the heading has two lines");
    int second = secondLine(heading);
    assertEquals(x(3), x(second), 2, "the second line begins under the first word");
    picture(scene, "editor-heading-hung");
    run(() -> editor.area().moveTo(1));
    pulse();
    assertTrue(x(1) > x(0) + 5, "the hashes have their room while the caret is among them");
    assertEquals(first, x(3), 3, "and the first line stays where it was");
    picture(scene, "editor-heading-bare");
    run(() -> editor.area().moveTo(20));
    pulse();
    Node mark = fx(() -> scene.getRoot().lookup(".heading-mark"));
    double end = fx(() -> mark.localToScreen(mark.getLayoutBounds()).getMaxX());
    assertEquals(x(3) - 9, end, 3, "the hashes are drawn a blank before the words");
  }

  private int secondLine(String heading) {
    int at = 4;
    while (y(at) < y(3) + 10 && at < heading.length()) {
      at++;
    }
    return at;
  }

  private double x(int offset) {
    return fx(
        () -> editor.area().getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow().getMinX());
  }

  private double y(int offset) {
    return fx(
        () -> editor.area().getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow().getMinY());
  }

  @AfterEach
  void closeTheWindow() {
    run(stage::close);
  }

  static Draft draft(String body) {
    return new Draft(
        Details.draft("The ferry is the last public square we have", "ferry")
            .withStandfirst(
                "Cutting the 06:40 saves the county less than it thinks, and costs the islands"
                    + " more than it counts."),
        body,
        List.of());
  }

  @Test
  void looksLikeAManuscriptInLightAndDark() {
    pulse();
    picture(scene, "editor-light");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    picture(scene, "editor-dark");
    assertEquals(FERRY, fx(() -> editor.body()));
  }
}
