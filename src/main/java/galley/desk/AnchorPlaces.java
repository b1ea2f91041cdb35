package galley.desk;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Texts;
import galley.review.Folded;
import galley.review.LiveAnchors;
import galley.store.Placed;
import galley.text.Sha256;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where annotations stand in an open post's text while it is written, and in what was last read
 * from the window. Whoever has it guards it: one thread at a time.
 */
final class AnchorPlaces {
  private final Carrying carrying;
  private LiveAnchors live;
  private Draft captured;
  private Map<UUID, Placement> capturedPlaces;

  AnchorPlaces(Carrying carrying, Draft start, List<Annotation> all, Optional<Placed> kept) {
    this.carrying = carrying;
    live = new LiveAnchors(start.body(), carrying.over(all, kept, start.body()));
    captured = start;
    capturedPlaces = live.placements();
  }

  Map<UUID, Placement> placements() {
    return live.placements();
  }

  /** A key, or whatever else changed the body at one place. */
  void replaced(int at, String removed, String inserted) {
    try {
      live.replaced(at, removed, inserted);
    } catch (IllegalArgumentException e) {
      // The window shows another text than was thought: the next capture finds all places anew.
    }
  }

  /** What the text is now, whoever changed it. */
  void captured(Draft draft, List<Annotation> all) {
    String known = live.text();
    if (!known.equals(draft.body())) {
      live =
          new LiveAnchors(draft.body(), carrying.over(all, live.placements(), known, draft.body()));
    }
    captured = draft;
    capturedPlaces = live.placements();
  }

  @SuppressWarnings("ReferenceEquality") // an equal text may have been captured before an edit
  boolean isCaptured(Draft draft) {
    return draft == captured;
  }

  /** Where annotations stand in a draft, for the library; nothing where there are none. */
  Optional<Placed> in(Draft draft, List<Annotation> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String body = draft.body();
    Map<UUID, Placement> places;
    if (isCaptured(draft)) {
      places = capturedPlaces;
    } else if (live.text().equals(body)) {
      places = live.placements();
    } else {
      places = carrying.over(all, live.placements(), live.text(), body);
    }
    return Optional.of(new Placed(Sha256.of(body), places));
  }

  /** Finds places for annotations that have none. */
  void learn(List<Annotation> all) {
    Set<UUID> placed = live.placements().keySet();
    for (Annotation annotation : all) {
      if (annotation.anchor().inBody() && !placed.contains(annotation.id())) {
        live.put(annotation.id(), carrying.found(annotation.anchor(), live.text()));
      }
    }
  }

  /** An annotation on the body stands here from now on; one on other text needs no place. */
  void put(UUID id, Anchor anchor, Span span) {
    if (anchor.inBody()) {
      live.put(id, new Placement(Placement.State.LIVE, span));
    }
  }

  /** Makes the edits of suggestions, sorted from the end of each text to its start. */
  void edited(List<ReviewBook.Acceptance> all) {
    for (ReviewBook.Acceptance one : all) {
      TextEdit edit = one.edit();
      if (isBody(edit)) {
        String removed = edit.span().of(live.text());
        live.replaced(edit.span().start(), removed, edit.replacement());
      }
    }
    accepted(all);
  }

  /** The edits were made: an accepted suggestion stands on its new words. */
  void accepted(List<ReviewBook.Acceptance> all) {
    int moved = 0;
    for (ReviewBook.Acceptance one : all.reversed()) {
      TextEdit edit = one.edit();
      if (isBody(edit)) {
        int start = edit.span().start() + moved;
        Span span = new Span(start, start + edit.replacement().length());
        if (span.end() <= live.text().length() && span.of(live.text()).equals(edit.replacement())) {
          live.put(one.id(), new Placement(Placement.State.LIVE, span));
        }
        moved += edit.replacement().length() - edit.span().length();
      }
    }
  }

  private static boolean isBody(TextEdit edit) {
    return edit.scope() == Anchor.Scope.TEXT || edit.scope() == Anchor.Scope.BLOCK;
  }

  /** All annotations with their places and replies, in the text's order. */
  List<PlacedAnnotation> all(Folded folded) {
    List<PlacedAnnotation> all = new ArrayList<>();
    for (Annotation one : folded.annotations()) {
      Placement place = of(one);
      all.add(
          new PlacedAnnotation(
              isStale(one, place) ? one.withStatus(Status.STALE) : one,
              place,
              folded.replies().getOrDefault(one.id(), List.of())));
    }
    return PlacedAnnotations.sorted(all);
  }

  Placement of(Annotation about) {
    Placement place = live.placements().get(about.id());
    return place == null
        ? PlacedAnnotations.elsewhere(carrying, about, captured.withBody(live.text()))
        : place;
  }

  /** Whether a suggestion's words are no longer what it was made on. */
  boolean isStale(Annotation one, Placement place) {
    if (one.kind() != Annotation.Kind.SUGGESTION || !one.status().isOpen()) {
      return false;
    }
    String text = text(one.anchor().scope()).orElse("");
    return place.state() != Placement.State.LIVE
        || place.span().end() > text.length()
        || !place.span().of(text).equals(one.anchor().exact());
  }

  /** What suggestions are made on now. */
  Texts texts() {
    Texts head = Texts.of(captured);
    return new Texts(head.headline(), head.standfirst(), live.text());
  }

  /** The text that anchors of a scope lie in; nothing where they lie in none. */
  Optional<String> text(Anchor.Scope scope) {
    return switch (scope) {
      case TEXT, BLOCK -> Optional.of(live.text());
      case HEADLINE -> Optional.of(captured.details().headline());
      case STANDFIRST -> Optional.of(captured.details().standfirst());
      case IMAGE, FIELD -> Optional.empty();
    };
  }
}
