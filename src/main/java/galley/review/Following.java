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
 * there, or dragged. Words of a few letters are followed only right after they were cut, and a
 * single letter never, so that typing does not draw anchors along. Used on one thread.
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
        follow(cut, added, dragged, version);
      }
      cuts.addFirst(cut);
      if (cuts.size() > MOST_CUTS) {
        cuts.removeLast();
      }
    }
    if (edit.inserted().strip().length() >= SHORT) {
      for (Removal removal : cuts) {
        follow(removal, edit.inserted(), edit.at(), version);
      }
    }
    added = edit.inserted();
    addedAt = edit.at();
  }

  /** Leads anchors all of whose words were written anew to what became of them there. */
  private void rewritten(Version version) {
    Edit edit = version.edit();
    List<Fragment> lost = version.cut().fragments().stream().filter(this::isLost).toList();
    if (lost.isEmpty() || edit.inserted().strip().length() < SHORT) {
      return;
    }
    Map<UUID, Placement> before = new HashMap<>();
    lost.forEach(fragment ->
        before.put(
            fragment.held().id(),
            new Placement(State.LIVE, new Span(fragment.from(), fragment.to()))));
    Map<UUID, Placement> after = Reattach.of(edit.removed(), edit.inserted(), before);
    for (Fragment fragment : lost) {
      Placement place = after.get(fragment.held().id());
      if (place != null && place.state() == State.LIVE) {
        Span span = place.span().shifted(edit.at());
        places.follow(fragment, span, version, edit.inserted());
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

  private void follow(Removal removal, String text, int at, Version version) {
    List<Fragment> lost = removal.fragments().stream().filter(this::isLost).toList();
    if (lost.isEmpty()) {
      return;
    }
    OptionalInt all = find(removal.text(), text, removal.number() >= version.number() - 1);
    for (Fragment fragment : lost) {
      OptionalInt place =
          all.isPresent()
              ? OptionalInt.of(all.getAsInt() + fragment.from())
              : findOnly(removal.text().substring(fragment.from(), fragment.to()), text);
      if (place.isPresent()) {
        int from = Math.max(0, place.getAsInt());
        int to = Math.min(text.length(), place.getAsInt() + fragment.length());
        if (from < to) {
          places.follow(fragment, new Span(at + from, at + to), version, text);
        }
      }
    }
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
