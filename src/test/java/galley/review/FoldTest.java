package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Author;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.post.Source;
import galley.post.Stage;
import galley.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldTest {
  private static final UUID POST = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final String TEXT = "The ferry leaves at seven. Nobody pays.";
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Status> STATUSES = List.of(Status.values());
  private final Signing anns = Signing.of(Signing.fresh());
  private final Signing bens = Signing.of(Signing.fresh());
  private final Author ann = new Author("Ann Lee", "AL", "#1f5fa8", anns.device());
  private final Author ben = new Author("Ben Oh", "BO", "#a04a1c", bens.device());
  private final List<ReviewEvent> events = new ArrayList<>();
  private final Random random = new Random(7);
  private long clock;

  @Test
  void givesWhatStandsOutOfWhatHappened() {
    UUID comment = said(ann, Kind.COMMENT, "Who says so?");
    UUID reply = reply(ben, comment, "The harbour office.");
    happened(ben, comment, new ReviewEvent.Judged(Status.RESOLVED));
    Folded folded = Fold.of(events);
    Annotation stands = folded.find(comment).orElseThrow();
    assertEquals(Status.RESOLVED, stands.status());
    assertEquals("Who says so?", stands.body());
    assertTrue(stands.verified());
    assertEquals(
        List.of(reply), folded.replies().get(comment).stream().map(Annotation::id).toList());
    assertEquals(0, folded.open());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesTheSameInWhateverOrderEventsCame(int seed) {
    Random chance = new Random(seed);
    for (int i = 0; i < 120; i++) {
      anything(chance);
    }
    Folded expected = Fold.of(events);
    for (int i = 0; i < 20; i++) {
      List<ReviewEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, chance);
      int cut = chance.nextInt(shuffled.size());
      List<ReviewEvent> union = new ArrayList<>(shuffled.subList(cut, shuffled.size()));
      union.addAll(shuffled.subList(0, cut));
      assertEquals(expected, Fold.of(union));
    }
  }

  @Test
  void onlyItsAuthorTakesAnAnnotationBack() {
    UUID comment = said(ann, Kind.COMMENT, "Hm.");
    happened(ben, comment, new ReviewEvent.Judged(Status.WITHDRAWN));
    assertEquals(Status.OPEN, status(comment));
    happened(ann, comment, new ReviewEvent.Judged(Status.WITHDRAWN));
    assertEquals(Status.WITHDRAWN, status(comment));
    happened(ann, comment, new ReviewEvent.Judged(Status.OPEN));
    assertEquals(Status.WITHDRAWN, status(comment), "What was taken back stays so");
  }

  @Test
  void showsAForgedAnnotationAsUnverified() {
    UUID comment = UUID.randomUUID();
    ReviewEvent forged =
        bens.sign(event(ann, comment, made(Kind.COMMENT, Optional.empty(), "Cut this.")));
    events.add(forged);
    Annotation shown = Fold.of(events).find(comment).orElseThrow();
    assertFalse(shown.verified());
    assertEquals("Cut this.", shown.body());
  }

  @Test
  void letsNobodyTakeBackOrRewordInAnothersName() {
    UUID comment = said(ann, Kind.COMMENT, "Hm.");
    events.add(bens.sign(event(ann, comment, new ReviewEvent.Judged(Status.WITHDRAWN))));
    events.add(bens.sign(event(ann, comment, new ReviewEvent.Worded("Ha.", Optional.empty()))));
    Annotation stands = Fold.of(events).find(comment).orElseThrow();
    assertEquals(Status.OPEN, stands.status());
    assertEquals("Hm.", stands.body());
  }

  @Test
  void prefersTheSignedOneOfTwoEventsWithOneId() {
    UUID comment = said(ann, Kind.COMMENT, "As I wrote it.");
    String line = ReviewEventJson.write(events.getFirst());
    events.add(ReviewEventJson.read(line.replace("As I wrote it.", "As it was forged.")));
    assertEquals("As I wrote it.", Fold.of(events).find(comment).orElseThrow().body());
    Collections.reverse(events);
    assertEquals("As I wrote it.", Fold.of(events).find(comment).orElseThrow().body());
  }

  @Test
  void keepsAnAcceptedSuggestionAcceptedWhenSomebodyRejectedItAtOnce() {
    UUID one = suggestion();
    clock++;
    events.add(anns.sign(event(ann, one, new ReviewEvent.Judged(Status.ACCEPTED))));
    events.add(bens.sign(event(ben, one, new ReviewEvent.Judged(Status.REJECTED))));
    assertEquals(Status.ACCEPTED, status(one));
    UUID other = suggestion();
    clock++;
    events.add(bens.sign(event(ben, other, new ReviewEvent.Judged(Status.ACCEPTED))));
    events.add(anns.sign(event(ann, other, new ReviewEvent.Judged(Status.REJECTED))));
    assertEquals(Status.ACCEPTED, status(other));
  }

  @Test
  void leadsAQueryFromItsAnswerToItsEnd() {
    UUID query = said(ann, Kind.QUERY, "Source?");
    happened(ann, query, new ReviewEvent.Judged(Status.VERIFIED));
    assertEquals(Status.OPEN, status(query), "Nobody has answered yet");
    Source source = new Source(Source.Kind.LINK, "Timetable", "https://x.test", Optional.empty());
    happened(ben, query, new ReviewEvent.Answered(source, "There."));
    assertEquals(Status.ANSWERED, status(query));
    assertEquals(source, Fold.of(events).find(query).orElseThrow().source().orElseThrow());
    happened(ann, query, new ReviewEvent.Judged(Status.VERIFIED));
    assertEquals(Status.VERIFIED, status(query));
  }

  @Test
  void bindsASignOffAndTakesItBack() {
    happened(ann, POST, new ReviewEvent.SignedOff("a", "b", List.of("c"), "Good.", false));
    assertEquals("Ann Lee", Fold.of(events).signOff().orElseThrow().author().name());
    happened(ann, POST, new ReviewEvent.Staged(Stage.DRAFT, Stage.READY));
    happened(ben, POST, new ReviewEvent.SignedOff("a", "b", List.of("c"), "No.", true));
    Folded folded = Fold.of(events);
    assertTrue(folded.signOff().isEmpty());
    assertEquals(Stage.READY, folded.stages().getFirst().to());
  }

  @Test
  void keepsWhatANewerGalleySaid() {
    UUID comment = said(ann, Kind.COMMENT, "Hm.");
    String line =
        ReviewEventJson.write(
            anns.sign(
                event(ann, comment, new ReviewEvent.Unknown("liked", "{\"type\":\"liked\"}"))));
    ReviewEvent read = ReviewEventJson.read(line);
    assertTrue(Signing.fits(read));
    events.add(read);
    assertEquals(1, Fold.of(events).unknown());
    assertEquals(line, ReviewEventJson.write(read));
  }

  @Test
  void keepsKeysItDoesNotKnowAndTheirSignature() {
    String line =
        "{\"action\":{\"mood\":\"good\",\"status\":\"resolved\",\"type\":\"judged\"},"
            + "\"at\":\"2026-11-23T10:00:00Z\",\"author\":{\"colour\":\"#1f5fa8\",\"device\":\"\","
            + "\"initials\":\"A\",\"name\":\"A\",\"pet\":\"cat\"},\"clock\":3,\"id\":\""
            + POST
            + "\",\"later\":[{\"b\":1,\"a\":2}],\"post\":\""
            + POST
            + "\",\"subject\":\""
            + POST
            + "\"}";
    ReviewEvent event = ReviewEventJson.read(line);
    assertEquals(
        line.replace("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"), ReviewEventJson.write(event));
    assertEquals(event, ReviewEventJson.read(ReviewEventJson.write(event)));
    assertEquals(new ReviewEvent.Judged(Status.RESOLVED), event.action());
  }

  @Test
  void showsRepliesToWhatNeverCame() {
    UUID lost = UUID.randomUUID();
    UUID reply = reply(ann, lost, "Yes.");
    assertEquals(reply, Fold.of(events).annotations().getFirst().id());
  }

  private void anything(Random chance) {
    Author author = chance.nextBoolean() ? ann : ben;
    if (chance.nextInt(3) == 0) {
      clock--; // at the same time as another
    }
    List<UUID> there = events.stream().map(ReviewEvent::subject).distinct().toList();
    if (there.isEmpty() || chance.nextInt(4) == 0) {
      said(author, KINDS.get(chance.nextInt(KINDS.size())), "x" + chance.nextInt(9));
      return;
    }
    UUID about = there.get(chance.nextInt(there.size()));
    switch (chance.nextInt(6)) {
      case 0 -> reply(author, about, "r");
      case 1 -> happened(author, about, new ReviewEvent.Worded("w" + clock, Optional.empty()));
      case 2 ->
          events.add(
              bens.sign(
                  event(
                      ann,
                      about,
                      new ReviewEvent.Judged(STATUSES.get(chance.nextInt(STATUSES.size()))))));
      default ->
          happened(
              author, about, new ReviewEvent.Judged(STATUSES.get(chance.nextInt(STATUSES.size()))));
    }
  }

  private Status status(UUID id) {
    return Fold.of(events).find(id).orElseThrow().status();
  }

  private UUID suggestion() {
    UUID id = id();
    happened(ann, id, made(Kind.SUGGESTION, Optional.empty(), ""));
    return id;
  }

  private UUID said(Author author, Kind kind, String body) {
    UUID id = id();
    happened(author, id, made(kind, Optional.empty(), body));
    return id;
  }

  private UUID reply(Author author, UUID to, String body) {
    UUID id = id();
    happened(author, id, made(Kind.REPLY, Optional.of(to), body));
    return id;
  }

  private static ReviewEvent.Made made(Kind kind, Optional<UUID> parent, String body) {
    Anchor anchor = Anchor.in(Anchor.Scope.TEXT, TEXT, "s", new Span(4, 9));
    Optional<String> replacement = kind == Kind.SUGGESTION ? Optional.of("boat") : Optional.empty();
    return new ReviewEvent.Made(kind, parent, anchor, body, replacement, Optional.empty());
  }

  private void happened(Author author, UUID subject, ReviewEvent.Action action) {
    ReviewEvent event = event(author, subject, action);
    events.add(author.equals(ann) ? anns.sign(event) : bens.sign(event));
  }

  private ReviewEvent event(Author author, UUID subject, ReviewEvent.Action action) {
    clock = Math.max(0, clock) + 1;
    Instant at = Instant.parse("2026-11-23T10:00:00Z").plusSeconds(clock);
    return new ReviewEvent(id(), POST, subject, clock, at, author, action, "");
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
