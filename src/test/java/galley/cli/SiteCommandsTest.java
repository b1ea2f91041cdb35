package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SiteCommandsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void twoPosts() {
    ok("new", "--headline", "Oysters");
    ok("new", "--headline", "Tide tables");
    ok("set", "oysters", "--stage", "ready");
  }

  @Test
  void aSiteTakesAllPostsButThoseOfOthers() {
    JsonNode harbour =
        json("site", "new", "Harbour", "--address", "https://h.example", "--all-posts", "--json");
    assertEquals(2, harbour.required("posts").asInt());
    assertEquals(1, harbour.required("ready").asInt());
    assertEquals("https://h.example/", harbour.required("address").asString());
    ok("site", "new", "The Quay", "--address", "https://q.example/blog");
    ok("site", "add", "the-quay", "oysters");
    ok("new", "--headline", "A third");
    JsonNode sites = json("site", "list", "--json").required("sites");
    assertEquals("Harbour", sites.required(0).required("name").asString());
    assertEquals(2, sites.required(0).required("posts").asInt());
    assertEquals(1, sites.required(1).required("posts").asInt());
    ok("site", "drop", "The Quay", "oysters");
    assertEquals(3, json("site", "show", "harbour", "--json").required("posts").asInt());
    ok("set", "oysters", "--site", "the quay");
    assertEquals(2, json("site", "show", "harbour", "--json").required("posts").asInt());
    ok("set", "oysters", "--site", "");
    assertEquals(3, json("site", "show", "harbour", "--json").required("posts").asInt());
  }

  @Test
  void aSiteIsChangedPieceByPiece() throws IOException {
    ok("site", "new", "Harbour", "--address", "https://h.example");
    Path picture = folder.resolve("ada.png");
    Files.write(picture, galley.images.TestPictures.pngWithMetadata(40, 40));
    JsonNode site =
        json(
            "site",
            "set",
            "Harbour",
            "--description",
            "What the tide brings",
            "--language",
            "en-GB",
            "--social",
            "https://social.example/@harbour",
            "--section",
            "Opinion=What we think",
            "--section",
            "News",
            "--author",
            "Ada Marrow=Writes *here*.",
            "--author-picture",
            "Ada Marrow=" + picture,
            "--author-link",
            "ada marrow=https://ada.example",
            "--theme",
            "plain",
            "--setting",
            "accent=#204060",
            "--json");
    assertEquals("What the tide brings", site.required("description").asString());
    assertEquals("opinion", site.required("sections").required(0).required("slug").asString());
    JsonNode ada = site.required("authors").required(0);
    assertEquals(64, ada.required("picture").asString().length());
    assertEquals("https://ada.example", ada.required("links").required(0).asString());
    assertEquals("#204060", site.required("settings").required("accent").asString());
    JsonNode less =
        json(
            "site",
            "set",
            "harbour",
            "--no-section",
            "news",
            "--section",
            "opinion=Views",
            "--no-social",
            "https://social.example/@harbour",
            "--setting",
            "accent=",
            "--json");
    assertEquals(1, less.required("sections").size());
    assertEquals("Views", less.required("sections").required(0).required("description").asString());
    assertEquals(0, less.required("social").size());
    assertEquals(0, less.required("settings").size());
    assertEquals("What the tide brings", less.required("description").asString());
    assertTrue(ok("site", "show", "harbour").contains("Ada Marrow"));
    ok("site", "remove", "harbour");
    assertEquals(0, json("site", "list", "--json").required("sites").size());
    assertEquals(2, json("list", "--json").required("posts").size());
  }

  @Test
  void aLibraryGoesOutAndComesBackWithItsSites() {
    ok("site", "new", "Harbour", "--address", "https://h.example", "--all-posts");
    ok("site", "new", "Quay", "--address", "https://q.example");
    ok("site", "add", "Quay", "oysters");
    JsonNode before = json("site", "list", "--json");
    String files = folder.resolve("files").toString();
    assertEquals(
        2,
        json("library", "export", "--to", files, "--json")
            .required("checked")
            .required("sites")
            .asInt());
    place = folder.resolve("second");
    ok("library", "import", files);
    assertEquals(before, json("site", "list", "--json"));
    JsonNode checked = json("verify", "--json");
    assertEquals(3, checked.required("checked").required("sites").asInt());
    String again = folder.resolve("again").toString();
    ok("library", "export", "--to", again);
    assertEquals(texts(Path.of(files)), texts(Path.of(again)));
  }

  @ParameterizedTest
  @CsvSource({"hugo", "jekyll", "eleventy", "astro", "plain"})
  void aSiteGoesIntoTheFolderOfAGenerator(String generator) throws IOException {
    ok("site", "new", "Harbour", "--address", "https://h.example", "--all-posts");
    String to = folder.resolve("out").toString();
    String[] build = {"site", "build", "harbour", "--profile", generator, "--to", to, "--json"};
    JsonNode first = json(build);
    assertEquals(1, first.required("posts").asInt());
    assertEquals(generator, first.required("profile").asString());
    assertTrue(first.required("plan").required("add").size() >= 1);
    assertEquals(0, json(build).required("sent").asInt());
    ok("set", "oysters", "--headline", "More oysters");
    JsonNode changed = json(build);
    assertEquals(1, changed.required("sent").asInt());
    String path = changed.required("plan").required("change").required(0).asString();
    assertTrue(Files.readString(Path.of(to, path)).contains("title: \"More oysters\""), path);
    ok("set", "oysters", "--stage", "draft");
    assertEquals(1, json(build).required("plan").required("remove").size());
    assertTrue(Files.notExists(Path.of(to, path)));
    assertEquals(2, run("site", "build", "harbour", "--profile", "gatsby", "--to", to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site new Harbour --address nowhere | nowhere is no web address",
        "site new HARBOUR --address https://x.example | already a site called HARBOUR",
        "site show Quay | There is no site Quay here",
        "site add Quay oysters | There is no site Quay here",
        "site add harbour nobody | There is no post nobody",
        "site drop harbour oysters | Not all of these posts",
        "site set harbour --no-section news | has no news",
        "site set harbour --author-link Ada=https://a.example | has no Ada",
        "site set harbour --address nowhere | nowhere is no web address",
        "site set harbour --social ftp://x | ftp://x is no web address",
        "set oysters --site Quay | There is no site Quay here"
      })
  void whatCanNotBeIsOneSentenceAndChangesNothing(String command, String sentence) {
    ok("site", "new", "Harbour", "--address", "https://h.example");
    String before = ok("site", "show", "harbour", "--json");
    assertEquals(1, run(command.split(" ")), command);
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().contains(sentence), errors());
    assertEquals(before, ok("site", "show", "harbour", "--json"));
  }

  @ParameterizedTest
  @CsvSource({"site", "site new", "site new X", "site set X", "site add X", "site fly"})
  void wrongUseIsTwoAndPointsToHelp(String command) {
    assertEquals(2, run(command.split(" ")), errors());
    assertTrue(errors().contains("--help"), errors());
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : List.of("new", "list", "show", "set", "add", "drop", "remove")) {
      assertTrue(ok("site", command, "--help").contains("Usage: galley site " + command), command);
    }
  }

  private Path place = Path.of("");

  private static List<String> texts(Path files) {
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile)
          .sorted()
          .map(file -> files.relativize(file) + " " + galley.text.Sha256.of(read(file)))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private JsonNode json(String... arguments) {
    return JsonMapper.shared().readTree(ok(arguments));
  }

  private String ok(String... arguments) {
    int code = run(arguments);
    assertEquals(0, code, errors());
    return out.toString(StandardCharsets.UTF_8);
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
            Clock.systemUTC());
    Path library = place.toString().isEmpty() ? folder.resolve("library") : place;
    List<String> all =
        Stream.concat(Stream.of("--library", library.toString()), Stream.of(arguments)).toList();
    return Commands.run(all, console, (_, _) -> 0);
  }
}
