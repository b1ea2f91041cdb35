package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.export.Theme;
import galley.markdown.Markdown;
import galley.post.Post;
import galley.text.Words;
import galley.ui.kit.FxTest;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a change takes to reach the page, for short and very long texts. Prints, never fails.
 */
@FxTest
@Tag("bench")
final class PreviewBench {
  private static final int ROUNDS = 60;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000, 30_000, 200_000})
  void aChangedParagraph(int words) {
    String text = text(words);
    int middle = text.indexOf("\n\n", text.length() / 2) + 2;
    var pages = Pages.at(Theme.opinion(), "galley://bench/");
    PageDom[] dom = new PageDom[1];
    unwatched(() -> {
      WebView web = new WebView();
      Stage stage = new Stage();
      stage.setScene(new Scene(new StackPane(web), 500, 800));
      stage.setX(0);
      stage.setY(0);
      stage.show();
      web.setZoom(500 / 768.0);
      PageEvents events = new PageEvents(link -> {}, note -> {}, y -> {}, () -> {});
      dom[0] = new PageDom(web.getEngine(), events, () -> {});
      return true;
    });
    Post post = PreviewWindow.post("A headline", text);
    PageSheet first = pages.apply(post, Markdown.parse(text));
    long opened = System.nanoTime();
    unwatched(() -> {
      dom[0].show(first, null, List.of(), false);
      return true;
    });
    until("the page is whole", () -> dom[0].complete().isPresent());
    long open = System.nanoTime() - opened;
    unwatched(() -> {
      dom[0].scrollTo(Markdown.parse(text).lines().lineOf(middle) - 3.0);
      return true;
    });
    long[] made = new long[ROUNDS];
    long[] patched = new long[ROUNDS];
    long[] synced = new long[ROUNDS];
    PageSheet last = first;
    for (int i = 0; i < ROUNDS; i++) {
      String changed = text.substring(0, middle) + "New " + i + " " + text.substring(middle);
      long start = System.nanoTime();
      PageSheet base = last;
      PageSheet next =
          pages.apply(PreviewWindow.post("A headline", changed), Markdown.parse(changed));
      List<BlockEdit> edits = BlockDiff.between(base.html(), next.html());
      made[i] = System.nanoTime() - start;
      patched[i] = unwatched(() -> time(() -> dom[0].show(next, base, edits, true)));
      double line = i % 2;
      synced[i] = unwatched(() -> time(() -> dom[0].scrollTo(dom[0].topLine() + line)));
      last = next;
      pulse();
    }
    System.out.printf(
        "preview, %,d words: open %d ms; parse + render + compare %.1f / %.1f ms; patch %.2f /"
            + " %.2f ms on the UI thread; scroll by line %.2f ms (median / p95)%n",
        Words.count(text),
        open / 1_000_000,
        at(made, 50),
        at(made, 95),
        at(patched, 50),
        at(patched, 95),
        at(synced, 50));
  }

  private static long time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static double at(long[] times, int percent) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
  }

  private static String text(int words) {
    StringBuilder body = new StringBuilder();
    String part = ScrollSyncTest.longText();
    while (Words.count(body) < words) {
      body.append(part).append('\n');
    }
    int end = (int) ((long) body.length() * words / Words.count(body));
    int stop = body.indexOf("\n\n", Math.min(end, body.length() - 1));
    return body.substring(0, stop < 0 ? body.length() : stop + 2);
  }
}
