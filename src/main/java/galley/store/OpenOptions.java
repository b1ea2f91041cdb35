package galley.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a library is to be opened.
 *
 * @param create whether to make a new one where there is none
 * @param secondBackups a folder that gets a copy of every backup
 */
public record OpenOptions(boolean create, Optional<Path> secondBackups) {
  /** Only a library that is there. */
  public static OpenOptions existing() {
    return new OpenOptions(false, Optional.empty());
  }

  /** A library that is there, or else a new one. */
  public static OpenOptions creating() {
    return new OpenOptions(true, Optional.empty());
  }

  public OpenOptions withSecondBackups(Path folder) {
    return new OpenOptions(create, Optional.of(folder));
  }
}
