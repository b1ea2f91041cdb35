package galley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens the window and brings files in.")
final class OpenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to bring in and open.")
  private List<Path> files = List.of();

  private final Galley galley;

  OpenCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    return galley.show(files.stream().map(Path::toAbsolutePath).toList());
  }
}
