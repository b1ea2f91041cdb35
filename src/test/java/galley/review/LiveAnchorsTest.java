package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Span;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An anchor is written as [ and ] in the text here; one without words as |, a collapsed one as !.
 */
final class LiveAnchorsTest {
  private static final UUID ID = new UUID(0, 1);

  @ParameterizedTest
  @CsvSource({
    "a [b] c, 2, '', x, a x[b] c",
    "a [b] c, 3, '', x, a [b]x c",
    "a [bb] c, 3, '', x, a [bxb] c",
    "a [bb] c, 0, '', x, xa [bb] c",
    "a [bb] c, 6, '', x, a [bb] cx",
    "a [bbb] c, 1, ' b', '', a[bb] c",
    "a [bbb] c, 4, 'b ', '', a [bb]c",
    "a [bbb] c, 1, ' b', xy, axy[bb] c",
    "a [bbb] c, 4, 'b ', xy, a [bb]xyc",
    "a [bbb] c, 3, 'b', xy, a [bxyb] c",
    "a [bbb] c, 2, 'bbb', '', 'a ! c'",
    "a [bbb] c, 0, 'a bbb c', '', '!'",
    "[all], 0, 'all', '', '!'",
    "[all], 0, '', 'x', 'x[all]'",
    "[all], 3, '', 'x', '[all]x'",
    "'a | c', 2, '', x, 'a |x c'",
    "'a | c', 1, '  ', '', 'a|c'",
    "'|', 0, '', 'x', '|x'"
  })
  void mapsAnAnchorThroughOneEdit(
      String before, int at, String removed, String inserted, String after) {
    assertEquals(after, new Marked(before).edit(at, removed, inserted).shown());
  }

  @Test
  void givesAnAnchorBackWhatADeletionTookOfIt() {
    assertEquals(
        "one [two three] four",
        new Marked("one [two three] four").edit(2, "e two", "").edit(2, "", "e two").shown());
    assertEquals(
        "one [two three] four",
        new Marked("one [two three] four").edit(8, "three f", "").edit(8, "", "three f").shown());
    assertEquals(
        "one [two three] four",
        new Marked("one [two three] four")
            .edit(0, "one two three four", "")
            .edit(0, "", "one two three four")
            .shown());
  }

  @Test
  void givesBackWhatManyBackspacesTookInOneUndo() {
    Marked marked = new Marked("one [two] four");
    for (int at = 7; at >= 2; at--) {
      marked.edit(at, "one two four".substring(at, at + 1), "");
    }
    assertEquals("on!four", marked.shown());
    assertEquals("one [two] four", marked.edit(2, "", "e two ").shown());
  }

  @Test
  void givesBackWhatWasTypedOver() {
    Marked marked = new Marked("one [two] four").edit(4, "two", "x").edit(5, "", "y");
    assertEquals("one !xy four", marked.shown());
    assertEquals("one [two] four", marked.edit(4, "xy", "two").shown());
  }

  @Test
  void followsItsWordsFromACutToAPaste() {
    Marked marked =
        new Marked("Cut the [old ferry] here. Put it there.").edit(4, "the old ferry ", "");
    assertEquals("Cut !here. Put it there.", marked.shown());
    marked.edit(16, "", " the old ferry");
    assertEquals("Cut here. Put it the [old ferry] there.", marked.shown());
    marked.edit(16, " the old ferry", "").edit(4, "", "the old ferry ");
    assertEquals("Cut the [old ferry] here. Put it there.", marked.shown());
  }

  @Test
  void followsWordsThatAreDraggedWhicheverWayTheEditorTellsIt() {
    Marked marked = new Marked("[one] two three").edit(7, "", " one").edit(0, "one", "");
    assertEquals(" two [one] three", marked.shown());
    marked.edit(0, "", "one").edit(7, " one", "");
    assertEquals("[one] two three", marked.shown());
  }

  @Test
  void isNotDrawnAlongByTyping() {
    Marked marked = new Marked("[the] cat and dog").edit(0, "the", "");
    marked.edit(9, "", "t").edit(10, "", "h").edit(11, "", "e").edit(12, "", " ");
    assertEquals("! cat and the dog", marked.shown());
    assertEquals("! cat and the the dog", marked.edit(9, "", "the ").shown());
    // A whole word that comes in right after it was cut was pasted.
    marked = new Marked("[the] cat and dog").edit(0, "the", "").edit(9, "", "the ");
    assertEquals(" cat and [the] dog", marked.shown());
  }

  @Test
  void leavesAnAnchorThatStillHasWordsWhereItIs() {
    Marked marked =
        new Marked("The [old ferry ]sailed.").edit(8, "ferry ", "").edit(14, "", " ferry sailed");
    assertEquals("The [old ]sailed ferry sailed.", marked.shown());
  }

  @Test
  void givesBackWhatIsPutBackBesideTheRestAfterOtherEdits() {
    Marked marked = new Marked("Now the [old ferry sails] again.").edit(12, "ferry sails ", "");
    marked.edit(0, "", "And ").edit(16, "", "ferry sails ");
    assertEquals("And Now the [old ferry sails] again.", marked.shown());
  }

