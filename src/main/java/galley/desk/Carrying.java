package galley.desk;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Placement;
import galley.review.Reattach;
import galley.store.Placed;
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
  /** How far from the place of the words before it, in UTF-16 units, what replaced them begins. */
  private static final int NEAR = 2;

  private final Function<String, Optional<String>> texts;
  private final Map<String, Optional<String>> read = new HashMap<>();
  private String hashed = "";
  private String hash = Sha256.of("");

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
      if (placed.get().text().equals(sha256(body))) {
        known.putAll(before);
      } else {
        text(placed.get().text()).ifPresent(text -> known.putAll(Reattach.of(text, body, before)));
      }
    }
    return completed(roots, known, body);
  }

  /** From one text to another. */
  Map<UUID, Placement> over(
      List<Annotation> roots, Map<UUID, Placement> places, String before, String after) {
    return completed(roots, Reattach.of(before, after, places), after);
  }

  /** What has no sure place is looked for once more by its own words and where they stood. */
  private Map<UUID, Placement> completed(
      List<Annotation> roots, Map<UUID, Placement> known, String body) {
    Map<String, Map<UUID, Placement>> bySnapshot = new LinkedHashMap<>();
    for (Annotation annotation : roots) {
      Anchor anchor = annotation.anchor();
      Placement place = known.get(annotation.id());
      if (anchor.inBody() && (place == null || !isSure(place, anchor))) {
        bySnapshot
            .computeIfAbsent(anchor.snapshot(), _ -> new LinkedHashMap<>())
            .put(annotation.id(), new Placement(Placement.State.LIVE, anchor.span()));
      }
    }
    Map<UUID, Placement> again = new HashMap<>();
    bySnapshot.forEach((snapshot, anchors) -> again.putAll(from(snapshot, anchors, body)));
    Map<UUID, Placement> places = new LinkedHashMap<>();
    for (Annotation annotation : roots) {
      if (annotation.anchor().inBody()) {
        Placement place = known.get(annotation.id());
        Placement other = again.get(annotation.id());
        Placement sure = other != null && other.state() == Placement.State.LIVE ? other : place;
        Placement either = sure == null ? other : sure;
        Placement found = either == null ? found(annotation.anchor(), body) : either;
        places.put(annotation.id(), taken(annotation, found, body));
      }
    }
    return places;
  }

  /**
   * An accepted suggestion whose words are gone stands on those it put there, as it does where it
   * was accepted.
   */
  private static Placement taken(Annotation annotation, Placement place, String body) {
    if (annotation.kind() != Annotation.Kind.SUGGESTION
        || annotation.status() != Annotation.Status.ACCEPTED
        || place.state() != Placement.State.ORPHAN
        || annotation.anchor().span().isEmpty()) {
      return place;
    }
    String words = annotation.replacement().orElse("");
    int at = place.span().start();
    int start = words.isEmpty() ? at : body.indexOf(words, Math.max(0, at - NEAR));
    if (start < 0 || start > at + NEAR) {
      return place;
    }
    Placement.State state = words.isEmpty() ? Placement.State.COLLAPSED : Placement.State.LIVE;
    return new Placement(state, new Span(start, start + words.length()));
  }

  /** Many anchors of one text at once; none where that text or their places are not known. */
  private Map<UUID, Placement> from(String snapshot, Map<UUID, Placement> anchors, String body) {
    Optional<String> text = snapshot.equals(sha256(body)) ? Optional.of(body) : text(snapshot);
    if (text.isEmpty()) {
      return Map.of();
    }
    int length = text.get().length();
    anchors.values().removeIf(place -> place.span().end() > length);
    return Reattach.of(text.get(), body, anchors);
  }

  private static boolean isSure(Placement place, Anchor anchor) {
    return place.state() == Placement.State.LIVE
        || place.state() == Placement.State.GUESS
        || anchor.span().isEmpty();
  }

  /** Where an anchor stands in a text, going by nothing but the anchor. */
  Placement found(Anchor anchor, String now) {
    if (anchor.snapshot().equals(sha256(now)) && anchor.span().end() <= now.length()) {
      return new Placement(Placement.State.LIVE, anchor.span());
    }
    return Reattach.of(anchor, text(anchor.snapshot()), now);
  }

  private Optional<String> text(String sha256) {
    return read.computeIfAbsent(sha256, texts);
  }

  /** The fingerprint of a text that is asked for once for each of many anchors. */
  @SuppressWarnings(
      "ReferenceEquality") // the same text, not an equal one, which would cost as much
  private synchronized String sha256(String text) {
    if (text != hashed) {
      hashed = text;
      hash = Sha256.of(text);
    }
    return hash;
  }
}
