package galley.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Galley left on a host.
 *
 * @param generation counts the publications to this host; a clock has no say
 * @param release the release that stands there
 * @param files by path
 * @param earlier the releases before this one, the newest first
 */
record Manifest(
    long generation, String release, Instant at, Map<String, Held> files, List<Earlier> earlier) {
  /** A file on the host. */
  record Held(String path, long bytes, String sha256, String mark) {}

  /** A release that stood there. */
  record Earlier(String release, Instant at) {}

  /** Which publication this is. */
  record Left(long generation, String release) {
    static final Left NOTHING = new Left(0, "");
  }

  Manifest {
    files = Map.copyOf(files);
    earlier = List.copyOf(earlier);
  }

  static Map<String, Held> byPath(Collection<Held> files) {
    Map<String, Held> map = new TreeMap<>();
    files.forEach(file -> map.put(file.path(), file));
    return map;
  }

  Left left() {
    return new Left(generation, release);
  }
}
