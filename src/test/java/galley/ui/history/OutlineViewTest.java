package galley.ui.history;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.Markdown;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class OutlineViewTest {
  private static final String TEXT =
      "Opening.\n\n## What the ledger leaves out\n\nText.\n\n### Boats\n\nText.\n\n## The 06:40 is"
          + " not a bus\n\nText.\n";

  private final List<Integer> gone = new ArrayList<>();
  private OutlineView outline;
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void showAWindow() {
    unwatched(() -> {
      outline = new OutlineView();
      outline.onGoTo(gone::add);
      scene = new Scene(outline.node(), 380, 500);
      Look.dress(scene);
      stage = new Stage();
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      return true;
    });
  }

  @AfterEach
  void close() {
    unwatched(() -> {
      stage.hide();
      return true;
    });
  }

  @Test
  void showsTheHeadingsAndMarksTheOneOneStandsUnder() {
    run(() -> {
      outline.show(Markdown.parse(TEXT));
      outline.at(7);
    });
    pulse();
    assertEquals(
        List.of("What the ledger leaves out", "Boats", "The 06:40 is not a bus"), shown(""));
    assertEquals(List.of("Boats"), shown(":current"));
    picture(scene, "outline-light");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    picture(scene, "outline-dark");
  }

  @Test
  void aTextWithoutHeadingsSaysHowToMakeOne() {
    run(() -> outline.show(Markdown.parse("Just words.")));
    pulse();
    assertTrue(fx(() -> scene.getRoot().lookup(".empty-state").isVisible()));
    picture(scene, "outline-empty");
  }

  @Test
  void enterGoesToTheChosenHeading() {
    run(() -> {
      outline.show(Markdown.parse(TEXT));
      list().requestFocus();
      list().getSelectionModel().select(1);
    });
    press(scene, KeyCode.DOWN);
    press(scene, KeyCode.ENTER);
    assertEquals(List.of(10), gone);
  }

  @Test
  void typingInTheTextLeavesHeadingsThatDidNotChange() {
    run(() -> outline.show(Markdown.parse(TEXT)));
    Object first = fx(() -> list().getItems().getFirst());
    run(() -> outline.show(Markdown.parse(TEXT.replace("### Boats", "### Boats and trains"))));
    assertSame(first, fx(() -> list().getItems().getFirst()));
    pulse();
    assertEquals("Boats and trains", shown("").get(1));
  }

  @Test
  void theLineMovesTheMark() {
    run(() -> outline.show(Markdown.parse(TEXT)));
    for (int line : new int[] {0, 2, 5, 6, 9, 10, 40}) {
      run(() -> outline.at(line));
      pulse();
      List<String> expected =
          line < 2
              ? List.of()
              : List.of(
                  line < 6
                      ? "What the ledger leaves out"
                      : line < 10 ? "Boats" : "The 06:40 is not a bus");
      assertEquals(expected, shown(":current"), "line " + line);
    }
  }

  @SuppressWarnings("unchecked")
  private ListView<OutlineModel.Entry> list() {
    return (ListView<OutlineModel.Entry>) scene.getRoot().lookup(".outline-list");
  }

  private List<String> shown(String state) {
    return fx(() ->
        list().lookupAll(".list-cell:filled" + state).stream()
            .map(cell -> (ListCell<?>) cell)
            .sorted(java.util.Comparator.comparingInt(ListCell::getIndex))
            .map(ListCell::getText)
            .toList());
  }
}