  @Test
  void keepsItsWordsWhereAStretchIsWrittenAnewWithThem() {
    assertEquals(
        "see **the [old ferry** sails]",
        new Marked("see the [old ferry sails]")
            .edit(4, "the old ferry", "**the old ferry**")
            .shown());
    Marked marked = new Marked("see [the old] ferry").edit(8, "old ferry", "**old** _ferry_");
    assertEquals("see [the **old]** _ferry_", marked.shown());
    assertEquals("see [the old] ferry", marked.edit(8, "**old** _ferry_", "old ferry").shown());
    marked = new Marked("one\n[two]\nthree").edit(0, "one\ntwo\nthree", "- one\n- two\n- three");
    assertEquals("- one\n- [two]\n- three", marked.shown());
  }

  @Test
  void isCarriedOverWhereTheWholeTextIsPutAnew() {
    String before = "First the ferry. Then the road.";
    String after = "At first the old ferry. Then, late, the road.";
    assertEquals(
        "At first the old [ferry]. Then, late, the road.",
        new Marked("First the [ferry]. Then the road.").edit(0, before, after).shown());
  }

  @Test
  void keepsGuessesAndOrphansWhatTheyAre() {
    assertEquals(
        new Placement(State.GUESS, new Span(3, 5)),
        after(new Placement(State.GUESS, new Span(2, 4)), "abcdef", 0, "", "x"));
    assertEquals(
        new Placement(State.COLLAPSED, new Span(1, 1)),
        after(new Placement(State.GUESS, new Span(2, 4)), "abcdef", 1, "bcde", ""));
    assertEquals(
        new Placement(State.ORPHAN, new Span(1, 1)),
        after(new Placement(State.ORPHAN, new Span(2, 4)), "abcdef", 1, "bcde", ""));
    assertEquals(
        new Placement(State.COLLAPSED, new Span(3, 3)),
        after(new Placement(State.COLLAPSED, new Span(2, 2)), "abcdef", 0, "", "x"));
  }

  @Test
  void holdsNoHalfOfASurrogatePair() {
    String text = "a😀b";
    assertEquals(new Span(1, 3), put(text, new Span(2, 3)));
    assertEquals(new Span(0, 3), put(text, new Span(0, 2)));
    assertEquals(new Span(1, 1), put(text, new Span(2, 2)));
    // An editor that tells only the half that differs.
    assertEquals(
        new Span(0, 1),
        after(new Placement(State.LIVE, new Span(0, 3)), text, 2, "\uDE00", "\uDE01").span());
    assertEquals(
        new Span(2, 3),
        after(new Placement(State.LIVE, new Span(1, 4)), text, 2, "\uDE00", "").span());
    assertEquals(
        new Placement(State.LIVE, new Span(2, 3)),
        after(new Placement(State.LIVE, new Span(2, 4)), "\uD83Dx\uDE00y", 1, "x", ""));
  }

  @Test
  void refusesAnEditOfAnotherText() {
    LiveAnchors anchors = new LiveAnchors("abc", Map.of());
    assertThrows(IllegalArgumentException.class, () -> anchors.replaced(1, "x", ""));
    assertThrows(IllegalArgumentException.class, () -> anchors.replaced(2, "cd", ""));
    assertThrows(IllegalArgumentException.class, () -> anchors.replaced(4, "", "x"));
    assertThrows(IllegalArgumentException.class, () -> anchors.replaced(-1, "", "x"));
    assertEquals("abc", anchors.text());
  }

  @Test
  void forgetsAnAnchorThatIsTakenAwayOrPutAnew() {
    Marked marked = new Marked("one [two] three").edit(4, "two ", "");
    marked.anchors.put(ID, new Placement(State.LIVE, new Span(0, 3)));
    assertEquals("[one] two three", marked.edit(4, "", "two ").shown());
    marked.anchors.remove(ID);
    assertEquals(Map.of(), marked.edit(0, "one ", "").anchors.placements());
  }

  private static Span put(String text, Span span) {
    LiveAnchors anchors = new LiveAnchors(text, Map.of(ID, new Placement(State.LIVE, span)));
    return anchors.placements().get(ID).span();
  }

  private static Placement after(
      Placement place, String text, int at, String removed, String inserted) {
    LiveAnchors anchors = new LiveAnchors(text, Map.of(ID, place));
    anchors.replaced(at, removed, inserted);
    return anchors.placements().get(ID);
  }

  /** A text with one anchor. */
  private static final class Marked {
    private final LiveAnchors anchors;

    Marked(String shown) {
      String text = shown.replaceAll("[\\[\\]|]", "");
      int start = Math.max(shown.indexOf('['), shown.indexOf('|'));
      int end = shown.indexOf(']') < 0 ? start : shown.indexOf(']') - 1;
      anchors = new LiveAnchors(text, Map.of(ID, new Placement(State.LIVE, new Span(start, end))));
    }

    Marked edit(int at, String removed, String inserted) {
      anchors.replaced(at, removed, inserted);
      return this;
    }

    String shown() {
      Placement place = anchors.placements().get(ID);
      Span span = place.span();
      StringBuilder out = new StringBuilder(anchors.text());
      if (span.isEmpty()) {
        out.insert(span.start(), place.state() == State.COLLAPSED ? "!" : "|");
      } else {
        out.insert(span.end(), "]").insert(span.start(), "[");
      }
      return out.toString();
    }
  }
}
