package galley.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class GraphemesTest {
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final int[] RANGES = {
    0x00, 0x7F, 0x20, 0x7E, 0xA0, 0x36F, 0x370, 0x5FF, 0x600, 0x6FF, 0x900, 0x9FF, 0xD00, 0xD4F,
    0xE00, 0xEFF, 0x1100, 0x11FF, 0x200B, 0x2030, 0x2190, 0x21FF, 0x2600, 0x27BF, 0x3000, 0x30FF,
    0x4E00, 0x4E20, 0xAC00, 0xAC40, 0xFE00, 0xFE0F, 0xFF90, 0xFFA0, 0x1F1E6, 0x1F1FF, 0x1F300,
    0x1F64F, 0x200D, 0x200D, 0xD800, 0xD80F
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    int range = 0;
    for (int i = 0; i < length; i++) {
      if (random.nextInt(3) == 0) {
        range = random.nextInt(RANGES.length / 2) * 2;
      }
      int from = RANGES[range];
      text.appendCodePoint(from + random.nextInt(RANGES[range + 1] - from + 1));
    }
    return text.toString();
  }

  private static List<Integer> boundaries(String text) {
    List<Integer> boundaries = new ArrayList<>(List.of(0));
    Matcher clusters = CLUSTER.matcher(text);
    while (clusters.find()) {
      boundaries.add(clusters.end());
    }
    return boundaries;
  }

  @RepeatedTest(20)
  void breaksWhereTheStandardDoes(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 300; i++) {
      String text = text(random);
      List<Integer> wanted = boundaries(text);
      BreakIterator iterator = new Graphemes.Near();
      iterator.setText(text);
      List<Integer> forwards = new ArrayList<>();
      for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
        forwards.add(at);
      }
      assertEquals(wanted, forwards);
      List<Integer> backwards = new ArrayList<>();
      for (int at = iterator.last(); at != BreakIterator.DONE; at = iterator.previous()) {
        backwards.addFirst(at);
      }
      assertEquals(wanted, backwards);
      for (int offset = 0; offset <= text.length(); offset++) {
        int here = offset;
        assertEquals(wanted.contains(offset), iterator.isBoundary(offset));
        assertEquals(
            wanted.stream().filter(at -> at > here).findFirst().orElse(BreakIterator.DONE),
            iterator.following(offset));
        assertEquals(
            wanted.stream().filter(at -> at < here).reduce((a, b) -> b).orElse(BreakIterator.DONE),
            iterator.preceding(offset));
      }
    }
  }

  @Test
  void countsFromTheStartOfAPartOfAText() {
    BreakIterator iterator = new Graphemes.Near();
    iterator.setText(new StringCharacterIterator("abcde\u0301f", 2, 7, 2));
    assertEquals(2, iterator.first());
    assertEquals(3, iterator.next());
    assertEquals(6, iterator.following(4));
    assertEquals(7, iterator.last());
  }

  @Test
  void isWhatThePlatformUses() {
    assertInstanceOf(Graphemes.Near.class, BreakIterator.getCharacterInstance());
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText("two words");
    assertEquals(3, words.next());
  }
}
