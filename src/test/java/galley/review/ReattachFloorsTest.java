package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How well anchors hold through nine kinds of edits made elsewhere. The truth is known, for every
 * character keeps its identity through the edits; half of the anchors stand where something was
 * edited. Right is a place that shares four fifths with the true one; there are the words of which
 * half or more stand together still, gone are those of which less than a tenth is left.
 */
final class ReattachFloorsTest {
  @Test
  void holdsInThePostsOfTheCorpus() throws IOException {
    List<String> texts = Trials.corpus();
    if (!texts.isEmpty()) { // the corpus does not travel with the program
      holds(Trials.table(texts, 12, Trials::ours));
    }
  }

  @Test
  void holdsInTextsThatNobodyTunedTo() throws IOException {
    holds(Trials.table(Trials.own(), 32, Trials::ours));
  }

  private static void holds(Table table) {
    String shown = table.shown("ours") + table.byKind();
    assertEquals(Mutation.values().length, table.kinds());
    assertTrue(table.all() >= 5_000, shown);
    assertTrue(table.right() >= 99, shown);
    assertTrue(table.wrong() <= 0.1, shown);
    assertTrue(table.goneYetPlaced() <= 1.5, shown);
  }
}
