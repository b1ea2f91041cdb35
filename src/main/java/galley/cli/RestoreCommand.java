package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup in the library's place.",
      "What is there now is kept as a backup first, so that this can be undone. Backups lie in the",
      "library's folder, in backups."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print what came back as JSON.")
  private boolean json;

  private final Galley galley;

  RestoreCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new DeskException(Messages.text("cli.no-backup", file));
    }
    try (Desk desk = galley.openOrStart()) {
      List<String> notes = desk.keeping().restore(file.toAbsolutePath()).join();
      notes.forEach(note -> galley.console().err().println("galley: " + note));
      int posts = desk.posts().join().size();
      if (json) {
        ObjectNode root = Shapes.object();
        root.putObject("checked").put("posts", posts);
        root.putArray("problems");
        galley.console().say(Shapes.print(root));
      } else {
        galley.console().say(Messages.text("cli.restored", posts, file));
      }
      return Commands.DONE;
    }
  }
}
