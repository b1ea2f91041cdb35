package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.ImportReport;
import galley.intake.ImportNote;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings posts in, with their pictures.",
      "Markdown with or without front matter, saved web pages, the text of one, folders and .zip",
      "archives of them. Nothing that is read is changed."
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders or archives.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  private final Galley galley;

  ImportCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.openOrStart()) {
      var progress = galley.progress();
      ImportReport report = desk.importing().bring(paths, progress).join();
      progress.accept(new galley.desk.Progress("", 1, 1));
      if (json) {
        galley.console().say(Shapes.print(Shapes.imported(report)));
      } else {
        print(report, galley.console());
      }
      boolean nothing = report.posts().isEmpty();
      if (nothing) {
        galley.console().err().println("galley: " + Messages.text("cli.nothing-came-in"));
      }
      return nothing ? Commands.NO : Commands.DONE;
    }
  }

  private static void print(ImportReport report, Console console) {
    for (ImportReport.Imported post : report.posts()) {
      console.say(post.slug() + "  " + post.headline());
      post.notes().forEach(note -> console.say("  " + sign(note.kind()) + " " + note.text()));
    }
    report.notes().forEach(note -> console.say(sign(note.kind()) + " " + note.text()));
    report.refused().forEach(refusal -> console.say("✗ " + refusal.from() + ": " + refusal.why()));
    console.say(Messages.text("cli.came-in", report.posts().size(), report.refused().size()));
  }

  private static String sign(ImportNote.Kind kind) {
    return switch (kind) {
      case KEPT -> "=";
      case CHANGED -> "~";
      case SET_ASIDE -> "-";
      case REFUSED -> "✗";
    };
  }
}
