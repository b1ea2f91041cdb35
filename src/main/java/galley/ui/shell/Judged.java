package galley.ui.shell;

import galley.post.Annotation.Status;
import galley.post.Texts;
import galley.ui.editor.Replaced;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers what was judged, so that undo takes back what was done last: an accepted suggestion is
 * open again once its words are out of the text, and accepted again when redo puts them back. On
 * the JavaFX thread.
 */
final class Judged {
  private static final int MOST = 200;

  /**
   * What was accepted with one change of the text.
   *
   * @param before headline and standfirst before it, the same as after it where it was in the body
   */
  private record Accepted(List<UUID> notes, List<Replaced> parts, Texts before, Texts after) {
    boolean isInHead() {
      return !before.equals(after);
    }

    Map<UUID, Status> judged(Status status) {
      Map<UUID, Status> now = new HashMap<>();
      notes.forEach(note -> now.put(note, status));
      return now;
    }
  }

  private final List<Accepted> accepted = new ArrayList<>();
  private final Deque<Map<UUID, Status>> steps = new ArrayDeque<>();
  private Optional<List<Replaced>> listening = Optional.empty();
  private Texts head = Texts.NONE;
  private Optional<Texts> also = Optional.empty();

  void clear() {
    accepted.clear();
    steps.clear();
  }

  /** A note was judged without a change of the text. */
  void add(UUID note, Status before) {
    steps.push(Map.of(note, before));
  }

  /** What was judged last without a change of the text since, with what it was before. */
  Optional<Map<UUID, Status>> last() {
    return Optional.ofNullable(steps.poll());
  }

  /** Takes down the changes of the text from now on. */
  void listen(List<Replaced> into, Texts headBefore) {
    listening = Optional.of(into);
    head = headBefore;
  }

  /** These suggestions were accepted, and that was the change. */
  void accepted(List<UUID> notes, List<Replaced> parts, Texts headAfter) {
    listening = Optional.empty();
    Accepted now = new Accepted(List.copyOf(notes), List.copyOf(parts), head, headAfter);
    head = headAfter;
    if (!parts.isEmpty() || now.isInHead()) {
      steps.clear();
      accepted.add(now);
      if (accepted.size() > MOST) {
        accepted.removeFirst();
      }
    }
  }

  /** Looks at a change of the text: which notes it makes open or accepted again. */
  Map<UUID, Status> undone(List<Replaced> parts) {
    if (listening.isPresent()) {
      listening.get().addAll(parts);
      return Map.of();
    }
    steps.clear();
    for (Accepted one : accepted.reversed()) {
      boolean again = parts.equals(one.parts());
      if (!parts.isEmpty() && (again || parts.equals(inverse(one.parts())))) {
        Texts headNow = again ? one.after() : one.before();
        also = Optional.of(headNow).filter(_ -> one.isInHead());
        return one.judged(again ? Status.ACCEPTED : Status.OPEN);
      }
    }
    return Map.of();
  }

  /** What headline and standfirst are to be with what {@link #undone(List)} found, asked once. */
  Optional<Texts> also() {
    Optional<Texts> now = also;
    also = Optional.empty();
    now.ifPresent(is -> head = is);
    return now;
  }

  /** Looks at headline and standfirst: which notes they make open or accepted again. */
  Map<UUID, Status> undone(Texts headNow) {
    Texts before = head;
    if (listening.isPresent() || headNow.equals(before)) {
      return Map.of();
    }
    head = headNow;
    steps.clear();
    for (Accepted one : accepted.reversed()) {
      if (!one.parts().isEmpty()) {
        continue; // undone with the body
      }
      if (one.after().equals(before) && one.before().equals(headNow)) {
        return one.judged(Status.OPEN);
      }
      if (one.before().equals(before) && one.after().equals(headNow)) {
        return one.judged(Status.ACCEPTED);
      }
    }
    return Map.of();
  }

  /** Headline and standfirst as they were before the last that was accepted, where it was there. */
  Optional<Texts> headBefore(Texts headNow) {
    return accepted.isEmpty() || !steps.isEmpty()
        ? Optional.empty()
        : Optional.of(accepted.getLast())
            .filter(last -> last.parts().isEmpty() && last.after().equals(headNow))
            .map(Accepted::before);
  }

  private static List<Replaced> inverse(List<Replaced> parts) {
    return parts.reversed().stream()
        .map(part -> new Replaced(part.at(), part.inserted(), part.removed()))
        .toList();
  }
}
