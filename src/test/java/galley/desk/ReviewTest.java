package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Revision;
import galley.post.Source;
import galley.post.Stage;
import galley.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewTest {
  private static final String TEXT =
      "The ferry leaves at seven.\n\nNobody pays for it, and nobody minds.\n";

  @TempDir Path folder;
  private Desk desk;
  private UUID post;
  private DraftSession session;
  private Draft window;

  @BeforeEach
  void open() {
    desk = desk();
    post = desk.create("Ferry").join().id();
    desk.change(post, draft -> draft.withBody(TEXT), Revision.Kind.COMMAND).join();
    session = session();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatWasSaidIsThereAfterTheNextOpening() {
    Annotation made = comment("Nobody pays", "Who says so?");
    session.review().reply(made.id(), "The office.").join();
    reopen();
    PlacedAnnotation found = session.review().annotations().getFirst();
    assertEquals("Who says so?", found.annotation().body());
    assertEquals("The office.", found.replies().getFirst().body());
    assertTrue(found.annotation().verified());
    assertEquals("Nobody pays", found.placement().span().of(TEXT));
    assertEquals(1, desk.posts().join().getFirst().openNotes());
    assertEquals(List.of(), desk.keeping().verify(progress -> {}).join().problems());
  }

  @Test
  void annotationsFollowTheirWordsWhileThatTextIsWritten() {
    Annotation made = comment("Nobody pays", "Who?");
    type(0, "", "Listen. ");
    assertEquals("Nobody pays", words(made.id()));
    session.flushed().join();
    reopen();
    assertEquals("Nobody pays", words(made.id()));
  }

  @Test
  void annotationsAreCarriedOverAForeignEdit() {
    Annotation made = comment("Nobody pays", "Who?");
    session.close();
    String changed = "# New\n\n" + TEXT.replace("for it", "for the boat");
    desk.change(post, draft -> draft.withBody(changed), Revision.Kind.COMMAND).join();
    session = session();
    assertEquals("Nobody pays", words(made.id()));
    assertEquals(Placement.State.LIVE, place(made.id()).state());
  }

  @Test
  void annotationsAreCarriedBackByARestore() {
    Annotation made = comment("Nobody pays", "Who?");
    Revision before = desk.revisions(post).join().getFirst();
    type(TEXT.indexOf("Nobody"), "Nobody pays for it, and nobody minds.", "Gone.");
    session.flushed().join();
    session.restore(before.id()).join();
    assertEquals("Nobody pays", words(made.id()));
    assertEquals(Placement.State.LIVE, place(made.id()).state());
  }

  @Test
  void anAcceptedSuggestionAndItsTextAreKeptTogether() {
    Annotation made = suggestion("seven", "eight");
    session
        .review()
        .accept(
            List.of(made.id()),
            edits -> {
              for (TextEdit edit : edits) {
                type(edit.span().start(), edit.span().of(window.body()), edit.replacement());
              }
            })
        .join();
    reopen();
    assertEquals(TEXT.replace("seven", "eight"), session.post().body());
    assertEquals(Status.ACCEPTED, needed(made.id()).status());
  }

  @Test
  void withoutAWindowAcceptingChangesTheText() {
    Annotation one = suggestion("seven", "eight");
    Annotation other = suggestion("nobody minds", "all of us mind");
    session.review().accept(List.of(one.id(), other.id())).join();
    String expected = TEXT.replace("seven", "eight").replace("nobody minds", "all of us mind");
    assertEquals(expected, session.post().body());
    assertEquals("eight", words(one.id()));
    assertEquals(0, desk.posts().join().getFirst().openNotes());
  }

  @Test
  void aSuggestionWhoseWordsHaveChangedIsStaleAndNotAccepted() {
    Annotation made = suggestion("Nobody pays", "You pay");
    type(TEXT.indexOf("Nobody") + 7, "pays", "paid");
    assertEquals(Status.STALE, shown(made.id()).annotation().status());
    assertTrue(failure(session.review().accept(made.id())).contains("no longer there"));
    session.flushed().join();
    assertEquals(TEXT.replace("pays", "paid"), session.post().body());
  }

  @Test
  void aSuggestionInTheHeadlineIsAccepted() {
    Annotation made =
        session
            .review()
            .add(
                Kind.SUGGESTION, Anchor.Scope.HEADLINE, "", new Span(0, 5), "", Optional.of("Boat"))
            .join();
    session.review().accept(made.id()).join();
    assertEquals("Boat", session.post().headline());
  }

  @Test
  void aVerifiedQueryGivesThePostItsSource() {
    Annotation made = add(Kind.QUERY, "seven", "Source?", Optional.empty());
    Source source = new Source(Source.Kind.LINK, "Timetable", "https://x.test", Optional.empty());
    session.review().answer(made.id(), source, "There.").join();
    assertEquals(List.of(), session.post().details().sources());
    session.review().judge(made.id(), Status.VERIFIED).join();
    assertEquals(List.of(source), session.post().details().sources());
    assertEquals(Status.VERIFIED, needed(made.id()).status());
  }

  @Test
  void aSignOffIsBoundToWhatItWasGivenFor() {
    session.review().signOff("Good.").join();
    assertFalse(session.review().changedSinceSignOff());
    session
        .change(
            draft -> draft.withDetails(draft.details().withStage(Stage.READY)),
            Revision.Kind.AUTOSAVED)
        .join();
    assertFalse(session.review().changedSinceSignOff(), "A stage is no change");
    assertEquals(Stage.READY, session.review().stages().getFirst().to());
    type(0, "", "x");
    session.flushed().join();
    assertTrue(session.review().changedSinceSignOff());
    assertEquals(Optional.of(TEXT), session.review().signedText().join());
  }

  @Test
  void nobodyPutsAnothersWordsInOtherWords() {
    Annotation made = comment("seven", "Hm.");
    session.review().reword(made.id(), "Ha.", Optional.empty()).join();
    assertEquals("Ha.", needed(made.id()).body());
    assertTrue(
        failure(session.review().judge(made.id(), Status.ACCEPTED)).contains("can't become"));
  }

  @Test
  void theKeysOfADeviceAreItsOwnersAlone() throws Exception {
    comment("seven", "Hm.");
    Path keys = folder.resolve("device.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
  }

  @Test
  void aPostThatGoesForGoodTakesWhatWasSaidAlong() {
    comment("seven", "Hm.");
    session.close();
    desk.close();
    try (var library =
        galley.store.Library.open(folder, Clock.systemUTC(), galley.store.OpenOptions.existing())) {
      library.toBin(post);
      library.emptyBin(java.time.Instant.now().plusSeconds(60));
      assertEquals(List.of(), library.verify((done, total) -> {}).problems());
    }
    desk = desk();
  }

  private Annotation comment(String words, String body) {
    return add(Kind.COMMENT, words, body, Optional.empty());
  }

  private Annotation suggestion(String words, String replacement) {
    return add(Kind.SUGGESTION, words, "", Optional.of(replacement));
  }

  private Annotation add(Kind kind, String words, String body, Optional<String> replacement) {
    int at = window.body().indexOf(words);
    return session
        .review()
        .add(kind, Anchor.Scope.TEXT, "", new Span(at, at + words.length()), body, replacement)
        .join();
  }

  private void type(int at, String removed, String inserted) {
    String body = window.body();
    window =
        window.withBody(body.substring(0, at) + inserted + body.substring(at + removed.length()));
    session.review().replaced(at, removed, inserted);
    session.changed();
  }

  private String words(UUID id) {
    return place(id).span().of(window.body());
  }

  private Placement place(UUID id) {
    return session.review().placements().get(id);
  }

  private Annotation needed(UUID id) {
    return shown(id).annotation();
  }

  private PlacedAnnotation shown(UUID id) {
    return session.review().annotations().stream()
        .filter(one -> one.annotation().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String failure(CompletableFuture<?> future) {
    return String.valueOf(
        assertThrows(CompletionException.class, future::join).getCause().getMessage());
  }

  private void reopen() {
    session.close();
    desk.close();
    desk = desk();
    session = session();
  }

  private DraftSession session() {
    DraftSession opened = desk.open(post).join();
    window = opened.post().draft();
    opened.attach(Runnable::run, () -> window);
    opened.onReplaced(draft -> window = draft);
    return opened;
  }

  private Desk desk() {
    return Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false));
  }
}
