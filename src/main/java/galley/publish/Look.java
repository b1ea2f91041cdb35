package galley.publish;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at folders of a host, each once and only where something is asked about. */
final class Look {
  private final Host host;
  private final String base;
  private final Map<String, Map<String, Entry>> seen = new HashMap<>();

  /**
   * @param base the folder paths are below
   */
  Look(Host host, String base) {
    this.host = host;
    this.base = base;
  }

  /** What stands at a path. */
  Optional<Entry> at(String path) throws IOException {
    Map<String, Entry> folder = in(SitePath.folder(path));
    String name = SitePath.name(path);
    if (!name.startsWith(".") || folder.containsKey(name)) {
      return Optional.ofNullable(folder.get(name));
    }
    return host.hidden(SitePath.join(base, path));
  }

  private Map<String, Entry> in(String folder) throws IOException {
    Map<String, Entry> known = seen.get(folder);
    if (known == null) {
      boolean there = folder.isEmpty() || at(folder).filter(Entry::folder).isPresent();
      known = there ? host.list(SitePath.join(base, folder)) : Map.of();
      seen.put(folder, known);
    }
    return known;
  }

  /** Whether the folder of a path has been looked at. */
  boolean saw(String path) {
    return seen.containsKey(SitePath.folder(path));
  }
}
