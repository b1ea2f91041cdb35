package galley.review;

import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Span;
import java.util.UUID;

/** One place that an anchor has, or had before it followed its words. Used on one thread. */
final class Held {
  private final UUID id;
  private final State state;
  private final boolean point;
  private int start;
  private int end;
  private int whole;

  Held(UUID id, State state, Span span) {
    this.id = id;
    this.state = state;
    point = state == State.LIVE && span.isEmpty();
    start = span.start();
    end = span.end();
    whole = span.length();
  }

  /** The same anchor in another place. */
  Held at(Span span) {
    return new Held(id, state == State.COLLAPSED ? State.LIVE : state, span);
  }

  UUID id() {
    return id;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isEmpty() {
    return start == end;
  }

  /** Whether it had words, and they were cut. */
  boolean isCut() {
    return isEmpty() && !point && state != State.ORPHAN;
  }

  /** Whether so many units are enough of its words to follow them. */
  boolean isMuch(int units) {
    return units > 0 && units * 3L >= whole;
  }

  void shrink(int from, int to) {
    start = without(start, from, to);
    end = without(end, from, to);
  }

  /** A start leans right and an end leans left: what is put at either is not inside. */
  void grow(int at, int length) {
    boolean empty = isEmpty();
    if (end > at) {
      end += length;
    }
    if (start > at || start == at && !empty) {
      start += length;
    }
  }

  /** Words of its own came back here, or the point where it stood. */
  void regain(int from, int to) {
    if (isEmpty()) {
      start = from;
      end = to;
    } else if (from < to) {
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
    whole = Math.max(whole, end - start);
  }

  Placement placement() {
    Span span = new Span(start, end);
    if (isCut()) {
      return new Placement(State.COLLAPSED, span);
    }
    return new Placement(state == State.COLLAPSED ? State.LIVE : state, span);
  }

  private static int without(int offset, int from, int to) {
    return offset <= from ? offset : offset < to ? from : offset - (to - from);
  }
}
