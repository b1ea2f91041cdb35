package galley.markdown.bench;

import galley.markdown.LineKinds;
import galley.markdown.Markdown;
import galley.markdown.Marks;
import galley.markdown.PictureHtml;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a body takes to read and to write as HTML, beside the bare parser in the same run. */
@Tag("bench")
final class ReadingBench {
  private static final String PARAGRAPH =
      """
      ## The ferry that never sailed

      Every morning at *six* the ferry left the island with [schoolchildren](https://a.example), \
      crates of fish and **the post**. It carried 10,900 people a year, says the county's report, \
      and cost `£1.2m`, which is less than the road it replaced.

      - one item with words
      - another item with *more* words

      > A long quotation from somebody who was there and saw it leave for the last time.

      """;

  @Test
  void readsAndWrites() {
    for (int words : new int[] {1_000, 10_000, 200_000}) {
      String body = PARAGRAPH.repeat(words / 75);
      int rounds = Math.max(5, 400_000 / words);
      Parser parser = Parser.builder().build();
      HtmlRenderer renderer = HtmlRenderer.builder().build();
      double[] times =
          times(
              rounds,
              () -> renderer.render(parser.parse(body)).length(),
              () -> Markdown.parse(body).render(PictureHtml.plain()).size(),
              () -> Markdown.parse(body).words());
      System.out.printf(
          Locale.ROOT,
          "%,d words: bare parser %.2f ms, ours %.2f ms (x %.2f), reading alone %.2f ms%n",
          words,
          times[0],
          times[1],
          times[1] / times[0],
          times[2]);
    }
  }

  @Test
  void marksALine() {
    String sentence =
        "Every morning at *six* the ferry left [the island](https://a.example) with **the post**. ";
    for (int length : new int[] {90, 500, 2_400, 10_000}) {
      String line = sentence.repeat(1 + length / sentence.length()).substring(0, length);
      LineKinds kinds = LineKinds.of(List.of(line));
      double[] times = times(2_000, () -> Marks.of(line, kinds.get(0)).size());
      System.out.printf(Locale.ROOT, "marks of %,d characters: %.3f ms%n", length, times[0]);
    }
  }

  /** The median of each task in milliseconds, the tasks taken in turn. */
  private static double[] times(int rounds, java.util.function.IntSupplier... tasks) {
    double[][] all = new double[tasks.length][rounds];
    int sum = 0;
    for (int round = -rounds; round < rounds; round++) {
      for (int task = 0; task < tasks.length; task++) {
        long start = System.nanoTime();
        sum += tasks[task].getAsInt();
        if (round >= 0) {
          all[task][round] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    if (sum == 42) {
      System.out.println(); // so that no work is left out
    }
    double[] medians = new double[tasks.length];
    for (int task = 0; task < tasks.length; task++) {
      Arrays.sort(all[task]);
      medians[task] = all[task][rounds / 2];
    }
    return medians;
  }
}
