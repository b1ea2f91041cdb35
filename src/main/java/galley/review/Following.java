package galley.review;

import galley.post.Placement;
import galley.post.Placement.State;
import galley.review.Removal.Fragment;
import galley.review.Versions.Version;
import galley.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Leads anchors that have lost all their words to where those words were put: cut here and pasted
 * there, or dragged; and gives those that have lost some what is put back beside the rest. Words of
 * a few letters are followed only right after they were cut, and a single letter never, so that
 * typing does not draw anchors along. Used on one thread.
 */
final class Following {
  private static final int MOST_CUTS = 256;
  private static final int LONG = 8;
  private static final int SHORT = 3;

  private final Places places;
  private final Deque<Removal> cuts = new ArrayDeque<>();
  private String added = "";
  private int addedAt;

  Following(Places places) {
    this.places = places;
  }

  /** After an edit that made a new version. */
  void done(Version version) {
    Edit edit = version.edit();
    Removal cut = version.cut();
    rewritten(version);
    // Dragged words may be put in at the new place before they are taken out at the old one.
    int dragged = draggedTo(edit);
    if (!cut.fragments().isEmpty()) {
      if (dragged >= 0) {
        follow(cut, added, dragged, version, false);
      }
      cuts.addFirst(cut);
      if (cuts.size() > MOST_CUTS) {
        cuts.removeLast();
      }
    }
    if (edit.inserted().strip().length() >= SHORT) {
      for (Removal removal : cuts) {
        follow(removal, edit.inserted(), edit.at(), version, true);
      }
    }
    added = edit.inserted();
    addedAt = edit.at();
  }

  /** Leads anchors to what became of their words where those were written anew. */
  private void rewritten(Version version) {
    Edit edit = version.edit();
    if (edit.inserted().strip().length() < SHORT) {
      return;
    }
    List<Fragment> touched =
        version.cut().fragments().stream()
            .filter(fragment -> !fragment.isPoint() && places.isCurrent(fragment.held()))
            .toList();
    Map<UUID, Placement> before = new HashMap<>();
    touched.forEach(fragment ->
        before.put(
            fragment.held().id(),
            new Placement(State.LIVE, new Span(fragment.from(), fragment.to()))));
    if (before.isEmpty()) {
      return;
    }
    Map<UUID, Placement> after = Reattach.of(edit.removed(), edit.inserted(), before);
    for (Fragment fragment : touched) {
      Placement place = after.get(fragment.held().id());
      if (place != null && place.state() == State.LIVE) {
        Span span = place.span().shifted(edit.at());
        if (isLost(fragment)) {
          places.follow(fragment, span, version, edit.inserted());
        } else if (!fragment.held().isEmpty()) {
          fragment.held().regain(span.start(), span.end());
        }
      }
    }
  }

  /** After an edit that led to a version that was there before. */
  void undone() {
    added = "";
  }

  /** Where the text that the edit before put in stands after this one, or -1. */
  private int draggedTo(Edit edit) {
    int end = addedAt + added.length();
    if (added.isEmpty() || addedAt < edit.end() && edit.at() < end) {
      return -1;
    }
    return addedAt >= edit.end() ? addedAt + edit.shift() : addedAt;
  }

  /**
   * Leads anchors to their words.
   *
   * @param own whether the version's own edit put the text in, and its undoing takes it out
   */
  private void follow(Removal removal, String text, int at, Version version, boolean own) {
    List<Fragment> its =
        removal.fragments().stream()
            .filter(fragment -> !fragment.isPoint() && places.isCurrent(fragment.held()))
            .toList();
    if (its.isEmpty()) {
      return;
    }
    OptionalInt all = find(removal.text(), text, removal.number() >= version.number() - 1);
    for (Fragment fragment : its) {
      OptionalInt place =
          all.isPresent()
              ? OptionalInt.of(all.getAsInt() + fragment.from())
              : findOnly(removal.text().substring(fragment.from(), fragment.to()), text);
      if (place.isPresent()) {
        int from = at + Math.max(0, place.getAsInt());
        int to = at + Math.min(text.length(), place.getAsInt() + fragment.length());
        Held held = fragment.held();
        if (from < to && isLost(fragment)) {
          places.follow(fragment, new Span(from, to), version, text);
        } else if (own && from < to && isBeside(held, from, to)) {
          held.regain(from, to);
        }
      }
    }
  }

  private static boolean isBeside(Held held, int from, int to) {
    return !held.isEmpty() && (to == held.start() || from == held.end());
  }

  private boolean isLost(Fragment fragment) {
    return places.isLost(fragment.held()) && fragment.held().isMuch(fragment.length());
  }

  /** Where all that was cut begins in a text; its outer blanks may be missing there. */
  private static OptionalInt find(String cut, String text, boolean latest) {
    String words = cut.strip();
    boolean isLong = words.length() >= LONG;
    if (words.length() < SHORT || !isLong && !(latest && text.strip().equals(words))) {
      return OptionalInt.empty();
    }
    int found = text.indexOf(words);
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found - cut.indexOf(words));
  }

  /** Where an anchor's own words stand in a text, if just once. */
  private static OptionalInt findOnly(String words, String text) {
    if (words.strip().length() < LONG) {
      return OptionalInt.empty();
    }
    int found = text.indexOf(words);
    return found < 0 || text.indexOf(words, found + 1) >= 0
        ? OptionalInt.empty()
        : OptionalInt.of(found);
  }
}
