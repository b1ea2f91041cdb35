package galley.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs commands on one library in a process of its own: each line of its input is a JSON array of
 * arguments, each line of its output the code and what was said.
 */
final class Clerk {
  private Clerk() {}

  /** The library. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      List<String> typed = new ArrayList<>();
      JsonMapper.shared().readTree(line).forEach(one -> typed.add(one.asString()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console =
          new Console(
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              Path.of(arguments[0]),
              Clock.systemUTC());
      int code = Commands.run(typed, console, (library, files) -> Commands.NO);
      answers.println(
          Shapes.object()
              .put("code", code)
              .put("out", out.toString(StandardCharsets.UTF_8))
              .put("err", err.toString(StandardCharsets.UTF_8)));
    }
  }
}
