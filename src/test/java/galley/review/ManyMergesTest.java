package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.review.Scribbler.Change;
import galley.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand merges of texts that two people changed at random, at several numbers of changes. What
 * each changed is known from the changes themselves, not from the result.
 */
final class ManyMergesTest {
  private static final int MERGES = 1000;

  /** Two changes of the two sides, and what they mean for each other. */
  private enum Meeting {
    /** They share a word or a gap between words. */
    CLASH,
    /** They stand side by side with no word between them. */
    BESIDE,
    APART
  }

  private int overlaps;
  private int silent;
  private int conflicts;
  private int falseConflicts;
  private int beside;
  private int mergesWithFalse;
  private int lost;
  private int flagged;

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 30})
  void losesNothingHidesNothingAndSeldomAsksInVain(int changes) {
    List<String> texts = Manuscripts.longerThan(3000);
    for (int seed = 0; seed < MERGES; seed++) {
      Random random = new Random(changes * 100_003L + seed);
      String base = texts.get(seed % texts.size());
      Scribbler one = new Scribbler(base, random);
      Scribbler two = new Scribbler(base, random);
      List<Change> mine = one.scribble(changes);
      List<Change> theirs = two.scribble(changes);
      check(base, mine, one.result(), theirs, two.result());
    }
    System.out.printf(
        Locale.ROOT,
        "%d merges at %d changes a side: %d real overlaps, %d silent; %d conflicts, %d false"
            + " (%d more of changes side by side) in %d merges = %.1f %%; %d words lost; %d"
            + " sentences flagged%n",
        MERGES,
        changes,
        overlaps,
        silent,
        conflicts,
        falseConflicts,
        beside,
        mergesWithFalse,
        mergesWithFalse * 100.0 / MERGES,
        lost,
        flagged);
    assertEquals(0, silent, "silent overlaps");
    assertEquals(0, lost, "words lost");
    assertTrue(falseConflicts * 50 <= conflicts, "false conflicts: " + falseConflicts);
    assertTrue(changes > 5 || mergesWithFalse <= MERGES / 50, "merges with a false conflict");
  }

  private void check(
      String base, List<Change> ofMine, String mine, List<Change> ofTheirs, String theirs) {
    Merged merged = Merge.of(base, mine, theirs);
    MergeTest.holdsAllThree(merged, base, mine, theirs);
    Merged other = Merge.of(base, theirs, mine);
    assertEquals(merged.clean(), other.clean());
    assertEquals(
        merged.conflicts().stream().map(Conflict::base).toList(),
        other.conflicts().stream().map(Conflict::base).toList());
    flagged += merged.sameSentence().size();
    List<Span> clashes = new ArrayList<>();
    List<Span> neighbours = new ArrayList<>();
    for (Change one : ofMine) {
      for (Change two : ofTheirs) {
        Span both = union(one.place(), two.place());
        switch (meeting(base, one, two)) {
          case CLASH -> clashes.add(both);
          case BESIDE -> neighbours.add(both);
          case APART -> {}
        }
      }
    }
    List<Span> cards = merged.conflicts().stream().map(card -> card.base().span()).toList();
    overlaps += clashes.size();
    for (Span clash : clashes) {
      if (cards.stream().noneMatch(card -> near(base, card, clash))) {
        silent++;
        System.out.println("Silent: " + shown(base, clash));
      }
    }
    boolean any = false;
    for (Conflict conflict : merged.conflicts()) {
      Span card = conflict.base().span();
      conflicts++;
      if (clashes.stream().anyMatch(clash -> near(base, card, clash))) {
        continue;
      }
      if (neighbours.stream().anyMatch(clash -> near(base, card, clash))) {
        beside++;
      } else {
        falseConflicts++;
      }
      any = true;
    }
    mergesWithFalse += any ? 1 : 0;
    lost += lost(base, ofMine, ofTheirs, merged);
  }

  private static Meeting meeting(String base, Change one, Change two) {
    if (one.equals(two)) {
      return Meeting.APART;
    }
    Span a = bare(base, one.place());
    Span b = bare(base, two.place());
    int from = Math.min(a.end(), b.end());
    int to = Math.max(a.start(), b.start());
    boolean side = from >= to || isGap(base.substring(from, to));
    boolean samePlace = a.isEmpty() && b.isEmpty() && side && hasWords(one) && hasWords(two);
    if (samePlace || a.overlaps(b) || inside(a, b) || inside(b, a)) {
      return Meeting.CLASH;
    }
    return side ? Meeting.BESIDE : Meeting.APART;
  }

  private static boolean hasWords(Change change) {
    return change.words().chars().anyMatch(Character::isLetterOrDigit);
  }

  /** Without the blanks at the ends: whose they are nobody can tell. */
  private static Span bare(String base, Span place) {
    int start = place.start();
    int end = place.end();
    while (end > start && Character.isWhitespace(base.charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(base.charAt(start))) {
      start++;
    }
    return new Span(start, end);
  }

  private static boolean isGap(String between) {
    return between.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean inside(Span point, Span range) {
    return point.isEmpty() && range.start() < point.start() && point.start() < range.end();
  }

  /** Whether a card stands on a stretch, or right beside it. */
  private static boolean near(String base, Span card, Span clash) {
    int from = Math.min(card.end(), clash.end());
    int to = Math.max(card.start(), clash.start());
    return from >= to || isGap(base.substring(from, to));
  }

  private static Span union(Span a, Span b) {
    return new Span(Math.min(a.start(), b.start()), Math.max(a.end(), b.end()));
  }

  /** Words that somebody wrote, or nobody cut, and that are neither in the text nor on a card. */
  private static int lost(String base, List<Change> ofMine, List<Change> ofTheirs, Merged merged) {
    Map<String, Integer> there = new HashMap<>();
    count(merged.with(Conflict::both), 1, there);
    for (Piece piece : merged.pieces()) {
      if (piece.kind() == Piece.Kind.CONFLICT) {
        count(piece.base().text(), 1, there);
      } else if (piece.kind() == Piece.Kind.AGREED) {
        count(piece.mine().text(), 1, there); // wanted by both, there once
      }
    }
    boolean[] cut = new boolean[base.length()];
    for (List<Change> changes : List.of(ofMine, ofTheirs)) {
      for (Change change : changes) {
        for (int i = change.place().start(); i < change.place().end(); i++) {
          cut[i] = true;
        }
        boolean within = change.words().equals("x"); // a letter put into a word
        if (within) {
          cut[change.place().start()] = true;
          cut[change.place().start() - 1] = true;
        } else {
          count(change.words(), -1, there);
        }
      }
    }
    StringBuilder kept = new StringBuilder();
    for (String token : base.splitWithDelimiters("[^\\p{L}\\p{N}]+", 0)) {
      int at = kept.length();
      boolean gone = false;
      for (int i = at; i < at + token.length(); i++) {
        gone |= cut[i];
      }
      kept.append(gone ? " ".repeat(token.length()) : token);
    }
    count(kept.toString(), -1, there);
    int lost = 0;
    for (Map.Entry<String, Integer> word : there.entrySet()) {
      if (word.getValue() < 0) {
        lost -= word.getValue();
        System.out.println("Lost: " + word);
      }
    }
    return lost;
  }

  private static void count(String text, int by, Map<String, Integer> into) {
    for (String word : text.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        into.merge(word, by, Integer::sum);
      }
    }
  }

  private static String shown(String base, Span span) {
    return base.substring(Math.max(0, span.start() - 20), Math.min(base.length(), span.end() + 20))
        .lines()
        .collect(Collectors.joining("\\n"));
  }
}
