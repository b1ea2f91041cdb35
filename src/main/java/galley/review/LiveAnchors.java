package galley.review;

import galley.post.Placement;
import galley.review.Versions.Step;
import galley.review.Versions.Version;
import galley.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The places of a text's annotations while the text is being written.
 *
 * <p>A character that stays in the text stays in its anchors. What is put at an anchor's start or
 * end is not inside; what is put between its words is. Where the text is again as it was, by undo,
 * redo or typing, in whatever steps, its anchors are again as they were; where words that were cut
 * are pasted, an anchor that has lost all its words follows them. Anchors never begin or end within
 * a surrogate pair.
 *
 * <p>Not thread-safe. An edit of a few words takes some microseconds with 2,000 anchors; the
 * distant past is forgotten, so memory stays bounded.
 */
public final class LiveAnchors {
  private final StringBuilder text;
  private final Places places = new Places();
  private final Following following = new Following(places);
  private final Fingerprint fingerprint;
  private final Versions versions;

  public LiveAnchors(String text, Map<UUID, Placement> placements) {
    this.text = new StringBuilder(text);
    fingerprint = new Fingerprint(text);
    versions = new Versions(fingerprint.print());
    placements.forEach(this::put);
  }

  /** The text as all edits so far have made it. */
  public String text() {
    return text.toString();
  }

  /** Where every annotation is now, in the order in which they were put. */
  public Map<UUID, Placement> placements() {
    return places.placements();
  }

  /** Places an annotation anew, in the text as it is now; a span beyond the text is cut short. */
  public void put(UUID id, Placement placement) {
    places.remove(id);
    int start = Math.min(placement.span().start(), text.length());
    int end = Math.min(placement.span().end(), text.length());
    if (isWithinPair(start)) {
      start--;
    }
    if (isWithinPair(end)) {
      end = placement.span().isEmpty() ? start : end + 1;
    }
    places.put(id, new Placement(placement.state(), new Span(start, end)));
  }

  public void remove(UUID id) {
    places.remove(id);
  }

  /**
   * One part of a change of the text; the parts of one change in their order.
   *
   * @param at where, in the text as the parts before have made it
   * @param removed what stood there
   * @param inserted what stands there now
   * @throws IllegalArgumentException where the text reads otherwise; nothing is changed then
   */
  public void replaced(int at, String removed, String inserted) {
    if (at < 0
        || at + removed.length() > text.length()
        || !text.substring(at, at + removed.length()).equals(removed)) {
      throw new IllegalArgumentException("The text at " + at + " is not what was replaced.");
    }
    Edit edit = Edit.whole(text, at, removed, inserted);
    text.replace(at, at + removed.length(), inserted);
    fingerprint.replaced(at, removed.length(), inserted.length(), text);
    long print = fingerprint.print();
    Optional<List<Step>> way = versions.find(print);
    if (way.isPresent()) {
      way.get().forEach(places::carry);
      following.undone();
    } else {
      Version version = versions.add(print, edit.least());
      places.carry(version);
      following.done(version);
    }
  }

  private boolean isWithinPair(int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }
}
