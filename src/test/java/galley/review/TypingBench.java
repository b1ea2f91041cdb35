package galley.review;

import galley.post.Placement;
import galley.text.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a key costs where many anchors move along. */
@Tag("bench")
final class TypingBench {
  @Test
  void typesAmongAnchors() {
    for (int words : new int[] {1_000, 10_000, 200_000}) {
      for (int anchors : new int[] {0, 500, 2_000}) {
        type(words, anchors);
      }
    }
  }

  private static void type(int words, int count) {
    StringBuilder text = new StringBuilder("ferry ".repeat(words));
    Random random = new Random(1);
    Map<UUID, Placement> places = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int start = random.nextInt(text.length() - 60);
      Span span = new Span(start, start + random.nextInt(60));
      places.put(new UUID(0, i), new Placement(Placement.State.LIVE, span));
    }
    LiveAnchors anchors = new LiveAnchors(text.toString(), places);
    long[] times = new long[12_000];
    int caret = text.length() / 2;
    for (int i = 0; i < times.length; i++) {
      boolean back = i % 7 == 6;
      if (i % 500 == 0) {
        caret = random.nextInt(text.length() - 1) + 1;
      }
      String removed = back ? text.substring(caret - 1, caret) : "";
      String inserted = back ? "" : "abcdefghij ".substring(i % 11, i % 11 + 1);
      caret -= removed.length();
      text.replace(caret, caret + removed.length(), inserted);
      long begin = System.nanoTime();
      anchors.replaced(caret, removed, inserted);
      times[i] = System.nanoTime() - begin;
      caret += inserted.length();
    }
    Arrays.sort(times, 2_000, times.length);
    System.out.printf(
        Locale.ROOT,
        "%,d words, %,d anchors: a key %.3f ms (median), %.3f ms (99 %%), %.3f ms (slowest)%n",
        words,
        count,
        times[7_000] / 1e6,
        times[11_900] / 1e6,
        times[11_999] / 1e6);
  }
}
