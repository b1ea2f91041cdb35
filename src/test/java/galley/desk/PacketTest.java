package galley.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Revision;
import galley.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacketTest extends TwoDesks {
  @Test
  void bothSidesEndWithTheSameAfterThreeRounds() {
    Annotation query = said(ann, Kind.QUERY, "Nobody pays", "Who says so?", null);
    receive(ben, pack(ann, "1"));
    assertEquals("Ann Lee", annotations(ben).getFirst().annotation().author().name());
    assertTrue(annotations(ben).getFirst().annotation().verified());
    inPost(ben, review -> review.reply(query.id(), "The office.").join());
    Annotation suggestion = said(ben, Kind.SUGGESTION, "seven", "", "eight");
    edit(ben, body -> body.replace("says nothing", "keeps silent"));
    edit(ann, body -> "It rains.\n\n" + body);
    receive(ann, pack(ben, "2"));
    inPost(ann, review -> review.accept(suggestion.id()).join());
    edit(ben, body -> body + "\nThe end.\n");
    receive(ben, pack(ann, "3"));
    receive(ann, pack(ben, "4"));
    Draft draft = ann.post(post).join().draft();
    assertEquals(draft, ben.post(post).join().draft());
    assertTrue(draft.body().startsWith("It rains.\n\nThe ferry leaves at eight"));
    assertTrue(draft.body().endsWith("keeps silent.\n\nThe end.\n"));
    assertEquals(told(ann), told(ben));
    assertEquals(4, ann.reviewing().round(post).join());
    assertTrue(
        draft.images().stream().allMatch(image -> ben.media(image.sha256().get()).isPresent()));
  }

  @Test
  void theSamePacketTwiceChangesNothing() {
    said(ann, Kind.COMMENT, "seven", "Hm.", null);
    Path packet = pack(ann, "1");
    receive(ben, packet);
    edit(ben, body -> body + "More.\n");
    List<Revision> before = ben.revisions(post).join();
    assertEquals(Arrival.Kind.KNOWN, ben.reviewing().look(packet).join().kind());
    receive(ben, packet);
    assertEquals(before, ben.revisions(post).join());
  }

  @Test
  void packingTheSameAgainGivesTheSameBytes() throws IOException {
    said(ann, Kind.COMMENT, "seven", "Hm.", null);
    assertArrayEquals(Files.readAllBytes(pack(ann, "1")), Files.readAllBytes(pack(ann, "again")));
  }

  @Test
  void itsFirstBytesSayWhatItIs() throws IOException {
    byte[] packet = Files.readAllBytes(pack(ann, "1"));
    String type = "mimetype" + galley.review.Packet.TYPE;
    assertEquals(type, new String(packet, 30, type.length(), StandardCharsets.US_ASCII));
  }

  @Test
  void lookingShowsWhatWouldChangeAndAppliesNothing() {
    receive(ben, pack(ann, "1"));
    said(ben, Kind.COMMENT, "seven", "Early.", null);
    edit(ben, body -> body.replace("seven", "six"));
    edit(ann, body -> body.replace("seven", "nine"));
    Path packet = pack(ben, "2");
    Arrival arrival = ann.reviewing().look(packet).join();
    assertEquals(Arrival.Kind.BOTH, arrival.kind());
    assertEquals(1, arrival.said().made().size());
    assertEquals("nine", arrival.conflicts().getFirst().mine().text());
    assertEquals("six", arrival.conflicts().getFirst().theirs().text());
    assertEquals(List.of(), annotations(ann));
    ann.reviewing().merge(arrival, Choices.theirs()).join();
    assertTrue(ann.post(post).join().body().contains("at six"));
    assertEquals(1, annotations(ann).size());
  }

  @Test
  void aMergeIsOneStepThatCanBeUndone() {
    receive(ben, pack(ann, "1"));
    edit(ben, body -> body.replace("Nobody", "Everybody"));
    edit(ann, body -> "It rains.\n\n" + body);
    receive(ann, pack(ben, "2"));
    List<Revision> all = ann.revisions(post).join();
    assertEquals("Merged round 2 from Ben Oh", all.get(0).name());
    assertEquals("Before round 2 from Ben Oh", all.get(1).name());
    try (DraftSession session = ann.open(post).join()) {
      session.restore(all.get(1).id()).join();
      assertEquals("It rains.\n\n" + TEXT, session.post().body());
    }
  }

  @Test
  void aForgedAuthorIsShownAsUnverified() throws IOException {
    said(ann, Kind.COMMENT, "seven", "As Ann wrote it.", null);
    Path packet = pack(ann, "1");
    Map<String, byte[]> files = unzipped(packet);
    String events = text(files, "events.ndjson").replace("As Ann wrote it.", "As was forged.");
    put(files, "events.ndjson", events);
    receive(ben, zipped(files, "forged"));
    Annotation shown = annotations(ben).getFirst().annotation();
    assertEquals("As was forged.", shown.body());
    assertFalse(shown.verified());
  }

  @Test
  void aScriptInACommentStaysText() throws IOException {
    said(ann, Kind.COMMENT, "seven", "<script>alert(1)</script><img src=x onerror=y>", null);
    String page = text(unzipped(pack(ann, "1")), "review.html");
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<img src=x"));
    assertTrue(page.contains("&lt;script&gt;"));
    assertTrue(page.contains("src=\"media/"));
  }

  @Test
  void positionsForOthersCountCodePoints() throws IOException {
    said(ann, Kind.COMMENT, "each", "Hm.", null);
    String json = text(unzipped(pack(ann, "1")), "annotations.jsonld");
    int units = TEXT.indexOf("each");
    assertTrue(json.contains("\"start\":" + (units - 1)), json);
    var read = galley.review.WebAnnotations.read(json, TEXT);
    assertEquals(new Span(units, units + 4), read.getFirst().span());
    assertEquals("Hm.", read.getFirst().body());
  }

  @Test
  void aBaseThatIsMissingIsFoundByItsWords() throws IOException {
    said(ann, Kind.COMMENT, "Nobody pays", "Hm.", null);
    Map<String, byte[]> files = unzipped(pack(ann, "1"));
    String base =
        files.keySet().stream().filter(name -> name.startsWith("base/")).findFirst().orElseThrow();
    files.remove(base);
    String manifest = text(files, "manifest.json");
    files.put(
        "manifest.json",
        manifest
            .replaceAll(" *\"" + base + "\" : \"[0-9a-f]+\",?\\s*\n", "")
            .getBytes(StandardCharsets.UTF_8));
    receive(ben, zipped(files, "baseless"));
    PlacedAnnotation placed = annotations(ben).getFirst();
    assertEquals("Nobody pays", placed.placement().span().of(ben.post(post).join().body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cut", "changed", "newer", "outside", "bomb", "other", "mixed", "missing", "more", "link",
        "nothing", "picture"
      })
  void aBadPacketIsRefusedInAPlainSentenceAndNothingIsApplied(String how) throws IOException {
    said(ann, Kind.COMMENT, "seven", "Hm.", null);
    Path packet = pack(ann, "1");
    Path bad = bad(packet, how);
    CompletionException refused =
        assertThrows(CompletionException.class, () -> ben.reviewing().look(bad).join());
    String message = String.valueOf(refused.getCause().getMessage());
    assertTrue(refused.getCause() instanceof DeskException, message);
    assertTrue(
        message.contains("Nothing has been changed") || message.contains("nothing has been"),
        message);
    assertEquals(List.of(), ben.posts().join());
    ImportReport report = ben.importing().bring(List.of(bad), progress -> {}).join();
    assertEquals(1, report.refused().size());
    assertEquals(List.of(), ben.posts().join());
  }

  @Test
  void aPacketWithoutACommonStateIsRefused() {
    Path other = pack(ann, "1");
    Path copied = folder.resolve("copied");
    receive(ben, other);
    try (Desk third = desk("third")) {
      third.importing().bring(List.of(other), progress -> {}).join();
      edit(third, body -> body + "Third.\n");
    }
    edit(ben, body -> body + "Ben.\n");
    assertEquals(Arrival.Kind.KNOWN, ben.reviewing().look(other).join().kind());
    assertFalse(Files.exists(copied));
  }

  @Test
  void importingAPacketBringsThePostIn() {
    Annotation made = said(ann, Kind.COMMENT, "seven", "Hm.", null);
    ImportReport report = ben.importing().bring(List.of(pack(ann, "1")), progress -> {}).join();
    assertEquals("ferry", report.posts().getFirst().slug());
    assertEquals(made.id(), annotations(ben).getFirst().annotation().id());
    assertEquals(Status.OPEN, annotations(ben).getFirst().annotation().status());
    assertEquals(List.of(), ben.keeping().verify(progress -> {}).join().problems());
  }

  @Test
  void anArchiveIsTheSameOnBothSidesAndComesBackWithAllThatWasSaid() throws IOException {
    said(ann, Kind.COMMENT, "seven", "Hm.", null);
    receive(ben, pack(ann, "1"));
    said(ben, Kind.SUGGESTION, "Nobody", "", "Everybody");
    edit(ben, body -> "It rains.\n\n" + body);
    receive(ann, pack(ben, "2"));
    Path one = archive(ann, "a");
    Path other = archive(ben, "b");
    Map<String, String> files = files(one);
    assertEquals(files, files(other));
    assertTrue(files.containsKey(".galley/review/events.ndjson"), files.keySet().toString());
    try (Desk third = desk("third")) {
      third.importing().bring(List.of(one), progress -> {}).join();
      assertEquals(told(ann), told(third));
      assertEquals(ann.post(post).join().draft(), third.post(post).join().draft());
      assertEquals(2, third.posts().join().getFirst().openNotes());
    }
  }

  @Test
  void anOpenSuggestionOrNoteNeverReachesAnExport() throws IOException {
    said(ann, Kind.COMMENT, "seven", "SECRETNOTE", null);
    said(ann, Kind.SUGGESTION, "Nobody", "SECRETWHY", "SECRETWORDS");
    for (ExportRequest request :
        List.of(
            ExportRequest.html(),
            ExportRequest.single(),
            ExportRequest.markdown(galley.export.Variant.PUBLISH, galley.export.Profile.PLAIN))) {
      ExportPlan plan = ann.exporting().plan(post, request).join();
      for (galley.export.BundleFile file : plan.files()) {
        try (var in = file.content().open()) {
          String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
          assertFalse(text.contains("SECRET"), file.path());
        }
      }
    }
  }

  @Test
  void aLibraryAsPlainFilesComesBackTheSame() throws IOException {
    said(ann, Kind.COMMENT, "seven", "Hm.", null);
    receive(ben, pack(ann, "1"));
    Path out = folder.resolve("out");
    ann.keeping().exportLibrary(out, progress -> {}).join();
    try (Desk third = desk("third")) {
      third.keeping().importLibrary(out, progress -> {}).join();
      assertEquals(annotations(ann), annotations(third));
      assertEquals(1, third.reviewing().round(post).join());
      assertEquals(List.of(), third.keeping().verify(progress -> {}).join().problems());
      Path again = folder.resolve("again");
      third.keeping().exportLibrary(again, progress -> {}).join();
      assertEquals(files(out), files(again));
    }
  }

  private Path bad(Path packet, String how) throws IOException {
    Map<String, byte[]> files = unzipped(packet);
    String manifest = text(files, "manifest.json");
    switch (how) {
      case "cut" -> {
        byte[] all = Files.readAllBytes(packet);
        return Files.write(folder.resolve("bad.galley"), java.util.Arrays.copyOf(all, 900));
      }
      case "nothing" -> {
        return Files.write(folder.resolve("bad.galley"), new byte[0]);
      }
      case "changed" -> files.put("manuscript.md", "Else.".getBytes(StandardCharsets.UTF_8));
      case "newer" ->
          files.put(
              "manifest.json",
              manifest
                  .replace("\"format\" : 1", "\"format\" : 2")
                  .getBytes(StandardCharsets.UTF_8));
      case "outside" -> files.put("../evil.md", new byte[] {1});
      case "bomb" -> put(files, "review.html", "\0".repeat(80 << 20));
      case "other" -> files.put("mimetype", "application/zip".getBytes(StandardCharsets.UTF_8));
      case "mixed" ->
          put(
              files,
              "events.ndjson",
              text(files, "events.ndjson").replace(post.toString(), UUID.randomUUID().toString()));
      case "missing" -> files.remove("events.ndjson");
      case "more" -> files.put("base/extra.md", new byte[] {1});
      case "picture" -> {
        String name =
            files.keySet().stream().filter(one -> one.startsWith("media/")).findFirst().get();
        files.put(name, new byte[] {1, 2, 3});
      }
      case "link" -> {
        Path linked = zipped(files, "bad");
        byte[] all = Files.readAllBytes(linked);
        for (int i = 0; i + 46 < all.length; i++) {
          if (all[i] == 'P' && all[i + 1] == 'K' && all[i + 2] == 1 && all[i + 3] == 2) {
            all[i + 5] = 3; // made on a Unix
            all[i + 40] = (byte) 0xFF;
            all[i + 41] = (byte) 0xA1; // a link
            break;
          }
        }
        return Files.write(linked, all);
      }
      default -> throw new IllegalArgumentException(how);
    }
    return zipped(files, "bad");
  }
}
