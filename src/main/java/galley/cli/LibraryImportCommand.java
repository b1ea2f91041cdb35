package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.LibraryReport;
import galley.desk.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings back what library export wrote.",
      "Into a library that has no posts yet: the same posts with the same history, times and",
      "pictures."
    })
final class LibraryImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder that library export wrote.")
  private Path from = Path.of("");

  @Option(names = "--json", description = "Print how much came in as JSON.")
  private boolean json;

  private final Galley galley;

  LibraryImportCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.openOrStart()) {
      var progress = galley.progress();
      LibraryReport report = desk.keeping().importLibrary(from.toAbsolutePath(), progress).join();
      progress.accept(new Progress("", 1, 1));
      if (json) {
        galley.console().say(Shapes.print(LibraryExportCommand.shape(report)));
      } else {
        galley.console().say(Messages.text("cli.library-in", report.posts(), report.revisions()));
      }
      return Commands.DONE;
    }
  }
}
