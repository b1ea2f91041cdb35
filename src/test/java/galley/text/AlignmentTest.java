package galley.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlignmentTest {
  @Test
  void pairsTheWordsOfTwoTexts() {
    assertEquals("The ferry .", kept("The old ferry sails.", "The ferry leaves early."));
    assertEquals("", kept("", "all new"));
    assertEquals("", kept("all old", ""));
  }

  @Test
  void knowsAWordHoweverItIsWritten() {
    assertEquals("don't \" a - b \" café", kept("don't \"a -- b\" café", "don’t “a—b” cafe\u0301"));
    assertEquals("one two", kept("one\ntwo", "one \r\n two"));
  }

  @Test
  void knowsAWordThatWasRespelt() {
    assertEquals("They recieve it", kept("They recieve it", "They receive it"));
    assertEquals("They it", kept("They cut it", "They moved it"));
  }

  @Test
  void followsWhatWasMoved() {
    String a = "Every morning at six the ferry left the island.";
    String b = "Nobody had asked for it and nobody was sorry to see it go in the end.";
    assertEquals(kept(a + b, a + b), kept(a + " " + b, b + " " + a));
  }

  @Test
  void everyWordIsPairedOnceAndWithItsLike() {
    Random random = new Random(61);
    String[] pool = {
      "the", "ferry", "it's", "it’s", "—", "-", "\n", "\n\n", " ", ".", "😀", "日", "a"
    };
    for (int round = 0; round < 3_000; round++) {
      String before = text(random, pool);
      String after = random.nextBoolean() ? text(random, pool) : before + text(random, pool);
      Alignment alignment = Alignment.of(before, after);
      Set<Span> taken = new HashSet<>();
      int end = 0;
      for (int i = 0; i < alignment.size(); i++) {
        Span word = alignment.before(i);
        assertTrue(word.start() >= end && !word.isEmpty());
        assertTrue(before.substring(end, word.start()).isBlank());
        assertEquals(i, alignment.firstAfter(word.start()));
        end = word.end();
        if (alignment.isKept(i)) {
          assertTrue(taken.add(alignment.after(i)), before + "→" + after);
        }
      }
      assertTrue(before.substring(end).isBlank());
      if (before.equals(after)) {
        assertEquals(alignment.size(), taken.size());
      }
    }
  }

  @Test
  void findsWhatIsLikeAStretchThatIsGone() {
    Alignment alignment =
        Alignment.of(
            "green bottles stood on a mossy wall",
            "nothing here but seven wall hangings and a mossy bottles green tree");
    assertTrue(alignment.lookalike(new Span(0, 35)).map(found -> found.score() < 0.8).orElse(true));
  }

  private static String kept(String before, String after) {
    Alignment alignment = Alignment.of(before, after);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < alignment.size(); i++) {
      if (alignment.isKept(i)) {
        String key = Tokens.loose(before).key(i);
        kept.append(kept.isEmpty() ? "" : " ").append(key);
      }
    }
    return kept.toString();
  }

  private static String text(Random random, String[] pool) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(pool[random.nextInt(pool.length)]).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }
}
