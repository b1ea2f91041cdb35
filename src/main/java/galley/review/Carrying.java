package galley.review;

import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Alignment;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries places from one text to another along their alignment. */
final class Carrying {
  /** The least share of its characters that an anchor must find again together. */
  private static final double LEAST = 0.34;

  /** How like its words must be what is taken for them, and by how much liker than all else. */
  private static final double LIKE = 0.8;

  private static final double MARGIN = 0.04;

  private final String before;
  private final String after;
  private final Alignment alignment;

  /** Part of an anchor in the later text: the units that are its own still, and their rim. */
  private record Part(int start, int end, int units) {}

  Carrying(String before, String after, Alignment alignment) {
    this.before = before;
    this.after = after;
    this.alignment = alignment;
  }

  Placement carried(Placement place) {
    Span span = Reattach.within(before, place.span().start(), place.span().end());
    if (place.state() == State.ORPHAN || span.of(before).isBlank()) {
      return new Placement(place.state(), around(span));
    }
    int all = 0;
    List<Part> parts = new ArrayList<>();
    for (int i = alignment.firstAfter(span.start());
        i < alignment.size() && alignment.before(i).start() < span.end();
        i++) {
      Span token = alignment.before(i);
      int from = Math.max(span.start(), token.start());
      int to = Math.min(span.end(), token.end());
      all += to - from;
      if (alignment.isKept(i)) {
        parts.add(part(i, from - token.start(), token.end() - to, to - from));
      }
    }
    List<Part> clusters = clusters(parts, span.length());
    Part best =
        clusters.stream().max(Comparator.comparingInt(Part::units)).orElse(new Part(0, 0, 0));
    if (best.units > 0 && best.units >= LEAST * all) {
      return new Placement(place.state(), Reattach.within(after, best.start, best.end));
    }
    return alignment
        .lookalike(span)
        .filter(found -> found.score() >= LIKE && found.margin() >= MARGIN)
        .map(found -> new Placement(State.GUESS, found.span()))
        .orElseGet(() -> new Placement(State.ORPHAN, point(span)));
  }

  /** A token's part in the later text, without what lies outside the anchor at either end. */
  private Part part(int token, int fewerAtStart, int fewerAtEnd, int units) {
    Span there = alignment.after(token);
    int start = Math.min(there.start() + fewerAtStart, there.end());
    int end = Math.max(start, there.end() - fewerAtEnd);
    return new Part(start, end, units);
  }

  /** Joins parts that are near to each other in the later text. */
  private static List<Part> clusters(List<Part> parts, int length) {
    int reach = Math.max(120, 2 * length);
    List<Part> clusters = new ArrayList<>();
    parts.sort(Comparator.comparingInt(Part::start));
    for (Part part : parts) {
      Part last = clusters.isEmpty() ? null : clusters.getLast();
      if (last != null && part.start - last.end <= reach) {
        clusters.removeLast();
        clusters.add(new Part(last.start, Math.max(last.end, part.end), last.units + part.units));
      } else {
        clusters.add(part);
      }
    }
    return clusters;
  }

  /** A place without words: beside the nearest word that is still there. */
  private Span around(Span span) {
    int start = offset(span.start());
    return span.isEmpty()
        ? Reattach.within(after, start, start)
        : Reattach.within(after, start, Math.max(start, offset(span.end())));
  }

  private Span point(Span span) {
    int start = offset(span.start());
    return Reattach.within(after, start, start);
  }

  private int offset(int offset) {
    int next = alignment.firstAfter(offset);
    if (next < alignment.size()
        && alignment.isKept(next)
        && alignment.before(next).start() <= offset) {
      Span there = alignment.after(next);
      return Math.min(there.end(), there.start() + offset - alignment.before(next).start());
    }
    int left = next - 1;
    int right = next;
    while (left >= 0 || right < alignment.size()) {
      if (left >= 0 && alignment.isKept(left)) {
        int blanks = Math.max(0, offset - alignment.before(left).end());
        int end = alignment.after(left).end();
        int most = end;
        while (most < after.length() && Character.isWhitespace(after.charAt(most))) {
          most++;
        }
        return left == next - 1 ? Math.min(most, end + blanks) : end;
      }
      if (right < alignment.size() && alignment.isKept(right)) {
        return alignment.after(right).start();
      }
      left--;
      right++;
    }
    return Math.min(offset, after.length());
  }
}
