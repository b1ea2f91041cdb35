package galley.desk;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Placement;
import galley.review.LiveAnchors;
import galley.store.Placed;
import galley.text.Diff;
import galley.text.Sha256;
import galley.text.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Carries annotations over to a text that was changed elsewhere. */
final class Carrying {
  private final Function<String, Optional<String>> texts;
  private final Map<String, Optional<String>> read = new HashMap<>();

  /**
   * @param texts gives a text by its SHA-256, where it is kept
   */
  Carrying(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /** A text that came just now. */
  void know(String sha256, String text) {
    read.put(sha256, Optional.of(text));
  }

  /**
   * Where annotations stand in a body.
   *
   * @param placed where they stood in an earlier one, as far as that is known
   */
  Map<UUID, Placement> over(List<Annotation> roots, Optional<Placed> placed, String body) {
    Map<UUID, Placement> known = new HashMap<>();
    if (placed.isPresent()) {
      Map<UUID, Placement> before = placed.get().places();
      if (placed.get().text().equals(Sha256.of(body))) {
        known.putAll(before);
      } else {
        text(placed.get().text()).ifPresent(text -> known.putAll(mapped(text, body, before)));
      }
    }
    return completed(roots, known, body);
  }

  /** From one text to another. */
  Map<UUID, Placement> over(
      List<Annotation> roots, Map<UUID, Placement> places, String before, String after) {
    return completed(roots, mapped(before, after, places), after);
  }

  /** What has no sure place is looked for once more by its own words and where they stood. */
  private Map<UUID, Placement> completed(
      List<Annotation> roots, Map<UUID, Placement> known, String body) {
    Map<UUID, Placement> places = new LinkedHashMap<>();
    for (Annotation annotation : roots) {
      Anchor anchor = annotation.anchor();
      if (anchor.inBody()) {
        Placement place = known.get(annotation.id());
        places.put(
            annotation.id(), place == null ? found(anchor, body) : better(place, anchor, body));
      }
    }
    return places;
  }

  private Placement better(Placement place, Anchor anchor, String body) {
    if (place.state() == Placement.State.LIVE
        || place.state() == Placement.State.GUESS
        || anchor.span().isEmpty()) {
      return place;
    }
    Placement again = found(anchor, body);
    return again.state() == Placement.State.LIVE ? again : place;
  }

  /** Where an anchor stands in a text, going by nothing but the anchor. */
  Placement found(Anchor anchor, String now) {
    if (anchor.snapshot().equals(Sha256.of(now)) && anchor.span().end() <= now.length()) {
      return new Placement(Placement.State.LIVE, anchor.span());
    }
    return found(anchor, text(anchor.snapshot()), now);
  }

  private Optional<String> text(String sha256) {
    return read.computeIfAbsent(sha256, texts);
  }

  private static Map<UUID, Placement> mapped(
      String before, String after, Map<UUID, Placement> places) {
    LiveAnchors live = new LiveAnchors(before, places);
    int shift = 0;
    for (Diff.Change change : Diff.words(before, after)) {
      if (change.kind() != Diff.Kind.SAME) {
        live.replaced(
            change.before().start() + shift, change.before().of(before), change.after().of(after));
        shift += change.after().length() - change.before().length();
      }
    }
    return live.placements();
  }

  private static Placement found(Anchor anchor, Optional<String> snapshot, String now) {
    if (snapshot.isPresent() && anchor.span().end() <= snapshot.get().length()) {
      Placement then = new Placement(Placement.State.LIVE, anchor.span());
      UUID only = new UUID(0, 0);
      return mapped(snapshot.get(), now, Map.of(only, then)).getOrDefault(only, then);
    }
    int at = anchor.exact().isEmpty() ? -1 : now.indexOf(anchor.exact());
    return at < 0
        ? new Placement(Placement.State.ORPHAN, new Span(0, 0))
        : new Placement(Placement.State.LIVE, new Span(at, at + anchor.exact().length()));
  }
}
