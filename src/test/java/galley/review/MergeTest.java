package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.text.Span;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          the old ferry sails at noon | the red ferry sails at noon | the old ferry leaves at noon | the red ferry leaves at noon
          the old ferry sails         | the ferry sails             | the old ferry leaves         | the ferry leaves
          the old ferry sails         | the old ferry sails         | the old boat sails           | the old boat sails
          one two three               | one new two three           | one new two three            | one new two three
          one two three four          | two three four              | one two three                | two three
          a good day                  | a very good day             | a great day                  | a very great day
          a word here                 | a **word** here             | a term here                  | a **term** here
          costs 10,900 pounds         | costs 10,950 pounds         | it costs 10,900 pounds       | it costs 10,950 pounds
          """)
  void putsChangesTogether(String base, String mine, String theirs, String both) {
    assertEquals(both, Merge.of(base, mine, theirs).clean().orElse("conflict"));
    assertEquals(both, Merge.of(base, theirs, mine).clean().orElse("conflict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          the old ferry sails     | the red ferry sails      | the blue ferry sails   | the [red/blue] ferry sails
          costs 10,900 pounds     | costs 10,950 pounds      | costs 11,900 pounds    | costs [10,950/11,900] pounds
          a well-known man        | a little-known man       | a well-loved man       | a [little-known/well-loved] man
          see https://a.org/b/c   | see https://a.org/x/c    | see https://a.org/b/y  | see [https://a.org/x/c/https://a.org/b/y]
          one two                 | one new two              | one other two          | one[ new/ other] two
          the cat sat down        | a dog lay down           | the big cat sat down   | [a dog lay/the big cat sat] down
          very very good          | very very very good      | very quite good        | [very very very/very quite] good
          a good day              | a very good day          | a truly fine day       | a[ very good/ truly fine] day
          thumbs 👍 up             | thumbs 👍🏽 up             | thumbs 👍🏿 up           | thumbs [👍🏽/👍🏿] up
          cafe\u0301 open         | cafe\u0302 open          | cafe open              | [cafe\u0302/cafe] open
          """)
  void asksWhereBothChangedTheSameWords(String base, String mine, String theirs, String shown) {
    Merged merged = Merge.of(plain(base), plain(mine), plain(theirs));
    assertEquals(plain(shown), merged.with(MergeTest::card));
    holdsAllThree(merged, plain(base), plain(mine), plain(theirs));
  }

  /** Escapes in the tables, so that an editor's own composing of accents changes nothing. */
  private static String plain(String cell) {
    return cell.translateEscapes().replace("\\u0301", "\u0301").replace("\\u0302", "\u0302");
  }

  private static String card(Conflict conflict) {
    return "[" + conflict.mine().text() + "/" + conflict.theirs().text() + "]";
  }

  @Test
  void givesMineTheirsBothOrOwnWords() {
    Merged merged = Merge.of("the old ferry", "the red ferry", "the blue ferry");
    assertEquals("the red ferry", merged.with(conflict -> conflict.mine().text()));
    assertEquals("the blue ferry", merged.with(conflict -> conflict.theirs().text()));
    assertEquals("the red blue ferry", merged.with(Conflict::both));
    assertEquals("the [green] ferry", merged.with(_ -> "[green]"));
    assertTrue(merged.clean().isEmpty());
  }

  @Test
  void asksWhereAPassageGoesThatBothMoved() {
    String a = "The council met on Tuesday to decide about the old harbour wall.\n\n";
    String b = "Nobody spoke against the plan, though many had come to listen.\n\n";
    String c = "The vote was taken at nine in the evening, by show of hands.\n\n";
    String d = "Work begins in spring and is to be over before the summer guests come.\n\n";
    Merged merged = Merge.of(a + b + c + d, b + a + c + d, b + c + d + a);
    String text = merged.with(conflict -> conflict.theirs().text());
    assertEquals(4, text.split("\n\n").length);
    merged = Merge.of(a + b + c + d, b + c + a + d, b + c + d + a);
    assertEquals(2, merged.conflicts().size());
    assertEquals(b + c + a + d, merged.with(conflict -> conflict.mine().text()));
    assertEquals(b + c + d + a, merged.with(conflict -> conflict.theirs().text()));
  }

  @Test
  void keepsAnEditInAPassageThatTheOtherCut() {
    Merged merged =
        Merge.of("One. Two is here now. Three.", "One. Three.", "One. Two was here now. Three.");
    assertEquals(1, merged.conflicts().size());
    assertTrue(merged.conflicts().getFirst().theirs().text().contains("was here"));
    assertEquals("", merged.conflicts().getFirst().mine().text());
  }

  @Test
  void tellsOfSentencesThatBothChanged() {
    String base = "First one. The old ferry sails at noon. Last one.";
    String mine = "First one. The red ferry sails at noon. Last one.";
    String theirs = "First one, too. The old ferry leaves at noon. Last one.";
    Merged merged = Merge.of(base, mine, theirs);
    assertEquals(1, merged.sameSentence().size());
    Merged.BothChanged both = merged.sameSentence().getFirst();
    assertEquals("The old ferry sails at noon. ", both.base().of(base));
    assertEquals("The red ferry sails at noon. ", both.mine().of(mine));
    assertEquals("The old ferry leaves at noon. ", both.theirs().of(theirs));
    Merged.Result result = merged.result(_ -> "");
    assertEquals("red", result.places().get(both.firstPiece()).of(result.text()));
    assertEquals("leaves", result.places().get(both.lastPiece()).of(result.text()));
  }

  @Test
  void keepsLineEndsAsEachSideHasThem() {
    String base = "one\r\ntwo\r\nthree\r\n";
    assertEquals(
        "1\r\ntwo\r\n3\r\n",
        Merge.of(base, "1\r\ntwo\r\nthree\r\n", "one\r\ntwo\r\n3\r\n").clean().orElseThrow());
    assertEquals(
        "one\n2\nthree\n",
        Merge.of(base, base.replace("\r\n", "\n"), "one\r\n2\r\nthree\r\n").clean().orElseThrow());
  }

  @Test
  void mergesTextFromTheRight() {
    String base = "הספינה הישנה יוצאת בצהריים.";
    String mine = "הספינה החדשה יוצאת בצהריים.";
    String theirs = "הספינה הישנה חוזרת בצהריים.";
    assertEquals("הספינה החדשה חוזרת בצהריים.", Merge.of(base, mine, theirs).clean().orElseThrow());
  }

  @Test
  void holdsAllThreeTextsWhateverTheyAre() {
    Random random = new Random(20261123);
    for (int round = 0; round < 4000; round++) {
      String base = noise(random, random.nextInt(40));
      String mine = changed(random, base);
      String theirs = changed(random, base);
      Merged merged = Merge.of(base, mine, theirs);
      holdsAllThree(merged, base, mine, theirs);
      assertEquals(merged.clean(), Merge.of(base, theirs, mine).clean());
      assertEquals(theirs, Merge.of(base, base, theirs).clean().orElseThrow());
      assertEquals(mine, Merge.of(base, mine, mine).clean().orElseThrow());
      merged.sameSentence();
    }
  }

  @Test
  void comesToAnEndWithHugeTexts() {
    Random random = new Random(1);
    String base = words(random, 60_000, 5000);
    String mine = words(random, 60_000, 5000);
    String theirs = base.replace("w12 ", "w12 and ");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> holdsAllThree(Merge.of(base, mine, theirs), base, mine, theirs));
    String same = "very ".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Merge.of(same, same + "good", "so " + same).conflicts());
  }

  private static String words(Random random, int count, int different) {
    return IntStream.range(0, count)
        .mapToObj(_ -> "w" + random.nextInt(different) + (random.nextInt(9) == 0 ? ". " : " "))
        .collect(Collectors.joining());
  }

  private static final List<String> BITS =
      List.of(
          "a",
          "b",
          "very",
          " ",
          " ",
          "\n",
          "\r\n",
          ".",
          "**",
          "👩‍👩‍👧",
          "e\u0301",
          "שלום",
          "5",
          ",");

  static String noise(Random random, int length) {
    return random.ints(length, 0, BITS.size()).mapToObj(BITS::get).collect(Collectors.joining());
  }

  static String changed(Random random, String text) {
    String out = text;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(out.length() + 1);
      int to = Math.min(out.length(), from + random.nextInt(5));
      out = out.substring(0, from) + noise(random, random.nextInt(4)) + out.substring(to);
    }
    return out;
  }

  /** The pieces make up all three texts, and say truly who changed what. */
  static void holdsAllThree(Merged merged, String base, String mine, String theirs) {
    assertEquals(base, all(merged, Piece::base));
    assertEquals(mine, all(merged, Piece::mine));
    assertEquals(theirs, all(merged, Piece::theirs));
    for (Piece piece : merged.pieces()) {
      String before = piece.base().text();
      switch (piece.kind()) {
        case SAME -> {
          assertEquals(before, piece.mine().text());
          assertEquals(before, piece.theirs().text());
        }
        case MINE -> assertEquals(before, piece.theirs().text());
        case THEIRS -> assertEquals(before, piece.mine().text());
        case AGREED -> assertEquals(piece.mine().text(), piece.theirs().text());
        case CONFLICT -> {}
      }
    }
  }

  private static String all(Merged merged, Function<Piece, Piece.Part> side) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : merged.pieces()) {
      assertEquals(out.length(), side.apply(piece).span().start());
      Span span = side.apply(piece).span();
      out.append(side.apply(piece).text());
      assertEquals(out.length(), span.end());
    }
    return out.toString();
  }
}
