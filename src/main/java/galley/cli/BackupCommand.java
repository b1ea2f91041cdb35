package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.store.Backup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Makes a backup of the library and checks the copy.")
final class BackupCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print what was copied as JSON.")
  private boolean json;

  private final Galley galley;

  BackupCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      Backup made = desk.keeping().backUp().join();
      if (json) {
        ObjectNode root = Shapes.object();
        root.putObject("checked").put("posts", made.posts()).put("revisions", made.revisions());
        root.putArray("problems");
        root.put("file", made.file().toString()).put("bytes", made.bytes());
        galley.console().say(Shapes.print(root));
      } else {
        galley
            .console()
            .say(Messages.text("cli.backed-up", made.posts(), made.revisions(), made.file()));
      }
      return Commands.DONE;
    }
  }
}
