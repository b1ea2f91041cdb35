package galley.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command talks to.
 *
 * @param terminal whether a person watches {@code err}, so that progress may be drawn there
 * @param standardLibrary where the library lies unless {@code --library} says otherwise
 */
public record Console(
    PrintStream out, PrintStream err, boolean terminal, Path standardLibrary, Clock clock) {
  void say(String line) {
    out.println(line);
  }
}
