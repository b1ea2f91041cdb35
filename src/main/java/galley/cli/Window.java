package galley.cli;

import java.nio.file.Path;
import java.util.List;

/** Opens the window; the commands that need one ask for it. */
@FunctionalInterface
public interface Window {
  /**
   * Shows the window until the person closes it.
   *
   * @param library the library's folder
   * @param files to bring in and open, may be empty
   * @return the program's exit code
   */
  int show(Path library, List<Path> files);
}
