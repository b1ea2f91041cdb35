package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.LibraryReport;
import galley.desk.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole library as plain files.",
      "Every post as Markdown with its pictures, its history and what Galley knows about it as"
          + " JSON,",
      "the bin as well. Galley is not needed to read them."
    })
final class LibraryExportCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is empty or not there yet.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Print how much went out as JSON.")
  private boolean json;

  private final Galley galley;

  LibraryExportCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      var progress = galley.progress();
      LibraryReport report = desk.keeping().exportLibrary(to.toAbsolutePath(), progress).join();
      progress.accept(new Progress("", 1, 1));
      if (json) {
        galley.console().say(Shapes.print(shape(report)));
      } else {
        galley.console().say(Messages.text("cli.library-out", report.posts(), to));
      }
      return Commands.DONE;
    }
  }

  static ObjectNode shape(LibraryReport report) {
    ObjectNode root = Shapes.object();
    root.putObject("checked")
        .put("posts", report.posts())
        .put("binned", report.binned())
        .put("revisions", report.revisions())
        .put("media", report.pictures())
        .put("sites", report.sites());
    root.putArray("problems");
    return root;
  }
}
