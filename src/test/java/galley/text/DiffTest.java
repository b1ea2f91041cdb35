package galley.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class DiffTest {
  @Test
  void tellsWordsThatCameWentAndChanged() {
    assertEquals(
        "The |-old |ferry |sails/leaves early|.",
        shown("The old ferry sails.", "The ferry leaves early."));
    assertEquals("+all new", shown("", "all new"));
    assertEquals("-all old", shown("all old", ""));
    assertEquals("same", shown("same", "same"));
    assertEquals("", shown("", ""));
  }

  @Test
  void readsAPhraseThatChangedAsOneChange() {
    assertEquals(
        "He saw |the red house/a blue barn|.",
        shown("He saw the red house.", "He saw a blue barn."));
  }

  @Test
  void keepsChangesOfNeighbouringLinesApart() {
    assertEquals("one/1|\n|two/2", shown("one\ntwo", "1\n2"));
  }

  @Test
  void countsWords() {
    assertEquals(
        new Diff.Counts(2, 2), Diff.count("The old ferry sails.", "The ferry leaves early."));
    assertEquals(new Diff.Counts(0, 0), Diff.count("don't", "don't"));
    assertEquals(new Diff.Counts(1, 1), Diff.count("don't", "do"));
  }

  @Test
  void makesEitherTextOutOfTheOther() {
    Random random = new Random(20261123);
    for (int round = 0; round < 3000; round++) {
      String before = text(random, random.nextInt(60));
      String after =
          random.nextBoolean() ? text(random, random.nextInt(60)) : edited(random, before);
      check(before, after);
    }
  }

  @Test
  void neverKeepsMoreThanTheTextsShare() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String before = letters(random);
      String after = letters(random);
      int same =
          Diff.words(before, after).stream()
              .filter(change -> change.kind() == Diff.Kind.SAME)
              .mapToInt(change -> change.before().length())
              .sum();
      assertTrue(same <= longest(before, after), before + " and " + after);
    }
  }

  @Test
  void endsSoonWhateverTheTexts() {
    String many =
        IntStream.range(0, 200_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    String others =
        IntStream.range(0, 200_000).mapToObj(i -> "v" + i).collect(Collectors.joining(" "));
    String few =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "a" + i * 7919 % 13)
            .collect(Collectors.joining(" "));
    String fewer =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "a" + i * 104729 % 11)
            .collect(Collectors.joining("\n"));
    String backwards =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "w" + (200_000 - i))
            .collect(Collectors.joining(" "));
    for (String before : List.of(many, few)) {
      for (String after : List.of(others, fewer, backwards)) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(before, after));
      }
    }
  }

  @Test
  void aWordIsNeverCutInTwo() {
    assertNotEquals(List.of(), Diff.words("naïve café", "naïve cafe"));
    assertEquals("naïve |café/cafe", shown("naïve café", "naïve cafe"));
    assertEquals("東/西|京", shown("東京", "西京"));
    assertEquals("👩‍👧 |a/b", shown("👩‍👧 a", "👩‍👧 b"));
  }

  private static void check(String before, String after) {
    int at = 0;
    int then = 0;
    Diff.Kind last = null;
    for (Diff.Change change : Diff.words(before, after)) {
      assertEquals(at, change.before().start());
      assertEquals(then, change.after().start());
      assertTrue(last == null || (last == Diff.Kind.SAME) != (change.kind() == Diff.Kind.SAME));
      assertEquals(
          change.kind() == Diff.Kind.SAME,
          change.before().of(before).equals(change.after().of(after)));
      assertEquals(change.kind() == Diff.Kind.ADDED, change.before().isEmpty());
      assertEquals(change.kind() == Diff.Kind.REMOVED, change.after().isEmpty());
      at = change.before().end();
      then = change.after().end();
      last = change.kind();
    }
    assertEquals(before.length(), at);
    assertEquals(after.length(), then);
  }

  private static String shown(String before, String after) {
    check(before, after);
    return Diff.words(before, after).stream()
        .map(change ->
            switch (change.kind()) {
              case SAME -> change.before().of(before);
              case ADDED -> "+" + change.after().of(after);
              case REMOVED -> "-" + change.before().of(before);
              case REPLACED -> change.before().of(before) + "/" + change.after().of(after);
            })
        .collect(Collectors.joining("|"));
  }

  private static String text(Random random, int words) {
    String[] pool = {
      "the", "ferry", "it's", "10,900", "—", "\n", "\n\n", "  ", "é", "😀", "日", "a", "b"
    };
    return IntStream.range(0, words)
        .mapToObj(_ -> pool[random.nextInt(pool.length)])
        .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
  }

  private static String edited(Random random, String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(out.length() + 1);
      int end = Math.min(out.length(), at + random.nextInt(8));
      out.replace(at, end, text(random, random.nextInt(3)));
    }
    return out.toString();
  }

  private static String letters(Random random) {
    return random
        .ints(random.nextInt(14), 0, 2)
        .mapToObj(i -> i == 0 ? "," : "!")
        .collect(Collectors.joining());
  }

  private static int longest(String a, String b) {
    int[][] best = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        best[i][j] =
            a.charAt(i - 1) == b.charAt(j - 1)
                ? best[i - 1][j - 1] + 1
                : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[a.length()][b.length()];
  }
}
