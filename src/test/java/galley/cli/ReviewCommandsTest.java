package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ReviewCommandsTest extends Terminal {
  private static final String TEXT = "The ferry leaves at seven.\n\nNobody pays for it.\n";

  @BeforeEach
  void post() throws IOException {
    ok("new", "--headline", "Ferry");
    ok("set", "ferry", "--body", file("body.md", TEXT).toString());
  }

  @Test
  void addsByQuoteAndByRangeAndListsInTheOrderOfTheText() {
    ok("review", "add", "ferry", "--kind", "comment", "--quote", "Nobody", "--body", "Who?");
    ok("review", "add", "ferry", "--kind", "query", "--range", "4:9", "--body", "Source?");
    JsonNode all = json("review", "list", "ferry", "--json").required("annotations");
    assertEquals(2, all.size());
    JsonNode first = all.required(0);
    assertEquals("query", first.required("kind").asString());
    assertEquals("ferry", first.required("exact").asString());
    assertEquals("live", first.required("state").asString());
    assertEquals("text", first.required("scope").asString());
    assertEquals(4, first.required("start").asInt());
    assertEquals(9, first.required("end").asInt());
    assertTrue(first.required("replacement").isNull());
    assertTrue(first.required("verified").asBoolean());
    assertEquals(
        2, json("list", "--json").required("posts").required(0).required("openNotes").asInt());
  }

  @Test
  void repliesResolvesAndReopensByTheFirstLettersOfAnId() {
    String id = added("comment", "Nobody", "--body", "Who?", "--as", "Ann Lee");
    ok("review", "reply", "ferry", id, "--body", "The office.", "--as", "Ben Oh");
    ok("review", "resolve", "ferry", id);
    JsonNode one = only();
    assertEquals("resolved", one.required("status").asString());
    assertEquals("Ann Lee", one.required("author").asString());
    assertEquals("Ben Oh", one.required("replies").required(0).required("author").asString());
    ok("review", "reopen", "ferry", id.substring(0, 13));
    assertEquals("open", only().required("status").asString());
  }

  @Test
  void acceptsAndRejectsSuggestions() {
    String one = added("suggestion", "seven", "--replacement", "eight");
    String other = added("suggestion", "Nobody", "--replacement", "Everybody");
    ok("review", "accept", "ferry", one);
    ok("review", "reject", "ferry", other);
    assertEquals(
        TEXT.replace("seven", "eight"),
        json("show", "ferry", "--json").required("body").asString());
    assertEquals(1, run("review", "accept", "ferry", one));
    assertEquals(1, run("review", "resolve", "ferry", one));
  }

  @Test
  void setBodyCarriesAnnotationsOver() throws IOException {
    added("comment", "Nobody pays", "--body", "Who?");
    String changed = "It rains.\n\n" + TEXT;
    ok("set", "ferry", "--body", file("new.md", changed).toString());
    JsonNode one = only();
    assertEquals("live", one.required("state").asString());
    assertEquals(changed.indexOf("Nobody"), one.required("start").asInt());
  }

  @Test
  void answersAndVerifiesAQuery() {
    String id = added("query", "Nobody pays", "--body", "Source?");
    assertEquals(1, run("review", "verify", "ferry", id));
    ok("review", "answer", "ferry", id, "--source", "Timetable", "--date", "2026-11-23");
    assertEquals("answered", only().required("status").asString());
    ok("review", "verify", "ferry", id);
    assertEquals(
        "Timetable",
        json("show", "ferry", "--json")
            .required("sources")
            .required(0)
            .required("title")
            .asString());
  }

  @Test
  void packsOpensMergesAndShowsConflicts() throws IOException {
    added("comment", "Nobody pays", "--body", "Who?");
    String first = folder.resolve("first.galley").toString();
    ok("review", "pack", "ferry", "--to", first);
    library = "ben";
    ok("new", "--headline", "Something else");
    assertEquals(1, json("review", "open", first, "--json").required("annotations").size());
    ok("set", "ferry", "--body", file("b.md", TEXT.replace("seven", "six")).toString());
    String second = folder.resolve("second.galley").toString();
    JsonNode packed = json("review", "pack", "ferry", "--to", second, "--json");
    assertEquals(2, packed.required("round").asInt());
    library = "library";
    ok("set", "ferry", "--body", file("a.md", TEXT.replace("seven", "nine")).toString());
    JsonNode looked = json("review", "merge", second, "--dry-run", "--json");
    assertEquals(1, looked.required("conflicts").size());
    assertEquals(1, run("review", "merge", second));
    assertTrue(errors().contains("--conflicts"), errors());
    ok("review", "merge", second, "--conflicts", "theirs");
    assertEquals(
        TEXT.replace("seven", "six"), json("show", "ferry", "--json").required("body").asString());
    JsonNode again = json("review", "merge", second, "--json");
    assertEquals("known", again.required("changes").required("kind").asString());
    assertTrue(ok("review", "merge", second).contains("Nothing in it is new here"));
  }

  @Test
  void aPacketTakesANoteAndHistoryAlongAndOpenTellsOfBoth() throws IOException {
    ok("set", "ferry", "--body", file("b.md", TEXT + "More.\n").toString());
    String packet = folder.resolve("p.galley").toString();
    String[] pack = {"review", "pack", "ferry", "--to", packet, "--history", "all", "--json"};
    assertEquals(3, json(pack).required("revisions").asInt());
    ok("review", "pack", "ferry", "--to", packet, "--history", "all", "--note", "Page 3, please.");
    library = "ben";
    JsonNode opened = json("review", "open", packet, "--json");
    assertEquals("Page 3, please.", opened.required("note").asString());
    assertEquals(3, opened.required("changes").required("revisions").asInt());
    String again = ok("review", "open", packet);
    assertTrue(again.contains("Note: Page 3, please."), again);
    library = "library";
    assertEquals(2, run("review", "pack", "ferry", "--to", packet, "--history", "some"));
    no("review", "pack", "ferry", "--to", packet, "--pictures", "quay.jpg");
    assertTrue(errors().contains("no picture called quay.jpg"), errors());
  }

  @Test
  void importTakesAPacket() {
    added("comment", "Nobody pays", "--body", "Who?");
    String first = folder.resolve("first.galley").toString();
    ok("review", "pack", "ferry", "--to", first);
    library = "ben";
    JsonNode report = json("import", first, "--json");
    assertEquals("ferry", report.required("posts").required(0).required("slug").asString());
    assertEquals("Who?", only().required("body").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "criticmarkup", "jsonld"})
  void whatGoesToOtherProgramsComesBackOnceAndOnlyOnce(String format) {
    added("comment", "Nobody pays", "--body", "Who?", "--as", "Ann Lee");
    added("suggestion", "seven", "--replacement", "eight", "--as", "Ann Lee");
    String end = format.equals("criticmarkup") ? "md" : format;
    String file = folder.resolve("ferry." + end).toString();
    String first = folder.resolve("first.galley").toString();
    ok("review", "pack", "ferry", "--to", first, "--json");
    ok("review", "export", "ferry", "--format", format, "--to", file);
    JsonNode same = json("review", "import", file, "--json").required("annotations");
    assertEquals(2, same.size(), same.toString());
    library = "ben";
    ok("new", "--headline", "Other");
    ok("new", "--headline", "Ferry");
    ok("set", "ferry", "--body", folder.resolve("body.md").toString());
    JsonNode came = json("review", "import", file, "--json").required("annotations");
    assertEquals(2, came.size(), came.toString());
    JsonNode suggestion =
        came.required(0).required("kind").asString().equals("suggestion")
            ? came.required(0)
            : came.required(1);
    assertEquals("seven", suggestion.required("exact").asString());
    assertEquals("eight", suggestion.required("replacement").asString());
    JsonNode again = json("review", "import", file, "--json").required("annotations");
    assertEquals(came.size(), again.size());
  }

  @Test
  void aPageForAnyBrowserIsWritten() throws IOException {
    added("comment", "Nobody pays", "--body", "Who?", "--as", "Ann Lee");
    ok("review", "export", "ferry", "--format", "html", "--to", folder.toString());
    String page = Files.readString(folder.resolve("ferry.html"));
    assertTrue(page.contains("Who?") && page.contains("Ann Lee"), page);
  }

  @Test
  void signsOffAndSaysWhatChangedSince() throws IOException {
    ok("review", "sign-off", "ferry", "--note", "Good.", "--as", "Ann Lee");
    JsonNode signed = json("review", "list", "ferry", "--json").required("signOff");
    assertEquals("Ann Lee", signed.required("by").asString());
    assertEquals(false, signed.required("changedSince").asBoolean());
    ok("set", "ferry", "--stage", "ready");
    ok("set", "ferry", "--body", file("c.md", TEXT + "More.\n").toString());
    JsonNode after = json("review", "list", "ferry", "--json");
    assertEquals(true, after.required("signOff").required("changedSince").asBoolean());
    assertEquals("ready", after.required("stages").required(0).required("to").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "review",
        "review add ferry --kind comment --body x",
        "review add ferry --kind comment --range 9:4 --body x",
        "review add ferry --kind suggestion --range 0:3",
        "review add ferry --kind opinion --range 0:3 --body x",
        "review list",
        "review merge",
      })
  void wrongUseIsTold(String command) {
    assertEquals(2, run(command.split(" ", -1)), errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "review add ferry --kind comment --quote nowhere --body x",
        "review add ferry --kind comment --quote e --body x",
        "review add ferry --kind comment --range 0:999 --body x",
        "review resolve ferry 0000",
        "review list nothing",
        "review open nothing.galley",
      })
  void whatCannotBeDoneIsTold(String command) {
    assertEquals(1, run(command.split(" ", -1)), errors());
    assertEquals(1, errors().lines().count(), errors());
  }

  private String added(String kind, String quote, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("review", "add", "ferry", "--kind", kind, "--quote", quote));
    arguments.addAll(List.of(more));
    arguments.add("--json");
    JsonNode all = json(arguments.toArray(String[]::new)).required("annotations");
    for (JsonNode one : all) {
      if (one.required("exact").asString().equals(quote)) {
        return one.required("id").asString();
      }
    }
    throw new AssertionError("Not added");
  }

  private JsonNode only() {
    JsonNode all = json("review", "list", "ferry", "--json").required("annotations");
    assertEquals(1, all.size());
    return all.required(0);
  }
}
