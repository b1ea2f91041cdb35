package galley.publish;

import galley.publish.Manifest.Held;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through all of a site on a host; files that look changed are read. */
final class Surveying {
  private final Host host;
  private final String base;
  private final List<String> changed = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final Set<String> found = new HashSet<>();
  private int asLeft;

  Surveying(Host host, String base) {
    this.host = host;
    this.base = base;
  }

  Survey survey(Map<String, Held> files) throws IOException {
    walk("", files);
    Look look = new Look(host, base);
    for (Held left : files.values()) {
      if (!found.contains(left.path()) && ("/" + left.path()).contains("/.")) {
        Optional<Entry> hidden = look.at(left.path());
        if (hidden.isPresent()) {
          compare(hidden.get(), left);
        }
      }
    }
    List<String> missing =
        files.keySet().stream().filter(path -> !found.contains(path)).sorted().toList();
    return new Survey(asLeft, changed, missing, foreign);
  }

  private void walk(String folder, Map<String, Held> files) throws IOException {
    List<Map.Entry<String, Entry>> entries =
        host.list(SitePath.join(base, folder)).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .toList();
    for (Map.Entry<String, Entry> one : entries) {
      String path = SitePath.join(folder, one.getKey());
      if (path.equals(SitePath.OWN) || path.equals(".git")) {
        continue;
      }
      Held left = files.get(path);
      if (one.getValue().folder()) {
        walk(path, files);
      } else if (left == null) {
        foreign.add(path);
      } else {
        compare(one.getValue(), left);
      }
    }
  }

  private void compare(Entry entry, Held left) throws IOException {
    found.add(left.path());
    if (isAsLeft(entry, left)) {
      asLeft++;
    } else {
      changed.add(left.path());
    }
  }

  private boolean isAsLeft(Entry entry, Held left) throws IOException {
    if (entry.bytes() != left.bytes()) {
      return false;
    }
    return (!left.mark().isEmpty() && left.mark().equals(entry.mark()))
        || new Remote(host)
            .fingerprint(SitePath.join(base, left.path()))
            .filter(left.sha256()::equals)
            .isPresent();
  }
}
