package galley.review;

import galley.review.Removal.Fragment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a text went through, as a tree: undo goes up, redo goes down, and a new edit
 * begins a branch. A version is known again by its fingerprint, in whatever steps it was reached.
 * The oldest are forgotten. Used on one thread.
 */
final class Versions {
  private static final int MOST = 8_000;
  private static final long MOST_UNITS = 16_000_000;

  private final Map<Long, List<Version>> known = new HashMap<>();
  private final List<Version> all = new ArrayList<>();
  private Version now;
  private long number;
  private long units;

  /** A version and the edit that made it out of the one above. */
  static final class Version {
    private final long number;
    private final long print;
    private final Edit edit;
    private @Nullable Version above;
    private Removal cut;
    private Removal back;
    private final List<Switch> switches = new ArrayList<>(0);

    private Version(long number, long print, Edit edit, @Nullable Version above) {
      this.number = number;
      this.print = print;
      this.edit = edit;
      this.above = above;
      cut = none(edit.removed());
      back = none(edit.inserted());
    }

    private Removal none(String text) {
      return new Removal(number, text, List.of());
    }

    long number() {
      return number;
    }

    Edit edit() {
      return edit;
    }

    /** What anchors held of the words that the edit took out. */
    Removal cut() {
      return cut;
    }

    /** What anchors held of the words that the edit put in, when it was undone. */
    Removal back() {
      return back;
    }

    /** The anchors that went to another place with this edit, in order. */
    List<Switch> switches() {
      return switches;
    }

    void cut(List<Fragment> fragments) {
      cut = new Removal(number, edit.removed(), fragments);
    }

    void back(List<Fragment> fragments) {
      back = new Removal(number, edit.inserted(), fragments);
    }
  }

  /** That an anchor stands in another of its places. */
  record Switch(Held from, Held to) {}

  /** One step of a way: an edit undone, or done. */
  record Step(Version version, boolean isUp) {}

  Versions(long print) {
    now = new Version(0, print, new Edit(0, "", ""), null);
    keep(now);
  }

  /** The way to the version with this fingerprint, if there was one; it is the present then. */
  Optional<List<Step>> find(long print) {
    Optional<Version> found =
        known.getOrDefault(print, List.of()).stream()
            .max(Comparator.comparing(this::isAbove).thenComparingLong(version -> version.number));
    Optional<List<Step>> way = found.flatMap(this::way);
    if (way.isPresent()) {
      now = found.orElseThrow();
    }
    return way;
  }

  private boolean isAbove(Version version) {
    @Nullable Version at = now;
    while (at != null && at.number > version.number) {
      at = at.above;
    }
    return at == version;
  }

  private Optional<List<Step>> way(Version to) {
    List<Step> up = new ArrayList<>();
    List<Step> down = new ArrayList<>();
    @Nullable Version a = now;
    @Nullable Version b = to;
    while (a != b) {
      if (a == null || b == null) {
        return Optional.empty();
      }
      if (a.number > b.number) {
        up.add(new Step(a, true));
        a = a.above;
      } else {
        down.add(new Step(b, false));
        b = b.above;
      }
    }
    up.addAll(down.reversed());
    return Optional.of(up);
  }

  /** A version that was never there. */
  Version add(long print, Edit edit) {
    number++;
    now = new Version(number, print, edit, now);
    keep(now);
    units += edit.removed().length() + edit.inserted().length();
    if (all.size() > MOST || units > MOST_UNITS) {
      forget();
    }
    return now;
  }

  private void keep(Version version) {
    all.add(version);
    known.computeIfAbsent(version.print, _ -> new ArrayList<>(1)).add(version);
  }

  private void forget() {
    List<Version> kept = new ArrayList<>(all.subList(all.size() / 2, all.size()));
    long first = kept.getFirst().number;
    all.clear();
    known.clear();
    units = 0;
    for (Version version : kept) {
      if (version.above != null && version.above.number < first) {
        version.above = null;
      }
      keep(version);
      units += version.edit.removed().length() + version.edit.inserted().length();
    }
  }
}
