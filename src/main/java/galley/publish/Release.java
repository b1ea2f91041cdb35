package galley.publish;

import galley.text.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A whole site as it shall stand on the host.
 *
 * @param id names it for ever; letters, digits and {@code . _ -}, at most 100
 * @param at when it was made, told to people and never compared
 * @param files by path, each path once, also where a disk does not tell A from a
 */
public record Release(String id, Instant at, List<ReleaseFile> files) {
  public Release {
    checkId(id);
    files = files.stream().sorted(Comparator.comparing(ReleaseFile::path)).toList();
    Set<String> paths = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (ReleaseFile file : files) {
      String path = SitePath.folded(file.path());
      if (!paths.add(path)) {
        throw new IllegalArgumentException("A release has each path once: " + file.path());
      }
      for (String up = SitePath.folder(path); !up.isEmpty(); up = SitePath.folder(up)) {
        folders.add(up);
      }
    }
    folders.retainAll(paths);
    if (!folders.isEmpty()) {
      throw new IllegalArgumentException("A file and a folder have one name: " + folders);
    }
  }

  /** The fingerprint of all it holds: equal for equal files, whatever its name. */
  String fingerprint() {
    StringBuilder all = new StringBuilder();
    files.forEach(file -> all.append(file.sha256()).append(' ').append(file.path()).append('\n'));
    return Sha256.of(all.toString());
  }

  static void checkId(String id) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*")
        || id.length() > 100
        || id.endsWith(".partial")
        || id.endsWith(".json")) {
      throw new IllegalArgumentException("Not a release's name: " + id);
    }
  }

  /** The sum of its files' sizes. */
  public long bytes() {
    return files.stream().mapToLong(ReleaseFile::bytes).sum();
  }
}
