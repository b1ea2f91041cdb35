package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.PackRequest.History;
import galley.post.Annotation.Kind;
import galley.post.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacketHistoryTest extends TwoDesks {
  @Test
  void aNoteGoesAlongAndIsInThePageAsText() throws IOException {
    Path packet = pack(History.NONE, "Please look at <b>Tuesday</b>.");
    assertEquals("Please look at <b>Tuesday</b>.", ben.reviewing().look(packet).join().note());
    String page = text(unzipped(packet), "review.html");
    assertTrue(page.contains("Ann Lee: Please look at &lt;b&gt;Tuesday&lt;/b&gt;."), page);
    assertEquals("", ben.reviewing().look(pack(History.NONE, " ")).join().note());
  }

  @Test
  void aNoteThatIsTooLongIsRefusedAndOneMadeElsewhereIsCut() throws IOException {
    String longest = "x".repeat(PackRequest.LONGEST_NOTE);
    Path packet = pack(History.NONE, longest);
    CompletionException refused =
        assertThrows(CompletionException.class, () -> pack(History.NONE, longest + "y"));
    assertTrue(refused.getCause() instanceof DeskException);
    Map<String, byte[]> files = unzipped(packet);
    files.put(
        "manifest.json",
        text(files, "manifest.json")
            .replace("xxx\"", "xxx\\u0007 and a great deal more\"")
            .getBytes(StandardCharsets.UTF_8));
    assertEquals(longest, ben.reviewing().look(zipped(files, "longer")).join().note());
  }

  @Test
  void historyComesAlongWithItsIdsTimesAndTexts() {
    history();
    List<Revision> mine = ann.revisions(post).join();
    Arrival arrival = ben.reviewing().look(pack(History.ALL, "")).join();
    assertEquals(mine.size(), arrival.revisions());
    ben.reviewing().merge(arrival, Choices.mine()).join();
    List<Revision> theirs = ben.revisions(post).join();
    assertEquals(mine.size() + 1, theirs.size());
    assertEquals(Revision.Kind.IMPORTED, theirs.getFirst().kind());
    for (int i = 0; i < mine.size(); i++) {
      Revision one = mine.get(i);
      Revision other = theirs.get(i + 1);
      assertEquals(one, other);
      assertEquals(ann.revision(one.id()).join(), ben.revision(other.id()).join());
    }
    sound(ben);
  }

  @Test
  void onlyNamedStatesGoAlongWhereThatIsAsked() {
    history();
    Arrival arrival = ben.reviewing().look(pack(History.NAMED, "")).join();
    assertEquals(1, arrival.revisions());
    ben.reviewing().merge(arrival, Choices.mine()).join();
    assertEquals("First draft", ben.revisions(post).join().getLast().name());
    sound(ben);
  }

  @Test
  void historyFallsBetweenWhatIsHereAndTheNewestStaysTheNewest() {
    receive(ben, pack(ann, "1"));
    for (int i = 0; i < 60; i++) {
      int number = i;
      edit(i % 2 == 0 ? ann : ben, body -> body + "\nLine " + number + ".\n");
    }
    said(ben, Kind.COMMENT, "seven", "Hm.", null);
    List<Revision> before = ann.revisions(post).join();
    Set<UUID> sent = ben.revisions(post).join().stream().map(Revision::id).collect(ids());
    Path packet =
        ben.reviewing()
            .pack(post, new PackRequest(folder.resolve("2"), Optional.empty(), History.ALL, ""))
            .join()
            .file();
    Arrival arrival = ann.reviewing().look(packet).join();
    ann.reviewing().merge(arrival, Choices.both()).join();
    List<Revision> after = ann.revisions(post).join();
    assertEquals(before.size() + sent.size() + 1, after.size());
    assertEquals("Merged round 2 from Ben Oh", after.getFirst().name());
    assertEquals(ann.post(post).join().draft(), ann.revision(after.getFirst().id()).join());
    assertEquals("Before round 2 from Ben Oh", after.get(1).name());
    for (int i = 1; i < after.size(); i++) {
      assertTrue(after.get(i).number() < after.get(i - 1).number());
      assertTrue(i < 3 || !after.get(i).at().isAfter(after.get(i - 1).at()));
    }
    Set<UUID> all = after.stream().map(Revision::id).collect(ids());
    assertTrue(all.containsAll(sent));
    before.forEach(one -> assertTrue(all.contains(one.id())));
    for (UUID one : sent) {
      assertEquals(ben.revision(one).join(), ann.revision(one).join());
    }
    sound(ann);
  }

  @Test
  void theSameHistoryTwiceChangesNothing() {
    history();
    Path packet = pack(History.ALL, "");
    receive(ben, packet);
    edit(ben, body -> body + "More.\n");
    List<Revision> before = ben.revisions(post).join();
    Arrival again = ben.reviewing().look(packet).join();
    assertEquals(Arrival.Kind.KNOWN, again.kind());
    assertEquals(0, again.revisions());
    receive(ben, packet);
    assertEquals(before, ben.revisions(post).join());
  }

  @Test
  void historyAloneComesInWithoutTouchingTheText() {
    history();
    receive(ben, pack(History.NONE, ""));
    edit(ben, body -> body + "More.\n");
    Path packet = pack(History.ALL, "");
    assertEquals(Arrival.Kind.SAID, ben.reviewing().look(packet).join().kind());
    var mine = ben.post(post).join().draft();
    int revisions = ben.revisions(post).join().size();
    receive(ben, packet);
    assertEquals(mine, ben.post(post).join().draft());
    assertEquals(revisions + ann.revisions(post).join().size(), ben.revisions(post).join().size());
    assertEquals(mine, ben.revision(ben.revisions(post).join().getFirst().id()).join());
    sound(ben);
  }

  @Test
  void whatARestoredStateTookThePlaceOfStaysTheOneBeforeIt() {
    receive(ben, pack(ann, "1"));
    edit(ann, body -> body + "One.\n");
    Revision first = ann.revisions(post).join().getLast();
    edit(ben, body -> body + "Two.\n");
    try (DraftSession session = ann.open(post).join()) {
      session.restore(first.id()).join();
    }
    List<Revision> before = ann.revisions(post).join();
    int restored = restored(before);
    Path packet =
        ben.reviewing()
            .pack(post, new PackRequest(folder.resolve("2"), Optional.empty(), History.ALL, ""))
            .join()
            .file();
    ann.reviewing().merge(ann.reviewing().look(packet).join(), Choices.both()).join();
    List<Revision> after = ann.revisions(post).join();
    assertEquals(before.get(restored + 1).id(), after.get(restored(after) + 1).id());
    sound(ann);
  }

  @Test
  void picturesOfEarlierStatesGoAlong() throws IOException {
    String sha256 = ann.post(post).join().draft().images().getFirst().sha256().orElseThrow();
    ann.change(
            post,
            draft -> draft.withBody("No picture.\n").withImages(List.of()),
            Revision.Kind.NAMED)
        .join();
    assertEquals(
        0,
        unzipped(pack(History.NONE, "")).keySet().stream()
            .filter(n -> n.startsWith("media/"))
            .count());
    receive(ben, pack(History.ALL, ""));
    assertTrue(ben.media(sha256).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "twice", "kind", "time", "id", "draft", "many"})
  void aHistoryThatNobodyWroteSoIsRefused(String how) throws IOException {
    history();
    Map<String, byte[]> files = unzipped(pack(History.ALL, ""));
    String lines = text(files, "history.ndjson");
    String line = lines.substring(0, lines.indexOf('\n') + 1);
    put(
        files,
        "history.ndjson",
        switch (how) {
          case "cut" -> lines.substring(0, lines.length() - 20);
          case "twice" -> lines + line;
          case "kind" -> lines.replaceFirst("\"kind\":\"[a-z]+\"", "\"kind\":\"dreamt\"");
          case "time" -> lines.replaceFirst("\"at\":\"2", "\"at\":\"+1000000002");
          case "id" -> lines.replaceFirst("\"id\":\"[0-9a-f-]+\"", "\"id\":\"1; DROP TABLE\"");
          case "draft" -> lines.replaceFirst("\"draft\"", "\"drift\"");
          default -> many(line);
        });
    Path bad = zipped(files, "bad");
    CompletionException refused =
        assertThrows(CompletionException.class, () -> ben.reviewing().look(bad).join());
    String message = String.valueOf(refused.getCause().getMessage());
    assertTrue(message.contains("history.ndjson"), message);
    assertTrue(message.contains("Nothing has been changed"), message);
    assertEquals(List.of(), ben.posts().join());
  }

  @Test
  void historyNeverOverwritesARevisionThatIsHere() throws IOException {
    history();
    receive(ben, pack(History.ALL, ""));
    Revision first = ben.revisions(post).join().getLast();
    var said = ben.revision(first.id()).join();
    Map<String, byte[]> files = unzipped(pack(History.ALL, ""));
    put(files, "history.ndjson", text(files, "history.ndjson").replace("The ferry", "The thief"));
    receive(ben, zipped(files, "forged"));
    assertEquals(said, ben.revision(first.id()).join());
  }

  @Test
  void anIdOfAnotherPostIsPassedOver() throws IOException {
    history();
    UUID other = ben.create("Other").join().id();
    Revision taken = ben.revisions(other).join().getFirst();
    Map<String, byte[]> files = unzipped(pack(History.ALL, ""));
    put(
        files,
        "history.ndjson",
        text(files, "history.ndjson")
            .replaceFirst("\"id\":\"[0-9a-f-]+\"", "\"id\":\"" + taken.id() + "\""));
    receive(ben, zipped(files, "forged"));
    assertEquals(taken, ben.revisions(other).join().getFirst());
    sound(ben);
  }

  @Test
  void timesFinerThanTheLibraryKeepsThemStaySound() throws IOException {
    history();
    Map<String, byte[]> files = unzipped(pack(History.ALL, ""));
    put(
        files,
        "history.ndjson",
        text(files, "history.ndjson").replaceFirst("(\"at\":\"[^\".]+)[^\"]*", "$1.123456789Z"));
    receive(ben, zipped(files, "fine"));
    sound(ben);
  }

  @Test
  void historyThatIsInTheJournalAloneComesBack() throws IOException {
    history();
    Path packet = pack(History.ALL, "");
    Path library = folder.resolve("ben");
    ben.create("Other").join();
    ben.close();
    Path before = folder.resolve("before.db");
    Files.copy(library.resolve("galley.mv.db"), before);
    ben = desk("ben");
    receive(ben, packet);
    edit(ben, body -> body + "More.\n");
    List<Revision> all = ben.revisions(post).join();
    ben.close();
    Files.copy(
        before, library.resolve("galley.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(library.resolve("state.json"));
    ben = desk("ben");
    List<Revision> replayed = ben.revisions(post).join();
    assertEquals(
        all.stream().map(Revision::number).toList(),
        replayed.stream().map(Revision::number).toList());
    assertEquals(
        all.stream().map(Revision::name).toList(), replayed.stream().map(Revision::name).toList());
    for (Revision one : ann.revisions(post).join()) {
      assertEquals(ann.revision(one.id()).join(), ben.revision(one.id()).join());
    }
    sound(ben);
  }

  private static String many(String line) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i <= 2_000; i++) {
      lines.append(line.replaceFirst("\"id\":\"[0-9a-f-]+\"", "\"id\":\"" + new UUID(1, i) + "\""));
    }
    return lines.toString();
  }

  private static int restored(List<Revision> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind() == Revision.Kind.RESTORED) {
        return i;
      }
    }
    throw new AssertionError("None was restored");
  }

  private static java.util.stream.Collector<UUID, ?, Set<UUID>> ids() {
    return Collectors.toSet();
  }

  /** A few states, one of them named. */
  private void history() {
    ann.milestone(post, "First draft").join();
    for (int i = 0; i < 5; i++) {
      int number = i;
      edit(ann, body -> body.replace("seven", "seven or " + number) + "\nMore " + number + ".\n");
    }
  }

  private Path pack(History history, String note) {
    PackRequest request =
        new PackRequest(
            folder.resolve("packet-" + history + note.length()), Optional.empty(), history, note);
    return ann.reviewing().pack(post, request).join().file();
  }

  private static void sound(Desk desk) {
    assertEquals(List.of(), desk.keeping().verify(progress -> {}).join().problems());
  }
}
