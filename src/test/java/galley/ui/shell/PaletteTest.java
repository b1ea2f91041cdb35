package galley.ui.shell;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of everything a person can do, as it is looked through. */
@FxTest
final class PaletteTest {
  private Scene scene;
  private Stage stage;

  private void open(int width, int height, double letter) {
    run(() -> {
      Layers layers = new Layers(new Region());
      layers.setStyle("-fx-font-size: " + letter + "px");
      scene = new Scene(layers, width, height);
      Look.dress(scene);
      stage = new Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
      new Palette(() ->
          IntStream.range(0, 40)
              .mapToObj(i -> new Palette.Choice("Post", "Letter " + (i + 10), "", () -> {}))
              .toList())
          .open(scene);
    });
    pulse();
  }

  @AfterEach
  void closeTheWindow() {
    run(stage::close);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10.4, 13, 16.9})
  void itIsAsTallAsWhatItFound(double letter) {
    open(1440, 900, letter);
    double field = fx(() -> palette().lookup(".palette-field").getBoundsInParent().getMaxY());
    double foot = fx(() -> ((Region) palette()).getInsets().getBottom());
    double row = fx(() -> cell().getHeight());
    assertEquals(field + 10 * row + foot, height(), 1.5, "ten rows at most");
    until("more than ten scroll", this::isBarSeen);
    typed("Letter 33");
    picture(scene, "palette-one");
    assertEquals(field + row + foot, height(), 1.5, "one row");
    assertEquals(false, fx(this::isBarSeen), "a scroll bar");
  }

  @Test
  void itFitsASmallWindowWithLargeType() {
    open(1024, 640, 26);
    picture(scene, "palette-large");
    assertTrue(
        fx(() -> palette().localToScene(palette().getLayoutBounds()).getMaxY()) <= 640,
        "it ends in the window");
  }

  private void typed(String words) {
    run(() -> ((TextField) palette().lookup(".palette-field")).clear());
    type(scene, words);
    pulse();
  }

  private double height() {
    return fx(() -> ((Region) palette()).getHeight());
  }

  private Node palette() {
    return scene.getRoot().lookup(".palette");
  }

  private ListCell<?> cell() {
    return (ListCell<?>) scene.getRoot().lookup(".palette-cell");
  }

  private boolean isBarSeen() {
    return palette().lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
  }
}
