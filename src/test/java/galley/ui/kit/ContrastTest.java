package galley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.asset.Assets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written can be read on what it stands on, in light and dark (WCAG 2.2, 1.4.3). */
final class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("(-g-[a-z-]+): (#[0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "ink, paper desk side sel select card note ins del",
    "soft, paper desk side sel select card",
    "markup, paper select",
    "faint, paper desk side sel card",
    "accent, paper desk side card",
    "ok, paper desk side ins",
    "warn, paper desk side",
    "bad, paper desk side del",
    "info, paper desk side select",
    "accent-ink, accent",
    "paper, ink ok warn bad",
  })
  void wordsCanBeReadOnEveryGroundTheyStandOn(String ink, String grounds) {
    String sheet = sheet();
    int dark = sheet.indexOf("@media (prefers-color-scheme: dark)");
    Map<String, Color> light = colours(sheet.substring(0, dark));
    Map<String, Color> night = new HashMap<>(light);
    night.putAll(colours(sheet.substring(dark)));
    for (String ground : grounds.split(" ")) {
      check("light", light, ink, ground);
      check("dark", night, ink, ground);
    }
  }

  private static void check(String look, Map<String, Color> colours, String ink, String ground) {
    double one = luminance(colours.get("-g-" + ink));
    double two = luminance(colours.get("-g-" + ground));
    double contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    assertTrue(contrast >= 4.5, "%s: %s on %s is %.2f".formatted(look, ink, ground, contrast));
  }

  private static Map<String, Color> colours(String part) {
    Map<String, Color> colours = new HashMap<>();
    Matcher found = COLOUR.matcher(part);
    while (found.find()) {
      colours.putIfAbsent(found.group(1), Color.web(found.group(2)));
    }
    return colours;
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String sheet() {
    try (var in = Assets.url("css/galley.css").openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
