package galley.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BlockDiffTest {
  @Test
  void oneChangedBlockIsOneEdit() {
    assertEquals(
        List.of(new BlockEdit(1, 1, List.of("B"))),
        BlockDiff.between(List.of("a", "b", "c"), List.of("a", "B", "c")));
  }

  @Test
  void equalPagesNeedNoEdit() {
    assertEquals(List.of(), BlockDiff.between(List.of("a", "a"), List.of("a", "a")));
    assertEquals(List.of(), BlockDiff.between(List.of(), List.of()));
  }

  @Test
  void changesFarApartStayApart() {
    List<String> before = numbered(100);
    List<String> after = new ArrayList<>(before);
    after.set(3, "x");
    after.remove(50);
    after.add(80, "y");
    assertEquals(
        List.of(
            new BlockEdit(3, 1, List.of("x")),
            new BlockEdit(50, 1, List.of()),
            new BlockEdit(81, 0, List.of("y"))),
        BlockDiff.between(before, after));
  }

  @Test
  void replacingAWordEverywhereTouchesOnlyBlocksThatHaveIt() {
    List<String> before = numbered(1000);
    List<String> after =
        before.stream().map(html -> html.endsWith("7") ? html + "!" : html).toList();
    List<BlockEdit> edits = BlockDiff.between(before, after);
    assertEquals(100, edits.size());
    assertTrue(edits.stream().allMatch(edit -> edit.removed() == 1));
  }

  @Test
  void editsTurnAnyPageIntoAnyOther() {
    Random random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      List<String> before = page(random);
      List<String> after = random.nextBoolean() ? page(random) : changed(before, random);
      List<String> patched = new ArrayList<>(before);
      for (BlockEdit edit : BlockDiff.between(before, after).reversed()) {
        patched.subList(edit.at(), edit.at() + edit.removed()).clear();
        patched.addAll(edit.at(), edit.inserted());
      }
      assertEquals(after, patched, "round " + round);
    }
  }

  private static List<String> numbered(int count) {
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add("block " + i);
    }
    return blocks;
  }

  private static List<String> page(Random random) {
    List<String> blocks = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      blocks.add("b" + random.nextInt(12));
    }
    return blocks;
  }

  private static List<String> changed(List<String> before, Random random) {
    List<String> after = new ArrayList<>(before);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(after.size() + 1);
      if (random.nextBoolean() && at < after.size()) {
        after.remove(at);
      } else {
        after.add(at, "n" + random.nextInt(5));
      }
    }
    return after;
  }
}
