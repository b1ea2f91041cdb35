package galley.desk;

import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.review.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a packet brings of what people said.
 *
 * @param events that are new here
 * @param made annotations that are new here
 * @param replies that are new here
 * @param answered queries that got a source
 * @param closed annotations that wait for nobody any more
 * @param reopened annotations that wait for somebody again
 * @param open how many wait for somebody afterwards
 * @param unverified new annotations whose signature does not fit
 * @param unknown events that only a newer Galley understands
 */
public record ReviewChanges(
    int events,
    List<Annotation> made,
    List<Annotation> replies,
    List<Annotation> answered,
    List<Annotation> closed,
    List<Annotation> reopened,
    int open,
    int unverified,
    int unknown) {
  static ReviewChanges between(Folded before, Folded after, int events) {
    List<Annotation> made = new ArrayList<>();
    List<Annotation> answered = new ArrayList<>();
    List<Annotation> closed = new ArrayList<>();
    List<Annotation> reopened = new ArrayList<>();
    for (Annotation now : after.annotations()) {
      var then = before.find(now.id());
      if (then.isEmpty()) {
        made.add(now);
        continue;
      }
      Status was = then.get().status();
      if (now.status() == Status.ANSWERED && was != Status.ANSWERED) {
        answered.add(now);
      } else if (was.isOpen() && !now.status().isOpen()) {
        closed.add(now);
      } else if (!was.isOpen() && now.status().isOpen()) {
        reopened.add(now);
      }
    }
    List<Annotation> replies =
        all(after.replies()).filter(reply -> before.find(reply.id()).isEmpty()).toList();
    int unverified =
        (int) Stream.concat(made.stream(), replies.stream()).filter(one -> !one.verified()).count();
    return new ReviewChanges(
        events,
        made,
        replies,
        answered,
        closed,
        reopened,
        after.open(),
        unverified,
        after.unknown());
  }

  private static Stream<Annotation> all(Map<java.util.UUID, List<Annotation>> replies) {
    return replies.values().stream().flatMap(List::stream);
  }
}
