import galley.cli.Commands;
import galley.cli.Console;
import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.post.PostSummary;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Does one command for each post of a library without starting anew each time:
 * {@code EachPost.java LIBRARY COMMAND OPTIONS…}. Started by packaging/galley with GALLEY_MAIN.
 */
final class EachPost {
  private EachPost() {}

  public static void main(String[] arguments) {
    Path library = Path.of(arguments[0]).toAbsolutePath();
    List<String> rest = List.of(arguments).subList(2, arguments.length);
    List<PostSummary> posts;
    try (Desk desk = Desk.open(library, Clock.systemUTC(), DeskOptions.existing())) {
      posts = desk.posts().join();
    }
    int failed = 0;
    for (PostSummary post : posts) {
      List<String> line = new ArrayList<>();
      line.addAll(List.of("--library", library.toString(), arguments[1], post.slug()));
      line.addAll(rest);
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
      Console console = new Console(nowhere, System.err, false, library, Clock.systemUTC());
      failed += Commands.run(line, console, (_, _) -> 1) == Commands.DONE ? 0 : 1;
    }
    System.exit(failed == 0 ? 0 : 1);
  }
}
