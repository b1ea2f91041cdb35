package galley.review;

import galley.post.Anchor;
import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Alignment;
import galley.text.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the places of annotations again after the text was changed elsewhere.
 *
 * <p>The words of the text they refer to are aligned with the words as they are now, moved
 * stretches too; an anchor goes where most of its words went. Where fewer than a third are left,
 * words that look like its own are sought where the alignment explains nothing: what is found is a
 * guess, to be confirmed by a person. Else the anchor is an orphan, and keeps its last place. Pure;
 * two texts of 200,000 words take seconds at the most, so it is nothing for the thread of a window.
 */
public final class Reattach {
  private Reattach() {}

  /**
   * The places in the later text.
   *
   * @param places in the earlier text; orphans and collapsed ones keep their state
   */
  public static Map<UUID, Placement> of(String before, String after, Map<UUID, Placement> places) {
    Map<UUID, Placement> found = new LinkedHashMap<>();
    if (before.equals(after)) {
      places.forEach((id, place) -> {
        Span span = within(after, place.span().start(), place.span().end());
        found.put(id, new Placement(place.state(), span));
      });
      return Collections.unmodifiableMap(found);
    }
    Carrying carrying = new Carrying(before, after, Alignment.of(before, after));
    places.forEach((id, place) -> found.put(id, carrying.carried(place)));
    return Collections.unmodifiableMap(found);
  }

  /**
   * The place of an anchor from what it knows itself.
   *
   * @param snapshot the text it was made on, where that is known
   * @param now the text as it is now
   */
  public static Placement of(Anchor anchor, Optional<String> snapshot, String now) {
    if (snapshot.isPresent() && anchor.span().end() <= snapshot.get().length()) {
      UUID id = new UUID(0, 0);
      Placement place = new Placement(State.LIVE, anchor.span());
      Placement found = of(snapshot.get(), now, Map.of(id, place)).get(id);
      return found == null ? place : found;
    }
    return Quote.find(anchor, now);
  }

  /** Cuts a span to the text and to whole characters. */
  static Span within(String text, int start, int end) {
    int from = Math.max(0, Math.min(start, text.length()));
    int to = Math.max(from, Math.min(end, text.length()));
    if (isWithinPair(text, from)) {
      from--;
    }
    if (isWithinPair(text, to)) {
      to = to == start ? from : to + 1;
    }
    return new Span(from, Math.max(from, to));
  }

  private static boolean isWithinPair(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }
}
