package galley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.SmallJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What JavaFX draws while a person types. A frame that is drawn though nothing is marked as changed
 * draws the whole window, and takes as long as several keys; it comes about where something changes
 * a style amid a layout. A key that is drawn twice is seen late.
 */
final class PaintsTest {
  private static final String WORDS =
      "The quick brown fox jumps over\nthe lazy dog, and goes on until it is evening.\nAnd so on.";
  // A new line at the foot of the view scrolls the text, which makes a fresh row amid the layout.
  private static final long NEW_LINES = WORDS.lines().count() - 1;
  private static final Pattern PULSE = Pattern.compile("(?m)^PULSE: \\d+ ");
  private static final Pattern DIRTY =
      Pattern.compile("minX:([-\\d.]+), minY:([-\\d.]+), maxX:([-\\d.]+), maxY:([-\\d.]+)");

  private static final int STATUS = 870; // below it is the line about the text

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aLetterIsDrawnOnceAndNeverTheWholeWindow() throws IOException, InterruptedException {
    Path scratch = folder.resolve("process");
    Process window =
        new SmallJvm(scratch)
            .start(
                TypingWindow.class,
                List.of(
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "-Djavafx.pulseLogger=true",
                    "-Djavafx.pulseLogger.threshold=0"),
                folder.resolve("library").toString(),
                WORDS);
    assertTrue(window.waitFor(100, TimeUnit.SECONDS));
    String log = Files.readString(scratch.resolve("complaints.txt"));
    assertEquals(0, window.exitValue(), log.substring(Math.max(0, log.length() - 4000)));
    Matcher begin = Pattern.compile(TypingWindow.BEGIN + " in (\\d+)-(\\d+)").matcher(log);
    assertTrue(begin.find());
    double left = Double.parseDouble(begin.group(1));
    double right = Double.parseDouble(begin.group(2));
    List<String> paints =
        PULSE
            .splitAsStream(log.substring(begin.end(), log.indexOf(TypingWindow.END)))
            .filter(pulse -> pulse.contains("Painting"))
            .toList();
    long text = paints.stream().filter(pulse -> isWithin(pulse, left, right)).count();
    System.out.printf(
        "%d keys: %d frames with text, %d in all%n", WORDS.length(), text, paints.size());
    assertTrue(text > WORDS.length() / 2, "so few frames can't be all: " + text);
    assertTrue(text <= WORDS.length() * 1.1, "frames with text: " + text);
    // The preview, the post's card and the line about the text follow by the clock, not by the key.
    assertTrue(paints.size() <= WORDS.length() * 3, "frames: " + paints.size());
    long whole = paints.stream().filter(pulse -> !pulse.contains("Dirty Region")).count();
    assertTrue(whole <= NEW_LINES, "so often was the whole window drawn: " + whole);
  }

  /** Whether something between these sides was drawn. */
  private static boolean isWithin(String pulse, double left, double right) {
    return DIRTY
        .matcher(pulse)
        .results()
        .anyMatch(
            at -> side(at, 1) >= left - 1 && side(at, 3) <= right + 1 && side(at, 2) < STATUS);
  }

  private static double side(MatchResult region, int side) {
    return Double.parseDouble(region.group(side));
  }
}
