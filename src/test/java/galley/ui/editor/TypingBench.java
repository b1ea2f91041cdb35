package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.ui.kit.FxTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a key costs the JavaFX thread in processor time: event, styles, layout of the editor;
 * painting not included. {@code ./mvnw test -Pbench -Dtest=TypingBench}
 */
@FxTest
@Tag("bench")
final class TypingBench {
  private static final int KEYS = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String WORDS =
      "the ferry leaves at dawn and **nobody** on it is a customer ";

  @Test
  void typing() {
    try (EditorWindow window = new EditorWindow(700, 850)) {
      key(window, body(1_000));
      double[] small = key(window, body(1_000));
      double[] middle = key(window, body(10_000));
      double[] large = key(window, body(200_000));
      double[] line = key(window, "Start.\n\n" + WORDS.repeat(167).substring(0, 10_000));
      print("1,000 words", small, small);
      print("10,000 words", middle, small);
      print("200,000 words", large, small);
      print("one line of 10,000 characters", line, small);
    }
  }

  private static void print(String what, double[] now, double[] small) {
    System.out.printf(
        "%-32s key median %6.2f ms, p95 %6.2f, worst %6.2f; %.2f of the small one; opened in %.0f"
            + " ms%n",
        what, now[0], now[1], now[2], now[0] / small[0], now[3]);
  }

  private static String body(int words) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < words / 60; i++) {
      body.append(i % 8 == 0 ? "## Section " + i + "\n\n" : "")
          .append(WORDS.repeat(5))
          .append("\n\n");
    }
    return body.toString();
  }

  /** What this thread has worked, so that a busy machine is not taken for a slow editor. */
  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Types into the middle of a paragraph in the middle of the body. */
  private static double[] key(EditorWindow window, String body) {
    double opened =
        unwatched(() -> {
          long start = cpu();
          window.editor.open(EditorWindow.draft(body), PictureStore.none(), 0, -1);
          window.editor.node().applyCss();
          window.editor.node().layout();
          return (cpu() - start) / 1e6;
        });
    int line =
        fx(() -> {
          int number = window.editor.area().getParagraphs().size() / 2;
          while (window.editor.area().getParagraphLength(number) < 100) {
            number++;
          }
          return number;
        });
    unwatched(() -> {
      window.editor.goToLine(line);
      window.editor.area().moveTo(line, window.editor.area().getParagraphLength(line) / 2);
      return true;
    });
    pulse();
    double[] times = new double[KEYS];
    for (int i = 0; i < KEYS; i++) {
      String typed = "word ".substring(i % 5, i % 5 + 1);
      times[i] =
          unwatched(() -> {
            long start = cpu();
            Event.fireEvent(
                window.editor.area(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
            window.editor.node().applyCss();
            window.editor.node().layout();
            return (cpu() - start) / 1e6;
          });
    }
    Arrays.sort(times);
    return new double[] {times[KEYS / 2], times[KEYS * 95 / 100], times[KEYS - 1], opened};
  }
}
