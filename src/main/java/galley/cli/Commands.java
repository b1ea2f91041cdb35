package galley.cli;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.export.ExportException;
import galley.images.PictureException;
import galley.intake.IntakeException;
import galley.publish.PublishException;
import galley.store.StoreException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads what was typed after {@code galley} and does it. */
public final class Commands {
  /** Done. */
  public static final int DONE = 0;

  /** Not done, for a reason that stands on {@code err}. */
  public static final int NO = 1;

  /** Not understood. */
  public static final int WRONG_USE = 2;

  private static final Logger LOG = Logger.getLogger(Commands.class.getName());

  private Commands() {}

  /**
   * Runs one command on this thread.
   *
   * @return 0 when it was done, 1 when it was not, with one sentence on {@code err}, 2 for wrong
   *     use
   */
  public static int run(List<String> arguments, Console console, Window window) {
    if (arguments.isEmpty()) { // the window, and that soon: nothing is to be read
      return window.show(console.standardLibrary(), List.of());
    }
    // With its commands first: what is set below also counts for them then
    CommandLine line = new Galley(console, window).line(arguments);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(console.terminal());
    line.setParameterExceptionHandler(Commands::wrongUse);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
    return line.execute(arguments.toArray(String[]::new));
  }

  private static int wrongUse(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("galley: " + WrongUse.sentence(e));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command
        .getErr()
        .println(Messages.text("cli.see-help", command.getCommandSpec().qualifiedName()));
    return WRONG_USE;
  }

  private static int failed(Throwable failure, Console console) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    console.err().println("galley: " + sentence(cause));
    return NO;
  }

  private static String sentence(Throwable cause) {
    return switch (cause) {
      case DeskException e -> String.valueOf(e.getMessage());
      case ExportException e -> String.valueOf(e.getMessage());
      case StoreException e -> String.valueOf(e.getMessage());
      case PublishException e when e.kind() == PublishException.Kind.NO_FOLDER ->
          e.getMessage() + " " + Messages.text("cli.make-folder");
      case PublishException e -> String.valueOf(e.getMessage());
      case IntakeException e -> String.valueOf(e.getMessage());
      case PictureException e -> String.valueOf(e.getMessage());
      case CancellationException _ -> Messages.text("cli.stopped");
      default -> {
        LOG.log(Level.FINE, "A command failed", cause);
        yield Messages.text("cli.unexpected", cause.toString());
      }
    };
  }
}
