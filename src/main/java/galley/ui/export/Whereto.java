package galley.ui.export;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where an export is to go. */
public interface Whereto {
  Optional<Path> folder();

  /** Asks for a file; where one stands there, the person has agreed to replace it. */
  Optional<Path> file(String name);
}
