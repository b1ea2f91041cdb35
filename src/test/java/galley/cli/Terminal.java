package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed, and what is answered. */
abstract class Terminal {
  @TempDir Path folder;
  final List<Path> shown = new ArrayList<>();
  String library = "library";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Path library() {
    return folder.resolve(library);
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  JsonNode json(String... arguments) {
    return JsonMapper.shared().readTree(ok(arguments));
  }

  String ok(String... arguments) {
    int code = run(arguments);
    assertEquals(0, code, errors());
    return out.toString(StandardCharsets.UTF_8);
  }

  void no(String... arguments) {
    assertEquals(1, run(arguments), errors());
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            folder.resolve("own"),
            Clock.systemUTC());
    List<String> all = new ArrayList<>(List.of("--library", library().toString()));
    all.addAll(List.of(arguments));
    return Commands.run(
        all,
        console,
        (place, files) -> {
          assertEquals(library(), place);
          shown.addAll(files);
          return 0;
        });
  }
}
