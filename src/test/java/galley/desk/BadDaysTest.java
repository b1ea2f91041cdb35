package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Revision;
import galley.text.Span;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews that are larger, stranger or more at odds than one would wish, there and back. */
final class BadDaysTest extends TwoDesks {
  @Test
  void twoThousandCommentsOnOnePostGoThereAndBack() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      body.append("The ferry number ").append(i).append(i % 10 == 9 ? " sails.\n\n" : " sails. ");
    }
    edit(ann, before -> body.toString());
    Map<UUID, Review.Note> notes = new LinkedHashMap<>();
    for (int i = 0; i < 2000; i++) {
      String words = "number " + i + " sails";
      int at = body.indexOf(words);
      Span span = new Span(at, at + words.length());
      notes.put(
          new UUID(7, i),
          new Review.Note(
              Kind.COMMENT, Anchor.Scope.TEXT, "", span, "On " + words, Optional.empty()));
    }
    inPost(ann, review -> assertEquals(2000, review.addAll(notes).join().size()));
    everyCommentIsOnItsWords(ann);
    receive(ben, pack(ann, "1"));
    everyCommentIsOnItsWords(ben);
    inPost(ben, review -> review.reply(new UUID(7, 1234), "Yes.").join());
    edit(ben, text -> "It rains.\n\n" + text.replace("number 77 sails", "number 77 sails late"));
    edit(ann, text -> text + "The end.\n");
    receive(ann, pack(ben, "2"));
    String merged = ann.post(post).join().body();
    assertTrue(merged.startsWith("It rains.\n\nThe ferry number 0 sails."), merged);
    assertTrue(merged.contains("number 77 sails late") && merged.endsWith("The end.\n"), merged);
    everyCommentIsOnItsWords(ann);
    receive(ben, pack(ann, "3"));
    assertEquals(told(ann), told(ben));
    assertEquals(2000, ann.posts().join().getFirst().openNotes());
  }

  private void everyCommentIsOnItsWords(Desk desk) {
    String body = desk.post(post).join().body();
    List<PlacedAnnotation> all = annotations(desk);
    assertEquals(2000, all.size());
    for (PlacedAnnotation one : all) {
      assertEquals(Placement.State.LIVE, one.placement().state(), one.annotation().body());
      assertEquals(one.annotation().body(), "On " + one.placement().span().of(body));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'The 🚢 with 👩‍👩‍👧 leaves 👍🏽 at noon.', 👩‍👩‍👧, 👍🏽, 👍",
    "'The e\u0301tude of Nguye\u0302\u0303n is a cafe\u0301.', Nguye\u0302\u0303n, cafe\u0301,"
        + " café",
    "'הספינה הישנה יוצאת בצהריים.', הישנה, בצהריים, בערב",
    "'السفينة القديمة تغادر at noon ظهراً.', القديمة, at noon, مساءً",
    "'𝒜 mathematical 𝓁etter and 日本語の文。', 𝓁etter, 日本語, 中文"
  })
  void wordsOfEveryScriptKeepTheirNotesThereAndBack(
      String sentence, String noted, String from, String to) {
    for (String end : List.of("\n", "\r\n")) {
      String text = "First.\n\n" + sentence + "\n\nLast.\n";
      String body = text.replace("\n", end);
      edit(ann, before -> body);
      Annotation note = said(ann, Kind.COMMENT, noted, "On " + noted, null);
      Annotation change = said(ann, Kind.SUGGESTION, from, "", to);
      receive(ben, pack(ann, "there" + end.length()));
      edit(ben, before -> before.replace("First.", "First 🚢 א e\u0301."));
      edit(ann, before -> before.replace("Last.", "Last of all."));
      inPost(ben, review -> review.accept(change.id()).join());
      receive(ann, pack(ben, "back" + end.length()));
      receive(ben, pack(ann, "again" + end.length()));
      String wanted =
          body.replace("First.", "First 🚢 א e\u0301.")
              .replace("Last.", "Last of all.")
              .replace(from, to);
      for (Desk desk : List.of(ann, ben)) {
        assertEquals(wanted, desk.post(post).join().body());
        assertEquals(noted, words(desk, note.id(), wanted));
        assertEquals(to, words(desk, change.id(), wanted));
      }
      assertEquals(told(ann), told(ben));
    }
  }

  private String words(Desk desk, UUID id, String body) {
    PlacedAnnotation found =
        annotations(desk).stream()
            .filter(one -> one.annotation().id().equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals(Placement.State.LIVE, found.placement().state());
    assertNotEquals(Status.STALE, found.annotation().status());
    return found.placement().span().of(body);
  }

  @Test
  void aSectionThatBothMovedLosesNoWordAndKeepsItsNote() {
    String harbour = "## Harbour\n\nThe harbour is old and its walls are of stone.\n\n";
    String ferry = "## Ferry\n\nThe ferry leaves at seven in the morning each day.\n\n";
    String fares = "## Fares\n\nNobody on the island pays for a single crossing.\n\n";
    String staff = "## Staff\n\nFour people work on the boat, and two ashore.\n\n";
    edit(ann, before -> harbour + ferry + fares + staff);
    receive(ben, pack(ann, "1"));
    Annotation note = said(ann, Kind.COMMENT, "walls are of stone", "Which?", null);
    edit(ben, before -> ferry + fares + staff + harbour);
    edit(ann, before -> ferry + harbour + fares + staff);
    Arrival arrival = ann.reviewing().look(pack(ben, "2")).join();
    assertEquals(Arrival.Kind.BOTH, arrival.kind());
    ann.reviewing().merge(arrival, Choices.mine()).join();
    String body = ann.post(post).join().body();
    for (String section : List.of(harbour, ferry, fares, staff)) {
      assertTrue(body.contains(section.strip()), body);
    }
    assertEquals("walls are of stone", words(ann, note.id(), body));
  }

  @Test
  void aPacketOfAnotherPostComesInBesideThisOneWhichStaysAsItIs() {
    receive(ben, pack(ann, "1"));
    said(ben, Kind.COMMENT, "seven", "Early.", null);
    UUID other = ann.create("Ferry").join().id();
    ann.change(other, draft -> draft.withBody("Another ferry.\n"), Revision.Kind.COMMAND).join();
    Path packet =
        ann.reviewing().pack(other, PackRequest.to(folder.resolve("other.galley"))).join().file();
    List<Revision> before = ben.revisions(post).join();
    List<Object> told = told(ben);
    receive(ben, packet);
    assertEquals(before, ben.revisions(post).join());
    assertEquals(told, told(ben));
    assertEquals("Another ferry.\n", ben.post(other).join().body());
    assertEquals(2, ben.posts().join().size());
  }
}
