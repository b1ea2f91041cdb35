package galley.cli;

import galley.asset.Messages;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "library",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The whole library, out as plain files and back.")
final class LibraryCommand extends CommandGroup {
  private LibraryCommand() {
    super(Messages.text("cli.library-what"));
  }

  /** Its commands, as far as the words typed after its name can mean them. */
  static CommandLine line(Galley galley, List<String> typed) {
    return new Subcommands()
        .with("export", _ -> new LibraryExportCommand(galley))
        .with("import", _ -> new LibraryImportCommand(galley))
        .below(new LibraryCommand(), typed);
  }
}
