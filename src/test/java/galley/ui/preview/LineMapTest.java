package galley.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.ui.preview.PageSheet.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineMapTest {
  private static final LineMap MAP =
      new LineMap(
          List.of(
              new Block("<header>", -1, -1),
              new Block("<p>", 0, 0),
              new Block("<table>", 2, 5),
              new Block("<section>", -1, -1)));

  @Test
  void theHeaderStandsForTheLinesAboveTheBody() {
    assertEquals(new Place(0, 0), MAP.place(-1));
    assertEquals(new Place(0, 0.5), MAP.place(-0.5));
    assertEquals(new Place(1, 0), MAP.place(0));
    assertEquals(-1, MAP.line(new Place(0, 0)));
  }

  @Test
  void linesInsideABlockDivideItsHeight() {
    assertEquals(new Place(2, 0.25), MAP.place(3));
    assertEquals(4, MAP.line(new Place(2, 0.5)));
  }

  @Test
  void blankLinesStandForTheSpaceBetween() {
    assertEquals(new Place(1, 1.5), MAP.place(1.5));
    assertEquals(1.5, MAP.line(new Place(1, 1.5)));
  }

  @Test
  void whatFollowsTheBodyStandsAtItsEnd() {
    assertEquals(6, MAP.line(new Place(3, 0.5)));
    assertEquals(new Place(2, 1), MAP.place(40));
  }

  @Test
  void aPageWithoutLinesStillAnswers() {
    LineMap empty = new LineMap(List.of(new Block("", -1, -1)));
    assertEquals(0, empty.place(3).block());
    assertEquals(-1, empty.line(new Place(0, 0)));
    assertEquals(0, new LineMap(List.of()).place(2).block());
  }

  @Test
  void oneWayUndoesTheOther() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      List<Block> page = new ArrayList<>(List.of(new Block("", -1, -1)));
      int line = random.nextInt(2);
      for (int i = random.nextInt(30) + 1; i > 0; i--) {
        int lines = 1 + random.nextInt(6);
        page.add(new Block("", line, line + lines - 1));
        line += lines + random.nextInt(3);
      }
      LineMap map = new LineMap(page);
      double last = -2;
      for (double at = -1; at < page.getLast().lastLine() + 1; at += 0.37) {
        double back = map.line(map.place(at));
        assertEquals(at, back, 1e-6);
        assertTrue(back > last);
        last = back;
      }
    }
  }
}
