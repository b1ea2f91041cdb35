package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.desk.SaveState;
import galley.ui.kit.FxTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The window for those who use it by keyboard, and for those who hear it. */
@FxTest
final class AccessibleTest {
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private Scene scene;
  private Wiring wiring;

  @BeforeEach
  void openTheSample() {
    run(() -> {
      Stage stage = new Stage();
      wiring = new Wiring(stage, folder, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until(
        "the sample is open",
        () ->
            wiring
                .model()
                .flatMap(model -> model.open().state().get())
                .filter(state -> state.kind() == SaveState.Kind.SAVED)
                .isPresent());
    pulse();
  }

  @AfterEach
  void closeIt() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  @Test
  void everythingThatTakesTheKeyboardHasAName() {
    assertEquals(Set.of(), nameless("the window"));
    for (String command :
        List.of(
            "outline",
            "history",
            "review",
            "comment",
            "settings",
            "sites",
            "export",
            "palette",
            "keep",
            "find",
            "replace")) {
      run(() -> wiring.view().orElseThrow().actions().find(command).orElseThrow().run().run());
      pulse();
      pulse();
      assertEquals(Set.of(), nameless(command));
      press(scene, KeyCode.ESCAPE);
      pulse();
    }
    for (Node chip : fx(() -> List.copyOf(scene.getRoot().lookupAll(".chip")))) {
      run(() -> ((Button) chip).fire());
      pulse();
      assertEquals(Set.of(), nameless(fx(chip::getAccessibleText)));
      press(scene, KeyCode.ESCAPE);
      pulse();
    }
  }

  @Test
  void tabGoesFromLeftToRightThroughTheWindow() {
    run(() -> scene.getRoot().lookup(".library-search").requestFocus());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String part = fx(this::part);
      if (parts.isEmpty() || !parts.getLast().equals(part)) {
        parts.add(part);
      }
      if (part.equals("text")) {
        press(scene, KeyCode.F6); // Tab belongs to the text there
      } else {
        press(scene, KeyCode.TAB);
      }
      if (parts.size() > 4) {
        break;
      }
    }
    assertEquals(List.of("library", "divider", "head", "text", "right"), parts);
  }

  private String part() {
    for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
      for (String style : at.getStyleClass()) {
        switch (style) {
          case "library" -> {
            return "library";
          }
          case "manuscript-head" -> {
            return "head";
          }
          case "manuscript" -> {
            return "text";
          }
          case "right-pane" -> {
            return "right";
          }
          case "grip" -> {
            return "divider";
          }
          default -> {}
        }
      }
    }
    return String.valueOf(scene.getFocusOwner());
  }

  private Set<String> nameless(String where) {
    return fx(() -> {
      Set<String> found = new TreeSet<>();
      collect(scene.getRoot(), found, where);
      return found;
    });
  }

  private static void collect(Node node, Set<String> found, String where) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !isNamed(node)) {
      found.add(where + ": " + node.getClass().getSimpleName() + " " + node.getStyleClass());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found, where));
    }
  }

  private static boolean isNamed(Node node) {
    String name = node.getAccessibleText();
    if (name != null && !name.isBlank()) {
      return true;
    }
    return node instanceof Labeled labeled
        && !(node instanceof TextInputControl)
        && !labeled.getText().isBlank();
  }
}
