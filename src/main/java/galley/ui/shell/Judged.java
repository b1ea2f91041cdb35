package galley.ui.shell;

import galley.post.Annotation.Status;
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

  /** What was accepted with one change of the text. */
  private record Accepted(List<UUID> notes, List<Replaced> parts) {}

  private final List<Accepted> accepted = new ArrayList<>();
  private final Deque<Map<UUID, Status>> steps = new ArrayDeque<>();
  private Optional<List<Replaced>> listening = Optional.empty();

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
  void listen(List<Replaced> into) {
    listening = Optional.of(into);
  }

  /** These suggestions were accepted, and that was the change. */
  void accepted(List<UUID> notes, List<Replaced> parts) {
    listening = Optional.empty();
    if (!parts.isEmpty()) {
      accepted.add(new Accepted(List.copyOf(notes), List.copyOf(parts)));
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
      if (parts.equals(one.parts()) || parts.equals(inverse(one.parts()))) {
        boolean again = parts.equals(one.parts());
        Map<UUID, Status> now = new HashMap<>();
        one.notes().forEach(note -> now.put(note, again ? Status.ACCEPTED : Status.OPEN));
        return now;
      }
    }
    return Map.of();
  }

  private static List<Replaced> inverse(List<Replaced> parts) {
    return parts.reversed().stream()
        .map(part -> new Replaced(part.at(), part.inserted(), part.removed()))
        .toList();
  }
}
