package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PublishCommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  @BeforeEach
  void aSiteOfTwoPosts() throws IOException {
    post("ferry", "2026-11-20", "The ferry leaves at seven.");
    post("oysters", "2026-11-21", "Count the oysters first.");
    ok("set", "oysters", "--stage", "ready");
    ok("set", "ferry", "--stage", "ready");
    ok("new", "--headline", "Only a draft");
    ok("site", "new", "Harbour", "--address", "https://h.example", "--all-posts");
  }

  @Test
  void buildsIntoAFolderAndWritesOnlyWhatDiffersTheNextTime() throws IOException {
    JsonNode built = json("site", "build", "harbour", "--to", out("www"), "--json");
    assertEquals("Harbour", built.required("site").asString());
    assertEquals(2, built.required("posts").asInt());
    assertEquals(0, built.required("plan").required("same").asInt());
    Map<String, String> first = files(folder.resolve("www"));
    assertTrue(first.containsKey("index.html"), first.toString());
    assertTrue(first.keySet().stream().anyMatch(path -> path.contains("ferry/")));
    assertFalse(first.keySet().stream().anyMatch(path -> path.contains("only-a-draft")));
    JsonNode again = json("site", "build", "harbour", "--to", out("www"), "--json");
    assertEquals(0, again.required("sent").asInt());
    assertEquals(first.size(), again.required("plan").required("same").asInt());
    ok("set", "ferry", "--standfirst", "It does not wait");
    Files.writeString(folder.resolve("www/mine.txt"), "mine");
    JsonNode changed = json("site", "build", "harbour", "--to", out("www"), "--json");
    assertTrue(changed.required("plan").required("change").size() > 0);
    assertTrue(Files.exists(folder.resolve("www/mine.txt")));
    ok("set", "ferry", "--stage", "draft");
    JsonNode less = json("site", "build", "harbour", "--to", out("www"), "--json");
    assertTrue(less.required("plan").required("remove").size() > 0);
    assertFalse(files(folder.resolve("www")).keySet().stream().anyMatch(p -> p.contains("ferry/")));
  }

  @Test
  void aFolderWithOtherThingsIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("www"));
    Files.writeString(folder.resolve("www/mine.txt"), "mine");
    no("site", "build", "harbour", "--to", out("www"));
    assertTrue(errors().contains("no site Galley built"), errors());
    assertEquals(Map.of("mine.txt", galley.text.Sha256.of("mine")), files(folder.resolve("www")));
  }

  @Test
  void whatReadersMayStumbleOverIsSaidAndDoesNotStandInTheWay() throws IOException {
    destination("");
    body("ferry", "The ferry.\n\n{{< figure >}}\n");
    String said = ok("site", "publish", "harbour");
    assertTrue(said.contains("! ferry: “{{< figure >}}” looks like a tag"), said);
  }

  @Test
  void anErrorThatWasPassedOverIsAskedAboutAgainOnlyWhenItIsAnother() throws IOException {
    destination("");
    body("ferry", "The ferry.\n\n![A dawn](media/dawn.jpg)\n");
    no("site", "publish", "harbour");
    assertTrue(errors().contains("errors stand in the way"), errors());
    ok("site", "publish", "harbour", "--override", "The picture comes by boat");
    body("ferry", "The ferry leaves at eight.\n\n![A dawn](media/dawn.jpg)\n");
    String said = ok("site", "publish", "harbour");
    assertTrue(said.contains("Published nevertheless before: The picture comes by boat"), said);
    ok("set", "oysters", "--headline", "Count them first");
    ok("site", "publish", "harbour");
    body("ferry", "The ferry.\n\n![A dawn](media/dawn.jpg)\n\n![A dusk](media/dusk.jpg)\n");
    no("site", "publish", "harbour");
    assertTrue(errors().contains("dusk.jpg"), errors());
    body("ferry", "The ferry.\n");
    ok("site", "publish", "harbour");
    body("ferry", "The ferry.\n\n![A dawn](media/dawn.jpg)\n");
    no("site", "publish", "harbour");
    assertTrue(errors().contains("dawn.jpg"), "one that was mended and is there again");
  }

  private void body(String slug, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(slug + ".txt"), text);
    ok("set", slug, "--body", file.toString());
  }

  @Test
  void aFolderThatIsNotThereIsMadeOnlyWhenAskedFor() {
    String said = ok("site", "destination", "add", "harbour", "web", out("disk/www"));
    assertTrue(said.contains("There is no folder"), said);
    no("site", "publish", "harbour");
    assertTrue(errors().contains("There is no folder " + out("disk/www")), errors());
    assertTrue(errors().contains("--make-folder"), errors());
    no("site", "publish", "harbour", "--make-folder", "--dry-run");
    assertFalse(Files.exists(folder.resolve("disk")));
    ok("site", "publish", "harbour", "--make-folder");
    assertTrue(Files.exists(folder.resolve("disk/www/index.html")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--link"})
  void publishesChangesAndGoesBack(String link) throws IOException {
    destination(link);
    Path home = link.isEmpty() ? folder.resolve("www") : folder.resolve("www/current");
    JsonNode dry = json("site", "publish", "harbour", "--dry-run", "--json");
    assertEquals(0, dry.required("sent").asInt());
    assertEquals(2, dry.required("posts").required("new").size());
    assertTrue(ok("site", "publish", "harbour", "--dry-run").contains("Goes live: ferry"));
    assertTrue(dry.required("plan").required("add").size() > 5);
    assertEquals(0, json("site", "log", "harbour", "--json").required("releases").size());
    assertFalse(Files.exists(home.resolve("index.html")));

    JsonNode one = json("site", "publish", "harbour", "--json");
    assertEquals(2, one.required("published").asInt());
    assertEquals(one.required("plan").required("add").size(), one.required("sent").asInt());
    assertEquals("published", stage("ferry"));
    assertEquals("draft", stage("only-a-draft"));
    assertTrue(Files.exists(home.resolve("index.html")));
    String before = Files.readString(home.resolve("index.html"));

    tick();
    JsonNode nothing = json("site", "publish", "harbour", "--json");
    assertEquals(0, nothing.required("sent").asInt());
    assertEquals(1, json("site", "log", "harbour", "--json").required("releases").size());

    ok("set", "ferry", "--headline", "The ferry waits");
    JsonNode two = json("site", "publish", "harbour", "--json");
    int sent = two.required("sent").asInt();
    assertTrue(sent > 0 && sent < one.required("sent").asInt(), "only what changed travels");
    assertTrue(Files.readString(home.resolve("index.html")).contains("The ferry waits"));
    JsonNode log = json("site", "log", "harbour", "--json").required("releases");
    assertEquals(2, log.size());
    assertEquals(1, log.required(0).required("posts").size());
    assertEquals(2, log.required(1).required("posts").size());

    tick();
    JsonNode back = json("site", "rollback", "harbour", "--json");
    assertEquals(one.required("release"), back.required("release"));
    assertEquals(before, Files.readString(home.resolve("index.html")));
    JsonNode all = json("site", "log", "harbour", "--json").required("releases");
    assertEquals("rolledBack", all.required(0).required("kind").asString());
    assertEquals(List.of(), problems());
  }

  @Test
  void aPostThatIsRenamedIsFoundAtItsOldAddress() throws IOException {
    destination("");
    ok("site", "publish", "harbour");
    Path old = page("ferry");
    ok("set", "ferry", "--slug", "the-last-ferry");
    tick();
    ok("site", "publish", "harbour");
    assertTrue(Files.exists(page("the-last-ferry")));
    assertTrue(Files.readString(old).contains("the-last-ferry"), "it leads to the new one");
  }

  @Test
  void errorsStandInTheWayUnlessThereIsAReason() throws IOException {
    destination("");
    ok("set", "ferry", "--headline", "");
    no("site", "publish", "harbour");
    assertTrue(errors().contains("--override"), errors());
    assertFalse(Files.exists(folder.resolve("www/index.html")));
    assertEquals("ready", stage("ferry"));
    ok("site", "publish", "harbour", "--override", "It is a test");
    assertEquals(
        "It is a test",
        json("site", "log", "harbour", "--json")
            .required("releases")
            .required(0)
            .required("reason")
            .asString());
  }

  @Test
  void aLivePostThatIsTakenBackIsNotTakenDownUnasked() throws IOException {
    destination("");
    ok("site", "publish", "harbour");
    ok("set", "ferry", "--stage", "draft");
    tick();
    no("site", "publish", "harbour");
    assertTrue(errors().contains("site unpublish"), errors());
    assertTrue(Files.exists(page("ferry")));
    ok("site", "unpublish", "harbour", "ferry");
    ok("site", "publish", "harbour");
    String left = Files.readString(page("ferry"));
    assertTrue(left.contains("This article was withdrawn"), left);
    assertTrue(left.contains("noindex"), left);
    Path rule = page("ferry").resolveSibling(".htaccess");
    assertTrue(Files.readString(rule).contains("RedirectMatch gone \"^/ferry/$\""));
    assertFalse(left.contains("leaves at seven"), left);
    for (String list : List.of("index.html", "feed.xml", "sitemap.xml", "search/index.json")) {
      assertFalse(Files.readString(folder.resolve("www").resolve(list)).contains("ferry"), list);
    }
    ok("site", "unpublish", "harbour", "ferry", "--redirect", "oysters");
    tick();
    ok("site", "publish", "harbour");
    assertTrue(Files.readString(page("ferry")).contains("0; url=../oysters/"));
    assertFalse(Files.exists(rule));
    ok("site", "unpublish", "harbour", "ferry", "--redirect", "https://elsewhere.example/ferry");
    tick();
    ok("site", "publish", "harbour");
    assertTrue(Files.readString(page("ferry")).contains("0; url=https://elsewhere.example/ferry"));
    ok("set", "ferry", "--stage", "ready");
    ok("site", "unpublish", "harbour", "ferry", "--undo");
    tick();
    ok("site", "publish", "harbour");
    assertTrue(Files.exists(page("ferry")));
  }

  @Test
  void aPostWaitsForItsDateAndStaysThereWhenTheClockIsWrong() throws IOException {
    post("tomorrow", "2026-11-25", "Not yet.");
    ok("set", "tomorrow", "--stage", "ready");
    destination("");
    JsonNode first = json("site", "publish", "harbour", "--json");
    assertEquals("tomorrow", first.required("waiting").required(0).asString());
    assertEquals("ready", stage("tomorrow"));
    clock = Clock.fixed(NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC);
    assertEquals(1, json("site", "publish", "harbour", "--json").required("published").asInt());
    assertTrue(Files.exists(page("tomorrow")));
    clock = Clock.fixed(NOW.minus(Duration.ofDays(365)), ZoneOffset.UTC);
    ok("site", "publish", "harbour");
    assertTrue(Files.exists(page("tomorrow")), "a clock a year behind takes nothing down");
  }

  @Test
  void aFileThatOthersChangedStopsThePublication() throws IOException {
    destination("");
    ok("site", "publish", "harbour");
    Files.writeString(page("ferry"), "Another wrote this.");
    ok("set", "ferry", "--headline", "The ferry waits");
    tick();
    no("site", "publish", "harbour");
    assertEquals("Another wrote this.", Files.readString(page("ferry")));
    ok("site", "publish", "harbour", "--replace");
    assertTrue(Files.readString(page("ferry")).contains("The ferry waits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--link"})
  void statusTellsWhatIsLiveBesideTheDesk(String link) throws IOException {
    destination(link);
    ok("site", "publish", "harbour");
    JsonNode clean = json("site", "status", "harbour", "--json");
    assertEquals("same", state(clean, "ferry"));
    assertEquals(0, clean.required("files").required("foreign").size());
    Path home = folder.resolve(link.isEmpty() ? "www" : "www/current");
    Files.writeString(home.resolve("mine.txt"), "mine");
    Files.writeString(home.resolve("404.html"), "Another wrote this.");
    Files.delete(home.resolve("robots.txt"));
    ok("set", "ferry", "--headline", "The ferry waits");
    ok("site", "unpublish", "harbour", "oysters");
    JsonNode now = json("site", "status", "harbour", "--destination", "web", "--json");
    assertEquals("changed", state(now, "ferry"));
    assertEquals("going", state(now, "oysters"));
    JsonNode files = now.required("files");
    assertEquals("[\"mine.txt\"]", files.required("foreign").toString());
    assertEquals("[\"404.html\"]", files.required("changed").toString());
    assertEquals("[\"robots.txt\"]", files.required("missing").toString());
    String said = ok("site", "status", "harbour");
    assertTrue(said.contains("Changed on the desk since: ferry"), said);
    assertTrue(said.contains("Missing there: robots.txt"), said);
  }

  private static String state(JsonNode status, String slug) {
    return status
        .required("posts")
        .valueStream()
        .filter(post -> post.required("slug").asString().equals(slug))
        .findFirst()
        .orElseThrow()
        .required("state")
        .asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site publish harbour | has no destination yet",
        "site rollback harbour | has no destination yet",
        "site publish quay | There is no site quay",
        "site destination add harbour x sftp://a:secret@h/www | never holds a password",
        "site destination add harbour x gopher://h | no address of a destination",
        "site destination remove harbour x | has no destination x"
      })
  void whatCanNotBeIsOneSentence(String command, String sentence) {
    no(command.split(" "));
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().contains(sentence), errors());
  }

  @Test
  void destinationsAreKeptWithoutSecrets() {
    for (String address :
        List.of(
            "sftp://ada@h.example:2222/srv/www",
            "ftps://ada@h.example/htdocs",
            "https+webdav://ada@h.example/site",
            "s3://KEY@s3.example/bucket/prefix?region=eu-1",
            "git+ssh://git@h.example/site.git#pages:docs")) {
      String kind = address.substring(0, address.indexOf(':'));
      ok("site", "destination", "add", "harbour", kind, address);
    }
    JsonNode all = json("site", "show", "harbour", "--json").required("destinations");
    assertEquals(5, all.size());
    assertEquals(2222, all.required(0).required("port").asInt());
    assertEquals("eu-1", all.required(3).required("region").asString());
    assertEquals("pages", all.required(4).required("branch").asString());
    no("site", "publish", "harbour");
    assertTrue(errors().contains("--to"), errors());
    ok("site", "destination", "remove", "harbour", "ftps");
    assertEquals(4, json("site", "show", "harbour", "--json").required("destinations").size());
  }

  private void destination(String link) throws IOException {
    Files.createDirectories(folder.resolve("www"));
    if (link.isEmpty()) {
      ok("site", "destination", "add", "harbour", "web", out("www"));
    } else {
      ok("site", "destination", "add", "harbour", "web", out("www"), link);
    }
  }

  private List<JsonNode> problems() {
    return json("verify", "--json").required("problems").valueStream().toList();
  }

  private Path page(String slug) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("www"))) {
      return all.filter(file -> file.endsWith(Path.of(slug, "index.html")))
          .findFirst()
          .orElse(folder.resolve("www").resolve(slug).resolve("index.html"));
    }
  }

  private void tick() {
    clock = Clock.offset(clock, Duration.ofMinutes(1));
  }

  private void post(String slug, String date, String body) throws IOException {
    String text =
        "---\ntitle: \"About %s\"\nslug: %s\ndescription: \"Why.\"\nauthor: Ada Marrow\ndate: %s\n---\n%s\n"
            .formatted(slug, slug, date, body);
    ok("import", Files.writeString(folder.resolve(slug + ".md"), text).toString());
  }

  private String stage(String slug) {
    return json("show", slug, "--json").required("stage").asString();
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), galley.text.Sha256.of(file));
      }
    }
    return files;
  }

  private JsonNode json(String... arguments) {
    return JsonMapper.shared().readTree(ok(arguments));
  }

  private String ok(String... arguments) {
    int code = run(arguments);
    assertEquals(0, code, String.join(" ", arguments) + "\n" + errors());
    return out.toString(StandardCharsets.UTF_8);
  }

  private void no(String... arguments) {
    assertEquals(1, run(arguments), errors());
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            folder.resolve("own"),
            clock);
    List<String> all =
        Stream.concat(
                Stream.of("--library", folder.resolve("library").toString()), Stream.of(arguments))
            .toList();
    return Commands.run(all, console, (_, _) -> 0);
  }
}
