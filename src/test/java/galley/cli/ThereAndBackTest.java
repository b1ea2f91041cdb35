package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.SmallJvm;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A writer and an editor, each with a library and a process, three rounds of review. */
final class ThereAndBackTest {
  private static final String POST =
      """
      ---
      title: "Ferry"
      slug: ferry
      ---
      The ferry leaves at seven \uD83D\uDEA2 each day. It is never late.

      Nobody pays for it, says the cafe\u0301 owner.

      ![A quay](quay.png)

      The harbour master says nothing. \u05E9\u05DC\u05D5\u05DD he waves.

      The last line stands.
      """;

  @TempDir Path folder;

  @Test
  void bothEndWithTheSameTextAndAnnotationsByteForByte() throws IOException {
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    try (Side ann = new Side(jvm, folder.resolve("ann"));
        Side ben = new Side(jvm, folder.resolve("ben"))) {
      Path post = Files.createDirectories(folder.resolve("post"));
      ImageIO.write(
          new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
          "png",
          post.resolve("quay.png").toFile());
      Files.writeString(post.resolve("index.md"), POST);
      ann.ok("import", post.resolve("index.md").toString());
      ann.ok("review", "identity", "--name", "Ann Lee");
      String query = ann.said("query", "Nobody pays", "--body", "Who says so?");
      String comment = ann.said("comment", "never late", "--body", "Check.");

      ben.ok("review", "open", ann.packed(1));
      ben.ok("review", "identity", "--name", "Ben Oh");
      ben.ok("review", "reply", "ferry", comment, "--body", "It was on Monday.");
      String early = ben.said("suggestion", "seven", "--replacement", "eight");
      String late = ben.said("suggestion", "nothing", "--replacement", "all he knows");
      ben.edited(body -> body.replace("each day", "every day"));
      ann.edited(body -> "It rains.\n\n" + body);
      JsonNode back = ann.merged(ben.packed(2));
      assertEquals("both", back.required("changes").required("kind").asString());

      ann.ok("review", "accept", "ferry", early);
      ann.ok("review", "reject", "ferry", late);
      ann.ok("review", "reply", "ferry", comment, "--body", "So it was.");
      ann.ok("review", "answer", "ferry", query, "--source", "The office", "--date", "2026-11-23");
      ben.edited(body -> body + "\nThe end.\n");
      ben.merged(ann.packed(3));
      ben.ok("review", "verify", "ferry", query);
      ben.ok("review", "resolve", "ferry", comment);
      ann.edited(body -> body.replace("stands", "still stands"));
      ann.merged(ben.packed(4));
      ben.merged(ann.packed(5));
      ann.merged(ben.packed(6));

      String body = ann.body();
      assertEquals(body, ben.body());
      assertTrue(
          body.startsWith("It rains.\n\nThe ferry leaves at eight \uD83D\uDEA2 every"), body);
      assertTrue(body.endsWith("still stands.\n\nThe end.\n"), body);
      assertEquals(ann.annotations(), ben.annotations());
      assertEquals(4, ann.annotations().size());
      assertEquals("verified", ann.status(query));
      assertEquals("resolved", ann.status(comment));
      assertEquals("accepted", ann.status(early));
      assertEquals("rejected", ann.status(late));
      Map<String, String> files = ann.archived();
      assertTrue(files.containsKey(".galley/review/events.ndjson"), files.keySet().toString());
      assertTrue(files.keySet().stream().anyMatch(name -> name.endsWith(".png")));
      assertEquals(files, ben.archived());
      ann.ok("verify");
      ben.ok("verify");
    }
  }

  /** One of the two, and the process that works for them. */
  private final class Side implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final Path place;

    Side(SmallJvm jvm, Path place) throws IOException {
      this.place = place;
      process = jvm.start(Clerk.class, place.toString());
      out = process.inputReader(StandardCharsets.UTF_8);
      in = process.outputWriter(StandardCharsets.UTF_8);
    }

    String ok(String... arguments) throws IOException {
      ArrayNode line = JsonMapper.shared().createArrayNode();
      List.of(arguments).forEach(line::add);
      in.write(line + "\n");
      in.flush();
      String answer = out.readLine();
      assertNotNull(answer, "the process ended");
      JsonNode said = JsonMapper.shared().readTree(answer);
      assertEquals(
          0,
          said.required("code").asInt(),
          String.join(" ", arguments) + ": " + said.required("err").asString());
      return said.required("out").asString();
    }

    JsonNode json(String... arguments) throws IOException {
      List<String> all = new ArrayList<>(List.of(arguments));
      all.add("--json");
      return JsonMapper.shared().readTree(ok(all.toArray(String[]::new)));
    }

    String said(String kind, String quote, String... more) throws IOException {
      List<String> all =
          new ArrayList<>(List.of("review", "add", "ferry", "--kind", kind, "--quote", quote));
      all.addAll(List.of(more));
      for (JsonNode one : json(all.toArray(String[]::new)).required("annotations")) {
        if (one.required("exact").asString().equals(quote)) {
          return one.required("id").asString();
        }
      }
      throw new AssertionError(quote + " is not there");
    }

    void edited(UnaryOperator<String> change) throws IOException {
      String before = body();
      String after = change.apply(before);
      assertFalse(after.equals(before));
      ok("set", "ferry", "--body", Files.writeString(folder.resolve("b.md"), after).toString());
    }

    String body() throws IOException {
      return json("show", "ferry").required("body").asString();
    }

    String packed(int round) throws IOException {
      String file = folder.resolve("round-" + round + ".galley").toString();
      ok("review", "pack", "ferry", "--to", file, "--history", "named", "--note", "Round " + round);
      return file;
    }

    JsonNode merged(String packet) throws IOException {
      JsonNode came = json("review", "merge", packet);
      assertEquals(0, came.required("conflicts").size());
      assertEquals("known", json("review", "merge", packet).at("/changes/kind").asString());
      return came;
    }

    JsonNode annotations() throws IOException {
      return json("review", "list", "ferry").required("annotations");
    }

    String status(String id) throws IOException {
      for (JsonNode one : annotations()) {
        if (one.required("id").asString().equals(id)) {
          return one.required("status").asString();
        }
      }
      return "";
    }

    /** Every file of the archive but the history, of which each library has its own. */
    Map<String, String> archived() throws IOException {
      String to = place + "-archive";
      ok("export", "ferry", "--format", "markdown", "--variant", "archive", "--to", to);
      Path root = Path.of(to).resolve("ferry");
      Map<String, String> files = new TreeMap<>();
      try (var all = Files.walk(root)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String name = root.relativize(file).toString().replace('\\', '/');
          if (!name.startsWith(".galley/history/")) {
            files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
          }
        }
      }
      return files;
    }

    @Override
    public void close() throws IOException {
      in.close(); // it ends by itself where there is nothing more to read
      out.transferTo(java.io.Writer.nullWriter());
      process.destroy();
    }
  }
}
