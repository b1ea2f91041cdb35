package galley.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import galley.ui.kit.InkFlow.Ink;
import galley.ui.kit.InkFlow.Piece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiffLineTest {
  @Test
  void aReplacedWordIsStruckAndTheNewOneFollows() {
    List<Piece> pieces = DiffLine.between("ride to work", "ride to school").getFirst().pieces();
    assertEquals(
        List.of(
            new Piece(Ink.SAME, "ride to "),
            new Piece(Ink.REMOVED, "work"),
            new Piece(Ink.ADDED, "school")),
        pieces);
  }

  @Test
  void eachParagraphIsALineAndBlankOnesAreLeftOut() {
    assertEquals(2, DiffLine.between("one\n\ntwo\n", "one\n\ntwo\n").size());
    assertEquals(3, DiffLine.between("one\r\n\r\ntwo", "one\r\n\r\nthree\r\n\r\ntwo").size());
  }

  @Test
  void longUnchangedStretchesAreFolded() {
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      before.append("Paragraph ").append(i).append(" has words.\n\n");
    }
    String after = before.toString().replace("Paragraph 10 ", "Chapter 10 ");
    List<DiffRow> rows = DiffRow.of(DiffLine.between(before.toString(), after));
    assertEquals(5, rows.size());
    assertEquals(9, assertInstanceOf(DiffRow.Folded.class, rows.get(0)).lines().size());
    assertEquals(18, assertInstanceOf(DiffRow.Folded.class, rows.get(4)).lines().size());
  }

  @Test
  void nothingIsLostByFolding() {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      before.append("Line ").append(i).append(" here.\n");
      after.append(i % 9 == 4 ? "New " : "Line ").append(i).append(" here.\n");
    }
    List<DiffLine> lines = DiffLine.between(before.toString(), after.toString());
    List<DiffLine> unfolded = new ArrayList<>();
    for (DiffRow row : DiffRow.of(lines)) {
      switch (row) {
        case DiffRow.Words words -> unfolded.add(words.line());
        case DiffRow.Folded folded -> unfolded.addAll(folded.lines());
      }
    }
    assertEquals(lines, unfolded);
  }
}
