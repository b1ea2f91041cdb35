package galley.ui.kit;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class KitTest {
  private final Button below = new Button("Below");
  private final Chip chip = new Chip("Section");
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void showAWindow() {
    run(() -> {
      Button primary = new Button("Export…");
      primary.getStyleClass().add("primary");
      Button ghost = new Button("Commands");
      ghost.getStyleClass().add("ghost");
      Map<String, String> options = new LinkedHashMap<>();
      options.put("w", "Write");
      options.put("s", "Split");
      options.put("f", "Focus");
      Segmented<String> segmented = new Segmented<>("View", options, "s");
      chip.value("Opinion");
      Chip empty = new Chip("Tags");
      empty.invite("Add tags");
      Layers layers =
          new Layers(
              new VBox(
                  20,
                  new HBox(10, below, primary, ghost, segmented.node(), chip, empty),
                  new TextField("A field"),
                  new Label("A label"),
                  new EmptyState("Nothing here yet", "Start writing.", List.of()).node()));
      scene = new Scene(layers, 900, 600);
      Look.dress(scene);
      stage = new Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
    });
    pulse();
  }

  @AfterEach
  void closeIt() {
    run(() -> stage.close());
  }

  @Test
  void fontsThatTravelAreThere() {
    Look.fonts().join();
    List<String> families = Font.getFamilies();
    for (String family :
        List.of(
            "Inter",
            "Inter Medium",
            "Inter SemiBold",
            "Source Serif 4",
            "Source Serif 4 SemiBold",
            "IBM Plex Mono",
            "IBM Plex Mono SemiBold")) {
      assertTrue(families.contains(family), family);
    }
  }

  @Test
  void sheetHoldsTheKeyboardAndGivesItBack() {
    List<String> closed = new ArrayList<>();
    Button ok = new Button("OK");
    TextField field = new TextField();
    Sheet sheet =
        fx(() -> {
          below.requestFocus();
          Sheet made =
              new Sheet("Rename", "What it is called", () -> closed.add("closed"))
                  .body(field)
                  .foot(List.of(), List.of(ok));
          made.open(scene);
          return made;
        });
    assertEquals(field, fx(scene::getFocusOwner));
    run(ok::requestFocus);
    press(scene, KeyCode.TAB);
    until("the keyboard is back at the first field", () -> field.equals(scene.getFocusOwner()));
    FxTest.Stage.picture(scene, "kit-sheet-light");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    FxTest.Stage.picture(scene, "kit-sheet-dark");
    assertTrue(fx(() -> Look.isDark(scene)));
    press(scene, KeyCode.ESCAPE);
    assertFalse(fx(sheet::isOpen));
    assertEquals(List.of("closed"), closed);
    assertEquals(below, fx(scene::getFocusOwner));
  }

  @Test
  void popoverStaysInsideTheWindowAndEscapeClosesIt() {
    Popover popover =
        fx(() -> {
          chip.requestFocus();
          Popover made = new Popover("Section", new TextField("Opinion"), () -> {});
          made.show(chip);
          return made;
        });
    pulse();
    FxTest.Stage.picture(scene, "kit-popover");
    press(scene, KeyCode.ESCAPE);
    assertFalse(fx(popover::isOpen));
    assertEquals(chip, fx(scene::getFocusOwner));
  }

  @Test
  void toastOffersAWayBack() {
    List<String> ran = new ArrayList<>();
    run(() -> Toasts.offer(scene, "“Ferry” was deleted.", "Undo", () -> ran.add("undo")));
    pulse();
    FxTest.Stage.picture(scene, "kit-toast");
    run(() -> ((Button) scene.getRoot().lookup(".toast .button")).fire());
    assertEquals(List.of("undo"), ran);
    assertEquals(null, fx(() -> scene.getRoot().lookup(".toast")));
  }

  @Test
  void watchdogBitesWhoHoldsTheThread() {
    Watchdog dog = new Watchdog(fx(() -> Thread.currentThread().threadId()));
    FxTest.Stage.unwatched(() -> spin(20));
    pulse();
    boolean bitten = false;
    for (int i = 0; i < 5 && !bitten; i++) {
      dog.start();
      FxTest.Stage.unwatched(() -> spin(300));
      bitten = dog.stop().isPresent();
    }
    assertTrue(bitten);
    dog.start();
    pulse();
    assertEquals(Optional.empty(), dog.stop());
  }

  /** Works for so many milliseconds of the thread's own time. */
  private static double spin(long millis) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + millis * 1_000_000;
    double sum = 0;
    while (threads.getCurrentThreadCpuTime() < end) {
      sum += Math.sqrt(sum + 1);
    }
    return sum;
  }
}
