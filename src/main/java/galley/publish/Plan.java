package galley.publish;

import galley.publish.Manifest.Held;
import galley.publish.Manifest.Left;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a publication would do, before anything is sent.
 *
 * @param release what shall stand there
 * @param before what stands there now, if Galley put it there
 * @param add files that are new, in the order they go
 * @param change files whose content is new, in the order they go
 * @param same files that are there already
 * @param gone paths that go away, in the order they go
 */
public record Plan(
    Release release,
    Optional<Standing> before,
    List<ReleaseFile> add,
    List<ReleaseFile> change,
    List<ReleaseFile> same,
    List<String> gone) {
  /** What Galley left on a host: its release, counted. */
  public record Standing(Manifest manifest) {
    public long generation() {
      return manifest.generation();
    }

    public String release() {
      return manifest.release();
    }
  }

  public Plan {
    add = List.copyOf(add);
    change = List.copyOf(change);
    same = List.copyOf(same);
    gone = List.copyOf(gone);
  }

  /** Whether the host has all of it already. */
  public boolean isDone() {
    return before.isPresent() && add.isEmpty() && change.isEmpty() && gone.isEmpty();
  }

  /** What has to travel, in bytes. */
  public long bytes() {
    return add.stream().mapToLong(ReleaseFile::bytes).sum()
        + change.stream().mapToLong(ReleaseFile::bytes).sum();
  }

  Left base() {
    return before.map(standing -> standing.manifest().left()).orElse(Left.NOTHING);
  }

  Map<String, Held> held() {
    return before.map(standing -> standing.manifest().files()).orElse(Map.of());
  }

  /** What is new, what pages need before the pages, and what leads to them last. */
  List<ReleaseFile> toSend() {
    List<ReleaseFile> all = new ArrayList<>(add);
    all.addAll(change);
    all.sort(ORDER);
    return Collections.unmodifiableList(all);
  }

  static final Comparator<ReleaseFile> ORDER =
      Comparator.<ReleaseFile>comparingInt(file -> rank(file.path()))
          .thenComparing(ReleaseFile::path);

  /** What is gone goes the other way round: nothing is deleted before what needs it. */
  static final Comparator<String> GOING =
      Comparator.comparingInt(Plan::rank).reversed().thenComparing(Comparator.naturalOrder());

  private static int rank(String path) {
    String name = SitePath.name(path);
    if (name.endsWith(".xml") || name.equals("robots.txt") || path.equals("index.html")) {
      return 2;
    }
    return name.endsWith(".html") || name.endsWith(".htm") ? 1 : 0;
  }
}
