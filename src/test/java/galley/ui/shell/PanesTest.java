package galley.ui.shell;

import static galley.ui.kit.FxTest.Stage.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ui.kit.FxTest;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FxTest
final class PanesTest {
  @ParameterizedTest
  @CsvSource({
    "1440, true, true, 272 668 500",
    "1440, false, true, 0 940 500",
    "1440, true, false, 272 1168 0",
    "1024, true, true, 220 420 384",
    "860, true, true, 0 420 440",
    "700, true, true, 190 510 0",
    "560, true, true, 0 560 0"
  })
  void roomIsGivenToWhatMattersMost(double width, boolean left, boolean right, String expected) {
    assertEquals(
        expected,
        fx(() -> {
          List<Region> parts = List.of(new Region(), new Region(), new Region());
          Panes panes = new Panes(parts.get(0), parts.get(1), parts.get(2), () -> {});
          panes.least(new Panes.Least(190, 420, 300));
          panes.widths(272, 500);
          panes.wants(left, right);
          panes.resize(width, 600);
          panes.layout();
          StringBuilder widths = new StringBuilder();
          for (Region part : parts) {
            widths.append(part.isVisible() ? Math.round(part.getWidth()) : 0).append(' ');
          }
          return widths.toString().strip();
        }));
  }
}
