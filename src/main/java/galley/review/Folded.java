package galley.review;

import galley.post.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What all events of a review come to.
 *
 * @param annotations the roots, by clock
 * @param replies by root, by clock
 * @param signOff the last one that was not taken back
 * @param stages every move, by clock
 * @param clock the highest there is; the next event counts one more
 * @param unknown how many events only a newer Galley understands
 */
public record Folded(
    List<Annotation> annotations,
    Map<UUID, List<Annotation>> replies,
    Optional<SignOff> signOff,
    List<StageMove> stages,
    long clock,
    int unknown) {
  public Folded {
    annotations = List.copyOf(annotations);
    replies = Map.copyOf(replies);
    stages = List.copyOf(stages);
  }

  /** An annotation, root or reply. */
  public Optional<Annotation> find(UUID id) {
    return annotations.stream()
        .filter(annotation -> annotation.id().equals(id))
        .findFirst()
        .or(() ->
            replies.values().stream()
                .flatMap(List::stream)
                .filter(reply -> reply.id().equals(id))
                .findFirst());
  }

  /** How many annotations still wait for somebody. */
  public int open() {
    return (int) annotations.stream().filter(one -> one.status().isOpen()).count();
  }
}
