package galley.publish;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Makes folders on a host, each once, and clears away those that became empty. */
final class Folders {
  private final Host host;
  private final Set<String> made = new HashSet<>();

  Folders(Host host) {
    this.host = host;
  }

  /** Makes the folder of a path. */
  void above(String path) throws IOException {
    String folder = SitePath.folder(path);
    if (!folder.isEmpty() && made.add(folder)) {
      host.folder(folder);
    }
  }

  /** Deletes the folders of deleted files where nothing is left in them. */
  void clear(String base, Collection<String> deleted, Collection<ReleaseFile> stay)
      throws IOException {
    Set<String> used = new HashSet<>();
    stay.forEach(file -> used.addAll(allAbove(file.path())));
    Set<String> empty =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    deleted.forEach(path -> empty.addAll(allAbove(path)));
    empty.removeAll(used);
    for (String folder : empty) {
      host.removeFolder(SitePath.join(base, folder));
    }
  }

  private static Set<String> allAbove(String path) {
    Set<String> all = new HashSet<>();
    for (String up = SitePath.folder(path); !up.isEmpty(); up = SitePath.folder(up)) {
      all.add(up);
    }
    return all;
  }
}
