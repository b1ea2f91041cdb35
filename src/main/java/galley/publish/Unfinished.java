package galley.publish;

import galley.publish.Manifest.Held;
import galley.publish.Manifest.Left;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a publication got that did not end well.
 *
 * @param base what stood on the host before
 * @param release what it was about to put there
 * @param put the files that have their new content
 * @param unsure paths that have the old content, the new one, or none
 * @param fingerprint of all that release holds
 * @param carried there if the old release was carried over whole; whether its files kept their
 *     marks
 * @param last what it made of the host, if it came to the last step
 */
record Unfinished(
    Left base,
    String release,
    String fingerprint,
    Map<String, Held> put,
    Set<String> unsure,
    Optional<Boolean> carried,
    Optional<Left> last) {

  static Optional<Unfinished> read(String text) {
    int end = text.lastIndexOf('\n');
    Optional<Left> base = Optional.empty();
    String release = "";
    String fingerprint = "";
    Map<String, Held> put = new HashMap<>();
    Set<String> unsure = new HashSet<>();
    Optional<Boolean> carried = Optional.empty();
    Optional<Left> last = Optional.empty();
    for (String line : text.substring(0, Math.max(end, 0)).split("\n", -1)) {
      int space = line.indexOf(' ');
      String word = space < 0 ? line : line.substring(0, space);
      String rest = space < 0 ? "" : line.substring(space + 1);
      switch (word) {
        case "base" -> base = left(rest);
        case "release" -> {
          fingerprint = rest.substring(0, Math.max(0, rest.indexOf(' ')));
          release = rest.substring(rest.indexOf(' ') + 1);
        }
        case "carried" -> carried = Optional.of(Boolean.valueOf(rest));
        case "last" -> last = left(rest);
        case "over", "gone" -> {
          put.remove(rest);
          unsure.add(rest);
        }
        case "put" -> {
          String[] parts = rest.split(" ", 3);
          if (parts.length == 3 && parts[1].matches("[0-9]{1,18}")) {
            put.put(parts[2], new Held(parts[2], Long.parseLong(parts[1]), parts[0], ""));
            unsure.remove(parts[2]);
          }
        }
        default -> {
          // a line that was cut short by the end of an earlier run
        }
      }
    }
    if (base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Unfinished(base.get(), release, fingerprint, put, unsure, carried, last));
  }

  private static Optional<Left> left(String text) {
    String[] parts = text.split(" ", 2);
    return parts.length == 2 && parts[0].matches("[0-9]{1,18}")
        ? Optional.of(new Left(Long.parseLong(parts[0]), parts[1]))
        : Optional.empty();
  }
}
