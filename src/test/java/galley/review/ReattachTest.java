package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Sha256;
import galley.text.Span;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An anchor is written as [ and ] in the text here; one without words as |. */
final class ReattachTest {
  private static final UUID ID = new UUID(0, 1);

  @Test
  void findsItsWordsAgainWhateverWasDoneBeforeThem() {
    assertEquals(
        "LIVE All new. The [old ferry] sails early.",
        moved("The [old ferry] sails.", "All new. The old ferry sails early."));
    assertEquals(
        "LIVE The [old ferry] sails.", moved("The [old ferry] sails.", "The old ferry sails."));
    assertEquals("LIVE The [öld ferry].", moved("The [old ferry].", "The öld ferry."));
  }

  @Test
  void findsAWordThatWasRespelt() {
    assertEquals("LIVE They [received] it.", moved("They [recieved] it.", "They received it."));
    assertEquals("LIVE They [received] it.", moved("They [Received] it.", "They received it."));
  }

  @Test
  void findsAParagraphThatWasMoved() {
    String first = "We began in the spring with three people and a borrowed van.";
    String second = "Nobody had told us that the ferry would be cut in the autumn of that year.";
    String third = "So we walked, and it took us the whole of the night and more.";
    assertEquals(
        "LIVE "
            + second
            + "\n\n"
            + third
            + "\n\nWe began in the [spring] with three people and a borrowed van.",
        moved(
            first.replace("spring", "[spring]") + "\n\n" + second + "\n\n" + third,
            second + "\n\n" + third + "\n\n" + first));
  }

  @Test
  void findsItsWordsAgainWhereQuotesDashesAndLinesAreSetOtherwise() {
    assertEquals(
        "LIVE He said: “[Don’t go —\nit’s late].”",
        moved("He said: \"[Don't go -- it's late].\"", "He said: “Don’t go —\nit’s late.”"));
    assertEquals("LIVE one\r\n[two]\r\nthree", moved("one\n[two]\nthree", "one\r\ntwo\r\nthree"));
    assertEquals("LIVE a [cafe\u0301] b", moved("a [café] b", "a cafe\u0301 b"));
  }

  @Test
  void isAnOrphanAtItsLastPlaceWhereItsWordsAreGone() {
    assertEquals(
        "ORPHAN It was cold. |They went home.",
        moved("It was cold. [The ferry sank.] They went home.", "It was cold. They went home."));
    assertEquals("ORPHAN |", moved("[all]", ""));
    assertEquals("ORPHAN |nothing of it", moved("[all]", "nothing of it"));
  }

  @Test
  void takesTheSentenceForDeletedThatWasOne() {
    assertEquals(
        "ORPHAN It rains. |The dog barks.",
        moved("It rains. [The] cat sleeps. The dog barks.", "It rains. The dog barks."));
    assertEquals(
        "LIVE It rains. [The] dog barks.",
        moved("It rains. The cat sleeps. [The] dog barks.", "It rains. The dog barks."));
  }

  @Test
  void guessesWhereWordsLikeItsOwnAreNew() {
    String stays =
        " The rest of it stands as it stood, word for word, to the very end of the page.";
    assertEquals(
        "GUESS" + stays + " Seven [green bottles stood upon a mossy wall] today.",
        moved(
            "[green bottles stood on a mossy wall]," + stays,
            stays + " Seven green bottles stood upon a mossy wall today."));
  }

  @Test
  void keepsWhatAPlaceIs() {
    Map<UUID, Placement> places = new LinkedHashMap<>();
    places.put(new UUID(0, 1), new Placement(State.COLLAPSED, new Span(4, 4)));
    places.put(new UUID(0, 2), new Placement(State.GUESS, new Span(4, 7)));
    places.put(new UUID(0, 3), new Placement(State.ORPHAN, new Span(4, 7)));
    places.put(new UUID(0, 4), new Placement(State.LIVE, new Span(0, 0)));
    places.put(new UUID(0, 5), new Placement(State.LIVE, new Span(11, 11)));
    Map<UUID, Placement> after = new LinkedHashMap<>();
    after.put(new UUID(0, 1), new Placement(State.COLLAPSED, new Span(8, 8)));
    after.put(new UUID(0, 2), new Placement(State.GUESS, new Span(8, 11)));
    after.put(new UUID(0, 3), new Placement(State.ORPHAN, new Span(8, 11)));
    after.put(new UUID(0, 4), new Placement(State.LIVE, new Span(4, 4)));
    after.put(new UUID(0, 5), new Placement(State.LIVE, new Span(15, 15)));
    assertEquals(after, Reattach.of("one two six", "now one two six", places));
  }

