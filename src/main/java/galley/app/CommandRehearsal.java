package galley.app;

import galley.cli.Commands;
import galley.desk.Desk;
import galley.desk.DeskOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays commands on a library that may be thrown away, so that Java can keep what it learned (JEP
 * 514) for them alone: of a cache that also holds the window each command would have to read all.
 * {@code packaging/prepare} runs it.
 */
final class CommandRehearsal {
  /** The slug of the post that a library is furnished with. */
  private static final String POST = "read-it-once-more";

  private final Path library;

  CommandRehearsal(Path library) {
    this.library = library;
  }

  /** Takes one argument, the folder of the library. */
  public static void main(String[] args) {
    Logs.quiet();
    Path library = Path.of(args[0]);
    try (Desk desk = Desk.open(library, Clock.systemUTC(), DeskOptions.starting())) {
      var _ = desk.sample().join();
    }
    CommandRehearsal rehearsal = new CommandRehearsal(library);
    int code = rehearsal.all();
    System.exit(code);
  }

  private int all() {
    return command("list")
        + command("search", "words")
        + command("show", POST)
        + command("export", POST, "--format", "html", "--to", beside("page"))
        + command("export", POST, "--format", "markdown", "--to", beside("words"))
        + site();
  }

  /** Builds a site of the post: the command that runs longest. */
  int site() {
    return command("set", POST, "--stage", "ready")
        + command("site", "new", "Site", "--address", "https://example.org/", "--all-posts")
        + command("site", "build", "Site", "--to", beside("site"))
        + command("site", "build", "Site", "--to", beside("site"));
  }

  private String beside(String name) {
    return library + "-" + name;
  }

  private int command(String... words) {
    List<String> all = new ArrayList<>(List.of("--library", library.toString()));
    all.addAll(List.of(words));
    return Commands.run(all, Main.console(), (_, _) -> Commands.NO);
  }
}
