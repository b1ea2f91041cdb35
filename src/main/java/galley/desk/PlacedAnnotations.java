package galley.desk;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.review.Folded;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What events come to, placed in a draft by nothing but the anchors: the same on both sides. */
final class PlacedAnnotations {
  private PlacedAnnotations() {}

  static List<PlacedAnnotation> of(Folded folded, Map<String, String> texts, Draft draft) {
    Carrying carrying = new Carrying(sha256 -> Optional.ofNullable(texts.get(sha256)));
    Map<UUID, Placement> places =
        carrying.over(folded.annotations(), Optional.empty(), draft.body());
    List<PlacedAnnotation> all = new ArrayList<>();
    for (Annotation one : folded.annotations()) {
      Placement place = places.get(one.id());
      all.add(
          new PlacedAnnotation(
              one,
              place == null ? elsewhere(carrying, one, draft) : place,
              folded.replies().getOrDefault(one.id(), List.of())));
    }
    return sorted(all);
  }

  /** By scope, place and time. */
  static List<PlacedAnnotation> sorted(List<PlacedAnnotation> all) {
    return all.stream()
        .sorted(
            Comparator.comparingInt(
                    (PlacedAnnotation one) -> order(one.annotation().anchor().scope()))
                .thenComparingInt(one -> one.placement().span().start())
                .thenComparing(one -> one.annotation().at())
                .thenComparing(one -> one.annotation().id()))
        .toList();
  }

  /** The place of what does not stand in the body's text. */
  static Placement elsewhere(Carrying carrying, Annotation one, Draft draft) {
    Anchor anchor = one.anchor();
    return switch (anchor.scope()) {
      case HEADLINE -> carrying.found(anchor, draft.details().headline());
      case STANDFIRST -> carrying.found(anchor, draft.details().standfirst());
      case IMAGE -> picture(anchor.target(), draft);
      case FIELD -> new Placement(Placement.State.LIVE, new Span(0, 0));
      case TEXT, BLOCK -> new Placement(Placement.State.ORPHAN, new Span(0, 0));
    };
  }

  private static Placement picture(String file, Draft draft) {
    int at = file.isEmpty() ? -1 : draft.body().indexOf(file);
    if (at >= 0) {
      return new Placement(Placement.State.LIVE, new Span(at, at + file.length()));
    }
    boolean known = draft.image(file).isPresent();
    return new Placement(known ? Placement.State.LIVE : Placement.State.ORPHAN, new Span(0, 0));
  }

  private static int order(Anchor.Scope scope) {
    return switch (scope) {
      case HEADLINE -> 0;
      case STANDFIRST -> 1;
      case FIELD -> 2;
      case TEXT, BLOCK, IMAGE -> 3;
    };
  }
}
