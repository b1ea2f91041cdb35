package galley.review;

import galley.text.Edits;
import galley.text.Edits.Edit;
import galley.text.Span;
import galley.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts two people's changes to one text together: three-way, by whole words, with white space as a
 * token of its own (after diff3, Khanna, Kunal and Pierce 2007).
 *
 * <p>Pure and deterministic, in time that stays bounded as that of {@link Edits}. It doesn't matter
 * who is called mine: without conflicts the other way round gives the same text. Nothing is lost:
 * {@link Merged#pieces()} hold each of the three texts from its first unit to its last. In doubt
 * there is a conflict, for a card costs a glance and a wrong sentence in print costs more: where
 * both changed the same words, put different words in the same place, or put the same passage in
 * different places. Neighbouring words that each changed one of are no conflict; {@link
 * Merged#sameSentence()} tells of them.
 */
public final class Merge {
  private final String base;
  private final String mine;
  private final String theirs;
  private final List<Group> groups = new ArrayList<>();

  /** How far any group up to this one reaches. */
  private final List<Integer> furthest = new ArrayList<>();

  /** Changes that can't be told apart: one of one side, or some of both. */
  private record Group(List<Edit> mine, List<Edit> theirs, Span hull, Span reach) {
    Group with(Group next) {
      List<Edit> allMine = new ArrayList<>(mine);
      allMine.addAll(next.mine);
      List<Edit> allTheirs = new ArrayList<>(theirs);
      allTheirs.addAll(next.theirs);
      return new Group(allMine, allTheirs, union(hull, next.hull), union(reach, next.reach));
    }

    private static Span union(Span one, Span two) {
      return new Span(Math.min(one.start(), two.start()), Math.max(one.end(), two.end()));
    }
  }

  private Merge(String base, String mine, String theirs) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
  }

  public static Merged of(String base, String mine, String theirs) {
    return new Merged(Moves.marked(new Merge(base, mine, theirs).pieces()));
  }

  private List<Piece> pieces() {
    List<Group> all = new ArrayList<>();
    for (Edit edit : Edits.between(base, mine)) {
      all.add(new Group(List.of(edit), List.of(), edit.before(), edit.reach()));
    }
    for (Edit edit : Edits.between(base, theirs)) {
      all.add(new Group(List.of(), List.of(edit), edit.before(), edit.reach()));
    }
    all.sort(
        Comparator.<Group>comparingInt(group -> group.hull.start())
            .thenComparingInt(group -> group.hull.end()));
    all.forEach(this::add);
    List<Piece> pieces = new ArrayList<>();
    int[] at = new int[3];
    for (Group group : groups) {
      same(pieces, at, group.hull.start());
      int ofMine = group.mine.isEmpty() ? at[1] + group.hull.length() : end(group, group.mine);
      int ofTheirs =
          group.theirs.isEmpty() ? at[2] + group.hull.length() : end(group, group.theirs);
      pieces.add(piece(group, at, ofMine, ofTheirs));
      at[0] = group.hull.end();
      at[1] = ofMine;
      at[2] = ofTheirs;
    }
    same(pieces, at, base.length());
    return pieces;
  }

  /** Adds a change; all groups it clashes with, and what lies between, become one. */
  private void add(Group next) {
    int first = groups.size();
    for (int i = first - 1; i >= 0 && furthest.get(i) >= next.reach.start(); i--) {
      if (clash(groups.get(i), next)) {
        first = i;
      }
    }
    Group joined = next;
    while (groups.size() > first) {
      joined = groups.removeLast().with(joined);
      furthest.removeLast();
    }
    groups.add(joined);
    int before = furthest.isEmpty() ? 0 : furthest.getLast();
    furthest.add(Math.max(before, joined.reach.end()));
  }

  private boolean clash(Group one, Group two) {
    if (one.hull.overlaps(two.hull)) {
      return true;
    }
    return pairs(one.mine, two.theirs) || pairs(two.mine, one.theirs);
  }

  private boolean pairs(List<Edit> ofMine, List<Edit> ofTheirs) {
    for (Edit one : ofMine) {
      for (Edit two : ofTheirs) {
        if (clash(one, two)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean clash(Edit one, Edit two) {
    Span a = one.before();
    Span b = two.before();
    if (a.isEmpty() && b.isEmpty()) {
      boolean words = hasWords(one.after().of(mine)) && hasWords(two.after().of(theirs));
      return a.start() == b.start() || words && touch(one.reach(), two.reach());
    }
    if (a.overlaps(b) || inside(a, b) || inside(b, a)) {
      return true;
    }
    return within(one, mine, two)
        || within(two, theirs, one)
        || hasWord(one.reach(), b)
        || hasWord(two.reach(), a)
        || beside(one, mine, two, theirs)
        || beside(two, theirs, one, mine);
  }

  /**
   * Whether new words stand right beside words that the other side put in other than one for
   * another: these may well be new words for the same place.
   */
  private boolean beside(Edit added, String from, Edit replaced, String to) {
    Span old = replaced.before();
    if (!added.before().isEmpty()
        || !touch(added.reach(), old)
        || !hasWords(added.after().of(from))) {
      return false;
    }
    int words = Words.count(replaced.after().of(to));
    return words > 1 || words == 1 && Words.count(old.of(base)) != 1;
  }

  private static boolean hasWords(String text) {
    return Words.count(text) > 0;
  }

  private static boolean touch(Span one, Span two) {
    return one.start() <= two.end() && two.start() <= one.end();
  }

  private static boolean inside(Span point, Span range) {
    return point.isEmpty() && range.start() < point.start() && point.start() < range.end();
  }

  /** Whether new words stand among those that the other may have changed, wherever they slide. */
  private boolean within(Edit added, String from, Edit changed) {
    Span among = bare(changed.reach());
    Span place = hasWords(added.after().of(from)) ? added.reach() : added.before();
    return added.before().isEmpty() && among.start() < place.start() && place.end() < among.end();
  }

  /** Without the blanks at its ends: nobody minds on which side of them a word was put. */
  private Span bare(Span place) {
    int start = place.start();
    int end = place.end();
    while (start < end && Character.isWhitespace(base.charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(base.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /** Whether what one could as well have changed holds a word that the other did change. */
  private boolean hasWord(Span reach, Span changed) {
    int start = Math.max(reach.start(), changed.start());
    int end = Math.min(reach.end(), changed.end());
    return start < end && hasWords(base.substring(start, end));
  }

  private void same(List<Piece> pieces, int[] at, int until) {
    int length = until - at[0];
    if (length > 0) {
      pieces.add(piece(Piece.Kind.SAME, at, until, at[1] + length, at[2] + length));
      at[0] += length;
      at[1] += length;
      at[2] += length;
    }
  }

  private Piece piece(Piece.Kind kind, int[] at, int ofBase, int ofMine, int ofTheirs) {
    Span inBase = new Span(at[0], ofBase);
    Span inMine = new Span(at[1], ofMine);
    Span inTheirs = new Span(at[2], ofTheirs);
    return new Piece(
        kind,
        new Piece.Part(inBase, inBase.of(base)),
        new Piece.Part(inMine, inMine.of(mine)),
        new Piece.Part(inTheirs, inTheirs.of(theirs)));
  }

  private Piece piece(Group group, int[] at, int ofMine, int ofTheirs) {
    int ofBase = group.hull.end();
    if (group.theirs.isEmpty()) {
      return piece(Piece.Kind.MINE, at, ofBase, ofMine, ofTheirs);
    }
    if (group.mine.isEmpty()) {
      return piece(Piece.Kind.THEIRS, at, ofBase, ofMine, ofTheirs);
    }
    Piece both = piece(Piece.Kind.CONFLICT, at, ofBase, ofMine, ofTheirs);
    boolean agreed = both.mine().text().equals(both.theirs().text());
    return agreed ? both.as(Piece.Kind.AGREED) : both;
  }

  private static int end(Group group, List<Edit> edits) {
    Edit last = edits.getLast();
    return last.after().end() + group.hull.end() - last.before().end();
  }
}
