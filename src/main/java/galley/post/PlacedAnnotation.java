package galley.post;

import java.util.List;

/**
 * An annotation where it stands now, with what was answered.
 *
 * @param replies by time
 */
public record PlacedAnnotation(
    Annotation annotation, Placement placement, List<Annotation> replies) {
  public PlacedAnnotation {
    replies = List.copyOf(replies);
  }
}
