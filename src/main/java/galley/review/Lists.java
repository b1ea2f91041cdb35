package galley.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Three states of a list without doubles, put together: sets with an order. */
final class Lists<V> {
  private final List<V> old;
  private final List<V> one;
  private final List<V> two;
  private final Set<V> kept = new LinkedHashSet<>();

  Lists(List<V> old, List<V> one, List<V> two) {
    this.old = List.copyOf(new LinkedHashSet<>(old));
    this.one = List.copyOf(new LinkedHashSet<>(one));
    this.two = List.copyOf(new LinkedHashSet<>(two));
    kept.addAll(this.old);
    kept.retainAll(this.one);
    kept.retainAll(this.two);
  }

  /** Whether both put what all three have into an order of their own. */
  boolean orderClashes() {
    List<V> first = only(one, kept);
    List<V> second = only(two, kept);
    List<V> before = only(old, kept);
    return !first.equals(second) && !first.equals(before) && !second.equals(before);
  }

  /** What either put in, without what either took out. */
  List<V> merged(boolean orderOfTwo) {
    List<V> before = only(old, kept);
    boolean second = orderOfTwo || only(one, kept).equals(before);
    List<V> out = only(second ? two : one, kept);
    Set<V> fresh = new LinkedHashSet<>(one);
    fresh.addAll(two);
    fresh.removeAll(old);
    List<V> common = new ArrayList<>(fresh);
    // in one order, whoever is called mine
    common.sort(Comparator.comparing(Object::toString));
    for (boolean placed = true; placed && !common.isEmpty(); ) {
      placed = false;
      for (V entry : List.copyOf(common).reversed()) {
        placed |= place(entry, out, common);
      }
    }
    out.addAll(common); // each before the other: nobody can tell
    return List.copyOf(out);
  }

  /** Puts an entry after the nearest one before it that is there already. */
  private boolean place(V entry, List<V> out, List<V> waiting) {
    int at = 0;
    for (List<V> from : List.of(one, two)) {
      for (int i = from.indexOf(entry) - 1; i >= 0; i--) {
        V before = from.get(i);
        if (waiting.contains(before)) {
          return false;
        }
        if (out.contains(before)) {
          at = Math.max(at, out.indexOf(before) + 1);
          break;
        }
      }
    }
    out.add(at, entry);
    waiting.remove(entry);
    return true;
  }

  private static <V> List<V> only(List<V> list, Set<V> kept) {
    return new ArrayList<>(list.stream().filter(kept::contains).toList());
  }
}
