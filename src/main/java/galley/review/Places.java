package galley.review;

import galley.post.Placement;
import galley.review.Removal.Fragment;
import galley.review.Versions.Step;
import galley.review.Versions.Switch;
import galley.review.Versions.Version;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The places of a text's anchors, and those they left to follow their words: undo may lead them
 * back there. Used on one thread.
 */
final class Places {
  private static final int MOST_MOVES = 8;

  private final Map<UUID, Held> current = new LinkedHashMap<>();
  private final Map<UUID, List<Move>> moves = new HashMap<>();
  private final List<Held> all = new ArrayList<>();

  /**
   * That an anchor followed its words.
   *
   * @param pasted all that was put in where it is now
   */
  private record Move(Held from, Held to, String pasted) {}

  void put(UUID id, Placement placement) {
    Held held = new Held(id, placement.state(), placement.span());
    current.put(id, held);
    all.add(held);
  }

  void remove(UUID id) {
    if (current.remove(id) != null) {
      moves.remove(id);
      all.removeIf(held -> held.id().equals(id));
    }
  }

  Map<UUID, Placement> placements() {
    Map<UUID, Placement> places = new LinkedHashMap<>();
    current.forEach((id, held) -> places.put(id, held.placement()));
    return Collections.unmodifiableMap(places);
  }

  /** Carries everything through a new edit. */
  void carry(Version version) {
    Edit edit = version.edit();
    version.cut(take(edit.at(), edit.removed()));
    give(edit.at(), version.back());
    lead(version);
  }

  /** Carries everything through an edit that is undone, or done again. */
  void carry(Step step) {
    Version version = step.version();
    int at = version.edit().at();
    if (step.isUp()) {
      version.back(take(at, version.edit().inserted()));
      give(at, version.cut());
      version.switches().reversed().forEach(it -> change(it.to(), it.from()));
    } else {
      version.cut(take(at, version.edit().removed()));
      give(at, version.back());
      version.switches().forEach(it -> change(it.from(), it.to()));
    }
  }

  private void change(Held from, Held to) {
    if (isCurrent(from) && all.contains(to)) {
      current.put(to.id(), to);
    }
  }

  private List<Fragment> take(int at, String text) {
    List<Fragment> fragments = new ArrayList<>();
    int end = at + text.length();
    if (at == end) {
      return fragments;
    }
    for (Held held : all) {
      int from = Math.max(at, held.start());
      int to = Math.min(end, held.end());
      if (from < to || held.isEmpty() && from == to) {
        fragments.add(new Fragment(held, from - at, to - at));
      }
      held.shrink(at, end);
    }
    return fragments;
  }

  private void give(int at, Removal removal) {
    int length = removal.text().length();
    if (length > 0) {
      all.forEach(held -> held.grow(at, length));
    }
    for (Fragment fragment : removal.fragments()) {
      fragment.held().regain(at + fragment.from(), at + fragment.to());
    }
  }

  /** Whether an anchor stands there now, and has lost all words. */
  boolean isLost(Held held) {
    return held.isCut() && isCurrent(held);
  }

  /** Whether an anchor stands there now. */
  boolean isCurrent(Held held) {
    return current.get(held.id()) == held;
  }

  /** An anchor's words are here now. */
  void follow(Fragment fragment, Span span, Version version, String pasted) {
    Held from = fragment.held();
    Held to = from.at(span);
    List<Move> itsMoves = moves.computeIfAbsent(from.id(), _ -> new ArrayList<>());
    itsMoves.add(new Move(from, to, pasted));
    if (itsMoves.size() > MOST_MOVES) {
      all.remove(itsMoves.removeFirst().from());
    }
    all.add(to);
    version.switches().add(new Switch(from, to));
    current.put(to.id(), to);
  }

  /** Leads anchors back that followed their words, where those words are taken away again. */
  private void lead(Version version) {
    String removed = version.edit().removed();
    for (List<Move> itsMoves : moves.values()) {
      for (Move move : itsMoves.reversed()) {
        if (isLost(move.to) && (!move.from.isCut() || removed.equals(move.pasted))) {
          version.switches().add(new Switch(move.to, move.from));
          current.put(move.from.id(), move.from);
        }
      }
    }
  }
}
