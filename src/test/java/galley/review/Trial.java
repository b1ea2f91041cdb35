package galley.review;

import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** One text before and after edits, with anchors and what became of their words. */
record Trial(
    Mutation kind, String before, String after, List<Integer> moved, Map<UUID, Span> anchors) {
  /** What a way of placing made of an anchor. */
  enum Outcome {
    RIGHT,
    PARTLY,
    WRONG,
    LOST,
    GONE,
    GONE_YET_PLACED,
    BETWEEN,
    BETWEEN_WRONG
  }

  static Trial of(Mutation kind, String before, Lexicon lexicon, Random random, int count) {
    Traced text = new Traced(before);
    kind.apply(text, random, lexicon);
    List<Integer> moved = text.places(before.length());
    List<Integer> edited = new ArrayList<>();
    for (int i = 1; i < moved.size(); i++) {
      if (moved.get(i) != moved.get(i - 1) + 1) {
        edited.add(i);
      }
    }
    List<Span> words = Mutation.words(before);
    List<Span> sentences = Mutation.sentences(before);
    Map<UUID, Span> anchors = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      // Half of the anchors anywhere, half where something was edited.
      boolean anywhere = edited.isEmpty() || i % 2 == 0;
      int near = anywhere ? random.nextInt(before.length()) : Mutation.one(edited, random);
      // A word, some words, a sentence or three.
      double chance = random.nextDouble();
      int more = chance < 0.3 ? 0 : chance < 0.7 ? 1 + random.nextInt(8) : chance < 0.9 ? 0 : 2;
      List<Span> units = chance < 0.7 ? words : sentences;
      anchors.put(new UUID(0, i), row(units, near, random.nextInt(more + 2), more));
    }
    return new Trial(kind, before, text.text(), moved, anchors);
  }

  /** A unit and some more, from so many before an offset. */
  private static Span row(List<Span> units, int near, int back, int more) {
    int at = 0;
    while (at < units.size() - 1 && units.get(at).end() <= near) {
      at++;
    }
    int first = Math.max(0, at - back);
    int last = Math.min(units.size() - 1, first + more);
    return new Span(units.get(first).start(), units.get(last).end());
  }

  Map<UUID, Placement> places() {
    Map<UUID, Placement> places = new LinkedHashMap<>();
    anchors.forEach((id, span) -> places.put(id, new Placement(State.LIVE, span)));
    return places;
  }

  Outcome outcome(Span anchor, Placement place) {
    List<Integer> left = new ArrayList<>();
    int all = 0;
    for (int i = anchor.start(); i < anchor.end(); i++) {
      if (!Character.isWhitespace(before.charAt(i))) {
        all++;
        if (moved.get(i) >= 0) {
          left.add(moved.get(i));
        }
      }
    }
    boolean placed = place.state() != State.ORPHAN && place.state() != State.COLLAPSED;
    Span span = place.span();
    if (left.size() < 0.1 * all) {
      return placed ? Outcome.GONE_YET_PLACED : Outcome.GONE;
    }
    boolean hits = placed && left.stream().anyMatch(span::contains);
    Span truth = densest(left.stream().sorted().toList(), anchor.length());
    int together = (int) left.stream().filter(truth::contains).count();
    if (together < 0.5 * all) {
      return placed && !hits ? Outcome.BETWEEN_WRONG : Outcome.BETWEEN;
    }
    if (!placed) {
      return Outcome.LOST;
    }
    if (!hits) {
      return Outcome.WRONG;
    }
    return likeness(truth, span) >= 0.8 ? Outcome.RIGHT : Outcome.PARTLY;
  }

  /** The stretch with most of the units that are left; stretches far apart count alone. */
  static Span densest(List<Integer> left, int length) {
    Span best = new Span(0, 0);
    int most = 0;
    int start = 0;
    for (int i = 1; i <= left.size(); i++) {
      if (i == left.size() || left.get(i) - left.get(i - 1) > Math.max(120, 2 * length)) {
        if (i - start > most) {
          most = i - start;
          best = new Span(left.get(start), left.get(i - 1) + 1);
        }
        start = i;
      }
    }
    return best;
  }

  /** The units that are in both, of those that are in either. */
  private static double likeness(Span a, Span b) {
    int both = Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
    return (double) both / (a.length() + b.length() - both);
  }
}
