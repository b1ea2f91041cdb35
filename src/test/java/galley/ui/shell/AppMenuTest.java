package galley.ui.shell;

import static galley.ui.kit.FxTest.Stage.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ui.kit.FxTest;
import galley.ui.shell.Command.Group;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;

@FxTest
final class AppMenuTest {
  @Test
  void keysOfAMenuEndAtTheSameEdge() {
    Set<Double> widths =
        fx(() -> {
          Actions actions = new Actions();
          actions.add(Group.POST, "new", "New post", "Shortcut+N", () -> {});
          actions.add(Group.POST, "long", "A title that is much longer", "Shift+F3", () -> {});
          actions.add(Group.POST, "none", "Without keys", "", () -> {});
          MenuButton button = new MenuButton();
          AppMenu.fill(button, actions);
          return ((Menu) button.getItems().getFirst())
              .getItems().stream()
                  .map(item -> ((CustomMenuItem) item).getContent().prefWidth(-1))
                  .collect(Collectors.toSet());
        });
    assertEquals(1, widths.size(), widths.toString());
  }
}