  @Test
  void holdsNoHalfOfASurrogatePair() {
    assertEquals("LIVE x 😀 [👩‍👧 a] 😀", moved("😀 [👩‍👧 a] 😀", "x 😀 👩‍👧 a 😀"));
    Random random = new Random(8);
    List<State> states = List.of(State.values());
    String[] pool = {
      "😀", "👩‍👧", "a", "é", "e\u0301", " ", "\r\n", "שלום", "مرحبا", "\uD83D", "日本"
    };
    for (int round = 0; round < 3_000; round++) {
      String before = text(random, pool);
      String after = random.nextBoolean() ? text(random, pool) : before + text(random, pool);
      Map<UUID, Placement> places = new HashMap<>();
      for (int i = 0; i < 6; i++) {
        int a = random.nextInt(before.length() + 1);
        int b = random.nextInt(before.length() + 3);
        State state = states.get(i % 4);
        places.put(new UUID(0, i), new Placement(state, new Span(Math.min(a, b), Math.max(a, b))));
      }
      Reattach.of(before, after, places)
          .values()
          .forEach(place -> {
            assertTrue(place.span().end() <= after.length());
            assertFalse(isHalf(after, place.span().start()), before + "→" + after + place);
            assertFalse(isHalf(after, place.span().end()), before + "→" + after + place);
          });
    }
  }

  @Test
  void endsSoonWhateverTheTexts() {
    String one = "word ".repeat(1_000_000);
    String fewer = "word ".repeat(900_000) + "end";
    String few = "a b a c ".repeat(50_000);
    String others = "c a b b ".repeat(50_000);
    String strange = "zzz yyy ".repeat(100_000);
    for (List<String> pair :
        List.of(
            List.of(one, fewer),
            List.of(fewer, one),
            List.of(few, others),
            List.of(few, strange),
            List.of(strange, ""),
            List.of("", few))) {
      Map<UUID, Placement> places = new HashMap<>();
      Random random = new Random(4);
      for (int i = 0; i < 2_000; i++) {
        int start = random.nextInt(pair.get(0).length() + 1);
        int end = Math.min(pair.get(0).length(), start + random.nextInt(80));
        places.put(new UUID(0, i), new Placement(State.LIVE, new Span(start, end)));
      }
      assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> assertEquals(2_000, Reattach.of(pair.get(0), pair.get(1), places).size()));
    }
  }

  @Test
  void findsAnAnchorInTheTextItWasMadeOn() {
    String snapshot = "The old ferry sails. The old ferry sinks.";
    Anchor anchor = anchor(snapshot, new Span(25, 34));
    assertEquals(
        new Placement(State.LIVE, new Span(30, 39)),
        Reattach.of(
            anchor, Optional.of(snapshot), "Once The old ferry sails. The old ferry sinks."));
  }

  @Test
  void findsAnAnchorByItsWordsAloneAndSaysHowSureThatIs() {
    String snapshot =
        "It was in the spring of that year that the old ferry sailed for the last time, and"
            + " nobody was there but the old ferry master and his dog.";
    Anchor anchor = anchor(snapshot, new Span(43, 52));
    assertEquals("old ferry", anchor.exact());
    assertEquals(
        new Placement(State.LIVE, new Span(48, 57)),
        Reattach.of(anchor, Optional.empty(), "Well, " + snapshot.substring(1)));
    // The same words with other neighbours.
    assertEquals(
        State.GUESS,
        Reattach.of(
                anchor, Optional.empty(), "in the spring of that year that the old ferry was gone")
            .state());
    assertEquals(
        new Placement(State.ORPHAN, new Span(8, 8)),
        Reattach.of(anchor, Optional.empty(), "gone now"));
    assertEquals(
        State.ORPHAN,
        Reattach.of(anchor, Optional.empty(), "the old ferry, the old ferry and the old ferry")
            .state());
    assertEquals(
        new Placement(State.ORPHAN, new Span(0, 0)), Reattach.of(anchor, Optional.empty(), ""));
  }

  @Test
  void findsAnAnchorWithoutWordsByItsNeighbours() {
    Anchor anchor = anchor("one two three", new Span(4, 4));
    assertEquals(
        new Placement(State.LIVE, new Span(5, 5)),
        Reattach.of(anchor, Optional.empty(), "1one two three4"));
    assertEquals(
        State.ORPHAN, Reattach.of(anchor, Optional.empty(), "nothing of the kind").state());
  }

  @Test
  void findsAnAnchorOfTheWholeText() {
    Anchor anchor = anchor("Ferry to be cut", new Span(0, 15));
    assertEquals(
        new Placement(State.LIVE, new Span(0, 15)),
        Reattach.of(anchor, Optional.empty(), "Ferry to be cut"));
    assertEquals(
        new Placement(State.LIVE, new Span(0, 20)),
        Reattach.of(anchor, Optional.of("Ferry to be cut"), "Ferry soon to be cut now"));
  }

  private static Anchor anchor(String snapshot, Span span) {
    return Anchor.in(Anchor.Scope.TEXT, snapshot, Sha256.of(snapshot), span);
  }

  private static String text(Random random, String[] pool) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(pool[random.nextInt(pool.length)]);
    }
    return text.toString();
  }

  private static boolean isHalf(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String moved(String marked, String after) {
    String before = marked.replace("[", "").replace("]", "");
    Span span = new Span(marked.indexOf('['), marked.indexOf(']') - 1);
    Placement place =
        Reattach.of(before, after, Map.of(ID, new Placement(State.LIVE, span))).get(ID);
    Span there = place.span();
    String shown =
        there.isEmpty()
            ? new StringBuilder(after).insert(there.start(), "|").toString()
            : new StringBuilder(after)
                .insert(there.end(), "]")
                .insert(there.start(), "[")
                .toString();
    return place.state() + (shown.startsWith(" ") ? "" : " ") + shown;
  }
}
