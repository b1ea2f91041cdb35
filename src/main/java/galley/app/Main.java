package galley.app;

import galley.asset.Messages;
import galley.cli.Commands;
import galley.cli.Console;
import galley.desk.Places;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where the program starts: a command is done here, anything else is the window's. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logs.quiet();
    Console console = console();
    int code =
        Commands.run(
            List.of(args), console, (library, files) -> window(library, files, console.err()));
    console.out().flush();
    System.exit(code);
  }

  /** What is in front of the person, or of the program that called. */
  static Console console() {
    return new Console(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false),
        Places.library(),
        Clock.systemUTC());
  }

  private static int window(Path library, List<Path> files, PrintStream err) {
    try {
      return Screens.show(library, files);
    } catch (UnsupportedOperationException e) {
      err.println("galley: " + Messages.text("cli.no-display"));
      return Commands.NO;
    }
  }

  /** What reads our output wants UTF-8, whatever the locale. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
