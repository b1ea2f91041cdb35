package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CommandsTest extends Terminal {
  private static final String POST =
      """
      ---
      title: "The ferry is the last public square we have"
      description: "Cutting the 06:40 saves less than it costs."
      author: Ada Marrow
      tags: [ferries, county]
      mood: grey
      ---
      On the 06:40 nobody is a customer — a nurse sits beside the mate.

      ## What the ledger leaves out

      61 people ride it to hourly work.
      """;

  @Test
  void bringsAPostInAndShowsItExactly() throws IOException {
    JsonNode report = json("import", file("ferry.md", POST).toString(), "--json");
    JsonNode post = report.required("posts").required(0);
    assertEquals(
        "The ferry is the last public square we have", post.required("headline").asString());
    assertEquals(0, report.required("refused").size());

    JsonNode shown = json("show", post.required("slug").asString(), "--json");
    String body = POST.substring(POST.indexOf("---\n", 4) + 4);
    assertEquals(body, shown.required("body").asString());
    assertEquals("grey", shown.required("extra").required("mood").asString());
    assertEquals("Ada Marrow", shown.required("bylines").required(0).asString());
    assertEquals("draft", shown.required("stage").asString());
    assertEquals(1, shown.required("readingMinutes").asInt());
    assertEquals(shown, json("show", post.required("id").asString(), "--json"));
  }

  @Test
  void listStandsInColumnsHoweverLongASlugIs() {
    ok("new", "--headline", "Oysters");
    ok("new", "--headline", "Fifty letters and one: the oysters that nobody counts");
    ok("new", "--headline", "Far too long for any column ".repeat(4));
    List<String> lines = ok("list").lines().toList();
    assertEquals(4, lines.size(), "the longest slug has a line of its own");
    assertEquals(
        1,
        lines.stream()
            .filter(line -> line.contains("  draft"))
            .map(line -> line.indexOf("  draft"))
            .distinct()
            .count(),
        String.join("\n", lines));
  }

  @Test
  void verifySaysPlainlyThatAllIsWell() {
    ok("new", "--headline", "Oysters");
    assertTrue(ok("verify").startsWith("All is well"));
  }

  @Test
  void listsByStageAndTag() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    ok("new", "--headline", "Count the oysters first");
    assertEquals(2, json("list", "--json").required("posts").size());
    assertEquals(1, json("list", "--tag", "Ferries", "--json").required("posts").size());
    assertEquals(0, json("list", "--stage", "ready", "--json").required("posts").size());
    assertTrue(ok("list").contains("count-the-oysters-first"));
    assertEquals(
        List.of(
            "id", "slug", "headline", "stage", "section", "tags", "words", "changed", "openNotes"),
        keys(json("list", "--json").required("posts").required(0)));
  }

  @Test
  void setMakesANewRevision() throws IOException {
    String slug = json("new", "--headline", "Tide tables", "--json").required("slug").asString();
    Path body = file("body.md", "Before the app there was a carpenter.\r\n");
    JsonNode post =
        json(
            "set",
            slug,
            "--stage",
            "in-review",
            "--standfirst",
            "A notebook and forty years",
            "--body",
            body.toString(),
            "--json");
    assertEquals("Before the app there was a carpenter.\r\n", post.required("body").asString());
    assertEquals("in-review", post.required("stage").asString());
    assertEquals("A notebook and forty years", post.required("standfirst").asString());
    assertEquals(2, post.required("revision").asInt());
    assertEquals(slug, post.required("slug").asString());
  }

  @Test
  void aBodyThatIsNotTextChangesNothing() throws IOException {
    String slug = json("new", "--headline", "Tide", "--json").required("slug").asString();
    Path latin = folder.resolve("latin.md");
    Files.write(latin, new byte[] {'c', 'a', 'f', (byte) 0xE9});
    no("set", slug, "--body", latin.toString());
    assertTrue(errors().contains("UTF-8"), errors());
    assertEquals("", json("show", slug, "--json").required("body").asString());
  }

  @Test
  void findsWordsInAllPosts() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    JsonNode found = json("search", "ledger", "--json");
    assertEquals(1, found.required("total").asInt());
    assertTrue(found.required("posts").required(0).required("excerpts").size() > 0);
    assertEquals(0, json("search", "submarine", "--json").required("total").asInt());
  }

  @Test
  void exportsAPageWithEveryFileAsAnnounced() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    Path to = folder.resolve("out");
    JsonNode written = json("export", slug(), "--format", "html", "--to", to.toString(), "--json");
    Path root = Path.of(written.required("root").asString());
    assertTrue(root.startsWith(to));
    for (JsonNode file : written.required("files")) {
      Path path = root.resolve(file.required("path").asString());
      assertEquals(file.required("bytes").asLong(), Files.size(path));
      assertEquals(file.required("sha256").asString(), Sha256.of(path));
    }
    assertTrue(Files.readString(root.resolve("index.html")).contains("What the ledger leaves out"));
  }

  @ParameterizedTest
  @CsvSource({"docx,docx", "criticmarkup,md"})
  void exportsADocumentAsTheReviewDoes(String format, String end) throws IOException {
    ok("import", file("ferry.md", POST).toString());
    String slug = slug();
    ok("review", "add", slug, "--kind", "comment", "--quote", "nobody", "--body", "WHO");
    String to = folder.resolve("out").toString();
    JsonNode written = json("export", slug, "--format", format, "--to", to, "--json");
    Path document = Path.of(to, slug + "." + end);
    assertEquals(document.toString(), written.required("root").asString());
    JsonNode file = written.required("files").required(0);
    assertEquals(1, written.required("files").size());
    assertEquals(slug + "." + end, file.required("path").asString());
    assertEquals(Files.size(document), file.required("bytes").asLong());
    assertEquals(Sha256.of(document), file.required("sha256").asString());
    String same = folder.resolve("same." + end).toString();
    ok("review", "export", slug, "--format", format, "--to", same);
    assertEquals(Sha256.of(document), Sha256.of(Path.of(same)));
    ok("export", slug, "--format", format, "--to", to); // nobody has written into it
    ok("export", slug, "--format", format, "--to", to, "--zip");
    ok("export", slug, "--format", format, "--to", to, "--zip");
  }

  @Test
  void aDocumentToPublishHasNothingThatWasSaid() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    String slug = slug();
    ok("review", "add", slug, "--kind", "comment", "--quote", "nobody", "--body", "WHO");
    String to = folder.resolve("out").toString();
    String[] export = {
      "export", slug, "--format", "criticmarkup", "--variant", "publish", "--to", to
    };
    ok(export);
    assertEquals(
        json("show", slug, "--json").required("body").asString(),
        Files.readString(Path.of(to, slug + ".md")));
  }

  @ParameterizedTest
  @CsvSource({"docx,docx", "criticmarkup,md"})
  void aDocumentThatSomebodyMayHaveWrittenIntoIsNotReplaced(String format, String end)
      throws IOException {
    ok("import", file("ferry.md", POST).toString());
    String slug = slug();
    Path to = Files.createDirectories(folder.resolve("out"));
    Path document = Files.writeString(to.resolve(slug + "." + end), "years of work");
    no("export", slug, "--format", format, "--to", to.toString());
    assertTrue(errors().contains("Nothing was changed"), errors());
    no("review", "export", slug, "--format", format, "--to", to.toString());
    assertEquals("years of work", Files.readString(document));
  }

  @Test
  void anErrorStopsAnExportUntilAReasonIsGiven() throws IOException {
    ok("import", file("ferry.md", POST + "\n![](media/ferry.jpg)\n").toString());
    Path to = folder.resolve("out");
    no("export", slug(), "--format", "html", "--to", to.toString());
    assertTrue(errors().contains("--override"), errors());
    assertFalse(Files.exists(to));
    ok("export", slug(), "--format", "html", "--to", to.toString(), "--override", "Proof only");
    assertTrue(Files.isDirectory(to));
  }

  @Test
  void eachFormatKeepsItsPlaceAndIsReplacedByItselfOnly() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    String to = folder.resolve("out").toString();
    ok("export", slug(), "--format", "html", "--to", to);
    JsonNode single = json("export", slug(), "--format", "single", "--to", to, "--json");
    Path page = Path.of(to, slug() + ".html");
    assertEquals(page, Path.of(single.required("root").asString()));
    assertTrue(Files.isRegularFile(page));
    assertTrue(Files.isRegularFile(Path.of(to, slug(), "index.html")));
    ok("export", slug(), "--format", "single", "--to", to);
    ok("export", slug(), "--format", "html", "--to", to);
    String slug = slug();
    no("export", slug, "--format", "markdown", "--to", to);
    assertTrue(Files.isRegularFile(Path.of(to, slug, "index.html")));
  }

  @Test
  void aPlaceThatIsTakenIsOnePlainSentence() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    String slug = slug();
    Path taken = Files.createDirectories(folder.resolve("out").resolve(slug));
    Files.writeString(taken.resolve("thesis.docx"), "years of work");
    no("export", slug, "--format", "html", "--to", folder.resolve("out").toString());
    assertEquals(
        "galley: The folder "
            + slug
            + " holds thesis.docx, which is not from an export. Nothing was changed. Choose"
            + " another place, or move that away first.",
        errors().strip());
  }

  @Test
  void nothingLooksStoppedInAnArchive() throws IOException {
    ok("import", file("ferry.md", POST + "\n![](media/ferry.jpg)\n").toString());
    String slug = slug();
    String[] archive = {"export", slug, "--format", "markdown", "--variant", "archive", "--to"};
    String said =
        ok(Stream.concat(Stream.of(archive), Stream.of(folder + "/keep")).toArray(String[]::new));
    assertFalse(said.contains("✗"), said);
    assertTrue(said.contains("! "), said);
  }

  @Test
  void backsUpRestoresAndVerifies() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    JsonNode made = json("backup", "--json");
    assertEquals(1, made.required("checked").required("posts").asInt());
    ok("new", "--headline", "After the backup");
    ok("restore", made.required("file").asString());
    assertEquals(1, json("list", "--json").required("posts").size());
    JsonNode checked = json("verify", "--json");
    assertEquals(1, checked.required("checked").required("posts").asInt());
    assertEquals(0, checked.required("problems").size());
  }

  @Test
  void withoutACommandOrWithOpenItAsksForTheWindow() {
    assertEquals(0, run());
    assertEquals(List.of(), shown);
    assertEquals(0, run("open", "draft.md"));
    assertEquals(List.of(Path.of("draft.md").toAbsolutePath()), shown);
  }

  @Test
  void aZipIsReportedAsLargeAsItsFile() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    String to = folder.resolve("out").toString();
    JsonNode zip = json("export", slug(), "--format", "html", "--to", to, "--zip", "--json");
    long bytes = Files.size(Path.of(zip.required("root").asString()));
    assertEquals(bytes, zip.required("bytes").asLong());
    String said = ok("export", slug(), "--format", "html", "--to", to, "--zip");
    assertTrue(said.contains(String.format(Locale.ROOT, "%,d bytes", bytes)), said);
    JsonNode whole = json("export", slug(), "--format", "html", "--to", to, "--json");
    long all = 0;
    for (JsonNode file : whole.required("files")) {
      all += file.required("bytes").asLong();
    }
    assertEquals(all, whole.required("bytes").asLong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "show x", "search x", "backup", "verify", "export x --format html --to y"})
  void aLibraryThatIsNotThereIsOneSentence(String command) {
    no(command.split(" "));
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("galley: "), errors());
    assertFalse(Files.exists(library()));
  }

  @Test
  void aLibraryThatIsNotThereSaysHowToMakeOne() {
    no("list");
    assertTrue(errors().contains("--library \"" + library() + "\" new"), errors());
    ok("new", "--headline", "First post");
    assertEquals(1, json("list", "--json").required("posts").size());
  }

  @Test
  void aLibraryOfANewerGalleyIsOneSentenceAndLeftAsItIs() throws Exception {
    ok("new", "--headline", "First post");
    String url = "jdbc:h2:file:" + library().resolve("galley").toAbsolutePath();
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO migration SELECT 99, 'later', checksum, applied FROM migration WHERE number"
              + " = 1");
    }
    for (String command : List.of("list", "new --headline Second", "backup", "verify")) {
      no(command.split(" "));
      assertEquals(1, errors().lines().count(), errors());
      assertTrue(errors().contains("a newer Galley"), errors());
    }
    assertFalse(Files.exists(library().resolve("set-aside")));
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      assertEquals(
          1, statement.executeUpdate("DELETE FROM migration WHERE number = 99"), "as it was");
    }
    assertEquals(1, json("list", "--json").required("posts").size());
  }

  @Test
  void aLibraryThatIsOpenElsewhereIsOneSentence() {
    try (Desk desk = Desk.open(library(), Clock.systemUTC(), DeskOptions.starting())) {
      assertTrue(desk.opening().created());
      no("list");
      assertEquals(1, errors().lines().count(), errors());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "import",
        "show",
        "new",
        "set x",
        "export x --format docxx --to y",
        "export x",
        "search --limit many x",
        "library",
        "list --colour"
      })
  void wrongUseIsTwoAndPointsToHelp(String command) {
    assertEquals(2, run(command.split(" ")), errors());
    assertTrue(errors().contains("--help"), errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "fly | There is no command fly.",
        "show | This is missing: POST.",
        "show a b | b is more than is expected here.",
        "list --colour | There is no option --colour here.",
        "export x --format html | This is missing: --to DIR.",
        "search --limit many x | --limit can't be many.",
        "export x --format docxx --to y | --format can't be docxx. It can be: html, single,"
            + " markdown, epub, pdf, text, textbundle, docx, criticmarkup, substack, wordpress,"
            + " wix, medium."
      })
  void wrongUseIsSaidInPlainWords(String command, String sentence) {
    assertEquals(2, run(command.split(" ")));
    assertEquals("galley: " + sentence, errors().lines().findFirst().orElse(""));
  }

  @Test
  void helpNamesEveryCommand() {
    String help = ok("--help");
    for (String command :
        List.of(
            "open", "new", "import", "list", "show", "set", "search", "export", "backup", "restore",
            "verify", "library", "site")) {
      assertTrue(help.contains("  " + command + " "), command + " is not in\n" + help);
      assertTrue(ok(command, "--help").contains("Usage: galley"), command);
    }
    assertTrue(ok("--version").startsWith("galley "));
  }

  @Test
  void whatCanNotComeInIsRefusedAndTheRestGoesOn() throws IOException {
    Path good = file("good.md", POST);
    Path missing = folder.resolve("missing.md");
    JsonNode report = json("import", missing.toString(), good.toString(), "--json");
    assertEquals(1, report.required("posts").size());
    assertEquals(1, report.required("refused").size());
    no("import", missing.toString());
  }

  @Test
  void aPostThatIsNotThereIsNamed() throws IOException {
    ok("import", file("ferry.md", POST).toString());
    no("show", "nobody");
    assertTrue(errors().contains("nobody"), errors());
  }

  private String slug() {
    return json("list", "--json").required("posts").required(0).required("slug").asString();
  }

  private static List<String> keys(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }
}
