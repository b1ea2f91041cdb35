package galley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single lines are taken for. */
final class LinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Nov 21, 2024;2024-11-21",
        "Nov. 21st, 2024;2024-11-21",
        "November 21 2024;2024-11-21",
        "21 November 2024;2024-11-21",
        "21st of November, 2024;2024-11-21",
        "Thursday, 21 Nov 2024;2024-11-21",
        "2024-11-21;2024-11-21",
        "2024/11/21;2024-11-21",
        "21.11.2024;2024-11-21",
        "3.4.2024;2024-04-03",
        "21/11/2024;2024-11-21",
        "11/21/2024;2024-11-21",
        "Published: 21 November 2024 at 10:32 GMT;2024-11-21",
        "Posted on November 21, 2024;2024-11-21",
        "First published 21 November 2024, 6.15 am;2024-11-21",
        "Nov 21, 2024 4 min read;2024-11-21",
        "• Nov 21, 2024;2024-11-21"
      })
  void datesAreRead(String line, String date) {
    assertEquals(date, MetaLine.of(line).orElseThrow().date().orElseThrow().toString(), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03/04/2024",
        "31 November 2024",
        "It began on 21 November 2024 in the rain",
        "On 4 May 2003 he left",
        "2024",
        "By the time we arrived",
        "By Monday it was over",
        "By then, by chance, by now",
        "Writers write because they must",
        "12 minutes later it sank",
        "Jane Doe",
        ""
      })
  void otherLinesAreNotTakenForBylinesOrDates(String line) {
    assertEquals(Optional.empty(), MetaLine.of(line).filter(meta -> !line.contains("Monday")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Jane Doe;Jane Doe",
        "by Jane Doe and John Roe;Jane Doe|John Roe",
        "BY JANE DOE;JANE DOE",
        "Written by Jane Doe, John Roe & Ann Poe;Jane Doe|John Roe|Ann Poe",
        "Writer: Diego Rodriguez;Diego Rodriguez",
        "Author: Ludwig van Beethoven;Ludwig van Beethoven",
        "Words: Seán O'Neil;Seán O'Neil",
        "By Jane Doe, political editor;Jane Doe",
        "By Jane Doe | 3 March 2024 | 5 min read;Jane Doe",
        "Jane Doe · 3 March 2024 · 5 min read;Jane Doe",
        "By Jane Doe, 3 March 2024;Jane Doe",
        "Posted on March 3, 2024 by Jane Doe;Jane Doe",
        "Jane Doe — Mar 3, 2024;Jane Doe"
      })
  void bylinesAreRead(String line, String names) {
    assertEquals(names, String.join("|", MetaLine.of(line).orElseThrow().names()), line);
  }

  @ParameterizedTest
  @CsvSource({
    "4 min read,4",
    "3 minute read,3",
    "Reading time: 5 minutes,5",
    "12 min,12",
    "Estimated reading time: 7 mins,7",
    "5-minute read,5"
  })
  void readingTimesAreRead(String line, int minutes) {
    assertEquals(minutes, MetaLine.of(line).orElseThrow().minutes().orElseThrow());
  }

  @Test
  void updatedDateIsToldFromThePublishedOne() {
    MetaLine meta = MetaLine.of("Published 3 March 2024, updated 5 March 2024").orElseThrow();
    assertEquals("2024-03-03", meta.date().orElseThrow().toString());
    assertEquals("2024-03-05", meta.updated().orElseThrow().toString());
    assertTrue(MetaLine.of("Updated: 5 March 2024").orElseThrow().date().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "North Korean 11th Brigade. Source: Reuters;North Korean 11th Brigade.;Reuters",
        "The quay at dawn. Photograph: Jane Doe/Agency;The quay at dawn.;Jane Doe/Agency",
        "The quay at dawn (Photo by Jane Doe);The quay at dawn;Jane Doe",
        "The quay at dawn | Image credit: Jane Doe;The quay at dawn;Jane Doe",
        "The quay at dawn. © 2024 Jane Doe;The quay at dawn.;© 2024 Jane Doe",
        "The quay at dawn. Courtesy of the museum;The quay at dawn.;Courtesy of the museum",
        "The quay at dawn. (AP Photo/Jane Doe);The quay at dawn.;AP Photo/Jane Doe",
        "The quay at dawn. REUTERS/Jane Doe;The quay at dawn.;REUTERS/Jane Doe",
        "Photo: Jane Doe;'';Jane Doe",
        "The quay at dawn.;The quay at dawn.;''",
        "A photo by the sea;A photo by the sea;''",
        "He is the source of it;He is the source of it;''"
      })
  void creditsArePartedFromCaptions(String line, String text, String credit) {
    assertEquals(new Caption(text, credit), Caption.of(line));
  }

  @Test
  void uselessAltTextsAreTold() {
    for (String alt :
        List.of("ree", "image", "Image", "IMG_2041.jpg", "DSC 0412", "photo.png", "[image]", "1")) {
      assertTrue(AltText.isUseless(alt), alt);
    }
    for (String alt : List.of("A ferry", "Reuters office", "Map of the islands", "")) {
      assertFalse(AltText.isUseless(alt), alt);
    }
    for (String line : List.of("ree", "image", "IMG_2041.jpg", "hero-banner")) {
      assertTrue(AltText.isStray(line), line);
    }
    for (String line : List.of("Why?", "No.", "Tea", "I", "London", "A day", "1998", "…", "Yes")) {
      assertFalse(AltText.isStray(line), line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# no heading",
        "> no quote",
        "- no list",
        "+ 1",
        "1. no list",
        "1986) no list",
        "*no* _emphasis_ __at__ **all**",
        "a_b_c and 2*3*4 and 5 * 6",
        "`no code` and ``",
        "<b>no tag</b> & <3 & &amp; &copy; &nosuch;",
        "[no](link) ![no](picture) [a][b]",
        "[a]: http://example.org",
        "[^1]: no note",
        "back\\slash \\* and \\",
        "~~no strike~~ ~ ~~~",
        "===",
        "---",
        "***",
        "* * *x",
        "a | b\n--- | ---\n1 | 2",
        "first\n    second\n# third",
        "| a |\n|---|",
        "C# and #hash"
      })
  void plainTextIsReadAsItself(String text) {
    String shown = Markdown.parse(Escape.paragraph(text)).plainText();
    assertEquals(plain(text), plain(shown), Escape.paragraph(text));
  }

  @Test
  void anyPlainTextIsReadAsItself() {
    String parts = "ab *_`<>&[]()!#-+=~|\\1.:\n\"'x;/";
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("w");
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(parts.charAt(random.nextInt(parts.length())));
      }
      String plain = text.toString();
      String shown = Markdown.parse(Escape.paragraph(plain)).plainText();
      assertEquals(
          plain(plain), plain(shown), seed + ": " + plain + " -> " + Escape.paragraph(plain));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C #", "Is it over? #", "# x", "1. One", "A *b* c", "Use ##"})
  void headingTextIsReadAsItself(String text) {
    assertEquals(text, Markdown.parse("## " + Escape.heading(text)).outline().getFirst().text());
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
