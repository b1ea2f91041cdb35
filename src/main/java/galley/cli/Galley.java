package galley.cli;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: without a command it opens the window. */
@Command(
    name = "galley",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "A copy desk: write posts offline, keep every word safe, and export them as bundles.",
      "Without a command, the window opens."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "POST is a slug or an id, as galley list shows them.",
      "Exit codes: 0 done, 1 not done (the reason is printed), 2 wrong use."
    })
final class Galley implements Callable<Integer> {
  @Option(
      names = "--library",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The library to work with, instead of your own. Or set GALLEY_LIBRARY.")
  private @Nullable Path library;

  private final Console console;
  private final Window window;

  Galley(Console console, Window window) {
    this.console = console;
    this.window = window;
  }

  /** The program with the commands that the words typed after its name can mean. */
  CommandLine line(List<String> typed) {
    return new Subcommands()
        .with("open", _ -> new OpenCommand(this))
        .with("new", _ -> new NewCommand(this))
        .with("import", _ -> new ImportCommand(this))
        .with("list", _ -> new ListCommand(this))
        .with("show", _ -> new ShowCommand(this))
        .with("set", _ -> new SetCommand(this))
        .with("search", _ -> new SearchCommand(this))
        .with("export", _ -> new ExportCommand(this))
        .with("review", rest -> ReviewCommand.line(this, rest))
        .with("site", rest -> SiteCommand.line(this, rest))
        .with("backup", _ -> new BackupCommand(this))
        .with("restore", _ -> new RestoreCommand(this))
        .with("verify", _ -> new VerifyCommand(this))
        .with("library", rest -> LibraryCommand.line(this, rest))
        .below(this, typed);
  }

  @Override
  public Integer call() {
    return show(List.of());
  }

  int show(List<Path> files) {
    return window.show(place(), files);
  }

  Console console() {
    return console;
  }

  /** The library that was asked for. */
  Path place() {
    Path chosen = library;
    return chosen == null ? console.standardLibrary() : chosen.toAbsolutePath().normalize();
  }

  /** Opens the library for a command that needs what is in it. */
  Desk open() {
    // The person's own library is made on first use, with its sample; one they name must be there.
    boolean own = library == null;
    return open(new DeskOptions(own, own, false));
  }

  /** Opens the library for a command that brings posts, and may start one. */
  Desk openOrStart() {
    return open(DeskOptions.starting());
  }

  private Desk open(DeskOptions options) {
    Desk desk = Desk.open(place(), console.clock(), options);
    desk.opening().sentences().forEach(line -> console.err().println("galley: " + line));
    return desk;
  }

  /** Draws progress for a person who watches, and nothing for anyone else. */
  Consumer<Progress> progress() {
    return console.terminal() ? new ProgressLine(console.err()) : now -> {};
  }
}
