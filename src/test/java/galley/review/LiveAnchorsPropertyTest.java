package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for anchors whatever is typed, over thousands of seeded rounds. */
final class LiveAnchorsPropertyTest {
  private static final String[] POOL = {
    "the ", "ferry ", "a", "b", "😀", "e\u0301", "\r\n", "\n\n", "שלום ", "👩‍👧", "it’s ", "  ",
    "日", "x"
  };

  @Test
  void aCharacterThatStaysInTheTextStaysInItsAnchors() {
    Random random = new Random(Effort.seed(20261123));
    for (int round = 0; round < Effort.count("anchors.rounds", 3_000, 60_000); round++) {
      Page page = new Page(random);
      List<Integer> ids = new ArrayList<>();
      for (int i = 0; i < page.text.length(); i++) {
        ids.add(i);
      }
      Map<UUID, Set<Integer>> inside = new LinkedHashMap<>();
      page.anchors
          .placements()
          .forEach((id, place) ->
              inside.put(id, new HashSet<>(ids.subList(place.span().start(), place.span().end()))));
      int next = ids.size();
      for (int step = 0; step < 12; step++) {
        Edit edit = page.someEdit(random);
        page.apply(edit);
        List<Integer> stretch = ids.subList(edit.at(), edit.end());
        inside.values().forEach(set -> stretch.forEach(set::remove));
        stretch.clear();
        for (int i = 0; i < edit.inserted().length(); i++) {
          ids.add(edit.at() + i, next++);
        }
        Map<UUID, Placement> places = page.anchors.placements();
        inside.forEach((anchor, set) -> {
          Span span = places.get(anchor).span();
          set.forEach(id -> assertTrue(span.contains(ids.indexOf(id)), () -> page + " " + edit));
        });
        page.holdsNoHalves();
      }
    }
  }

  @Test
  void deleteThenUndoGivesEveryAnchorBack() {
    Random random = new Random(Effort.seed(14725));
    for (int round = 0; round < Effort.count("anchors.rounds", 4_000, 80_000); round++) {
      Page page = new Page(random);
      Deque<List<Edit>> done = new ArrayDeque<>();
      Deque<Map<UUID, Placement>> before = new ArrayDeque<>();
      for (int step = 1 + random.nextInt(10); step > 0; step--) {
        before.push(page.anchors.placements());
        List<Edit> parts = new ArrayList<>();
        for (int part = random.nextInt(4) == 0 ? 3 : 1; part > 0; part--) {
          parts.add(random.nextInt(3) == 0 ? page.someEdit(random) : page.someDeletion(random));
          page.apply(parts.getLast());
        }
        done.push(parts);
      }
      while (!done.isEmpty()) {
        done.pop().reversed().forEach(part -> page.apply(inverse(part)));
        assertEquals(before.pop(), page.anchors.placements(), page::toString);
      }
    }
  }

  /** An editor joins neighbouring edits of one moment into one step of undo. */
  @Test
  void joinedStepsOfUndoGiveEveryAnchorBack() {
    Random random = new Random(Effort.seed(5399));
    for (int round = 0; round < Effort.count("anchors.rounds", 4_000, 80_000); round++) {
      Page page = new Page(random);
      Deque<Edit> done = new ArrayDeque<>();
      Deque<Map<UUID, Placement>> before = new ArrayDeque<>();
      for (int step = 1 + random.nextInt(30); step > 0; step--) {
        Map<UUID, Placement> places = page.anchors.placements();
        Edit edit = page.typedNear(random, done.peek());
        page.apply(edit);
        Edit last = done.peek();
        Edit joined = last == null || random.nextInt(5) == 0 ? null : joined(last, edit);
        if (joined == null) {
          done.push(edit);
          before.push(places);
        } else {
          done.pop();
          done.push(joined);
        }
      }
      while (!done.isEmpty()) {
        page.apply(inverse(done.pop()));
        assertEquals(before.pop(), page.anchors.placements(), page::toString);
      }
    }
  }

  @Test
  void redoAndUndoAgainEndWhereTheyBegan() {
    Random random = new Random(Effort.seed(77));
    for (int round = 0; round < Effort.count("anchors.rounds", 2_000, 40_000); round++) {
      Page page = new Page(random);
      Map<UUID, Placement> first = page.anchors.placements();
      List<Edit> edits = new ArrayList<>();
      int at = 0;
      for (int step = 0; step < 40; step++) {
        boolean forward = at == 0 || random.nextInt(2) == 0;
        if (forward && at == edits.size()) {
          edits.add(random.nextInt(3) == 0 ? page.someEdit(random) : page.someDeletion(random));
        }
        page.apply(forward ? edits.get(at++) : inverse(edits.get(--at)));
      }
      while (at > 0) {
        page.apply(inverse(edits.get(--at)));
      }
      assertEquals(first, page.anchors.placements(), page::toString);
    }
  }

  @Test
  void cutAndPasteThenUndoGivesEveryAnchorBack() {
    Random random = new Random(Effort.seed(99));
    int followed = 0;
    int cut = 0;
    for (int round = 0; round < Effort.count("anchors.rounds", 3_000, 60_000); round++) {
      Page page = new Page(random, true);
      Map<UUID, Placement> first = page.anchors.placements();
      Edit out = page.someDeletion(random);
      page.apply(out);
      Set<UUID> lost = new HashSet<>();
      page.anchors
          .placements()
          .forEach((id, place) -> {
            if (place.state() == State.COLLAPSED) {
              lost.add(id);
            }
          });
      Edit in = new Edit(page.someOffset(random), "", out.removed());
      page.apply(in);
      for (UUID id : lost) {
        cut++;
        Span now = page.anchors.placements().get(id).span();
        Span then = first.get(id).span();
        if (then.shifted(in.at() - out.at()).equals(now)) {
          followed++;
        } else {
          assertTrue(out.removed().strip().length() < 3, page::toString);
        }
      }
      page.apply(inverse(in));
      page.apply(inverse(out));
      assertEquals(first, page.anchors.placements(), page::toString);
    }
    assertTrue(followed > cut * 0.95, followed + " of " + cut);
  }

  private static Edit inverse(Edit edit) {
    return new Edit(edit.at(), edit.inserted(), edit.removed());
  }

  /** The two as one, where the later touches what the earlier put in; else null. */
  private static @Nullable Edit joined(Edit first, Edit then) {
    int end = first.at() + first.inserted().length();
    if (then.at() == end) {
      return new Edit(
          first.at(), first.removed() + then.removed(), first.inserted() + then.inserted());
    }
    if (then.end() != end) {
      return null;
    }
    if (then.at() >= first.at()) {
      String kept = first.inserted().substring(0, then.at() - first.at());
      return new Edit(first.at(), first.removed(), kept + then.inserted());
    }
    String more = then.removed().substring(0, first.at() - then.at());
    return new Edit(then.at(), more + first.removed(), then.inserted());
  }

  /** A text of anything, with anchors that lie in, over and beside each other. */
  private static final class Page {
    private final StringBuilder text = new StringBuilder();
    private final LiveAnchors anchors;
    private final List<Edit> log = new ArrayList<>();
    private final String begin;

    Page(Random random) {
      this(random, false);
    }

    Page(Random random, boolean distinct) {
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(distinct ? "w" + random.nextInt(1_000_000) + " " : some(random));
      }
      Map<UUID, Placement> places = new LinkedHashMap<>();
      for (int i = 1; i < 12; i++) {
        int a = someOffset(random);
        int b = i == 1 ? a : someOffset(random);
        places.put(
            new UUID(0, i), new Placement(State.LIVE, new Span(Math.min(a, b), Math.max(a, b))));
      }
      begin = text + " " + places;
      anchors = new LiveAnchors(text.toString(), places);
    }

    int someOffset(Random random) {
      int at = random.nextInt(text.length() + 1);
      boolean inPair =
          at > 0
              && at < text.length()
              && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
      return inPair ? at - 1 : at;
    }

    Edit someEdit(Random random) {
      Edit deletion = someDeletion(random);
      boolean keeps = random.nextBoolean();
      StringBuilder fresh = new StringBuilder();
      for (int i = random.nextInt(4); i > 0; i--) {
        fresh.append(some(random));
      }
      return new Edit(deletion.at(), keeps ? "" : deletion.removed(), fresh.toString());
    }

    Edit someDeletion(Random random) {
      int a = someOffset(random);
      int b = random.nextInt(3) == 0 ? someOffset(random) : near(random, a);
      int start = Math.min(a, b);
      return new Edit(start, text.substring(start, Math.max(a, b)), "");
    }

    /** What people do: type on, backspace, delete forward, type over. */
    Edit typedNear(Random random, @Nullable Edit last) {
      if (last == null || random.nextInt(8) == 0) {
        return someEdit(random);
      }
      int caret = last.at() + last.inserted().length();
      int before = caret == 0 ? 0 : text.offsetByCodePoints(caret, -1);
      int after = caret == text.length() ? caret : text.offsetByCodePoints(caret, 1);
      return switch (random.nextInt(5)) {
        case 0, 1 -> new Edit(before, text.substring(before, caret), "");
        case 2 -> new Edit(caret, text.substring(caret, after), "");
        case 3 -> new Edit(before, text.substring(before, caret), some(random));
        default -> new Edit(caret, "", some(random));
      };
    }

    private int near(Random random, int at) {
      int there = Math.max(0, Math.min(text.length(), at + random.nextInt(9) - 4));
      boolean inPair =
          there > 0
              && there < text.length()
              && Character.isSurrogatePair(text.charAt(there - 1), text.charAt(there));
      return inPair ? there - 1 : there;
    }

    private static String some(Random random) {
      return POOL[random.nextInt(POOL.length)];
    }

    void apply(Edit edit) {
      log.add(edit);
      text.replace(edit.at(), edit.end(), edit.inserted());
      anchors.replaced(edit.at(), edit.removed(), edit.inserted());
      assertEquals(text.toString(), anchors.text());
    }

    void holdsNoHalves() {
      for (Placement place : anchors.placements().values()) {
        for (int at : new int[] {place.span().start(), place.span().end()}) {
          assertFalse(
              at > 0
                  && at < text.length()
                  && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)),
              this::toString);
        }
      }
    }

    @Override
    public String toString() {
      return begin + "\n" + log + "\n" + text + " " + anchors.placements();
    }
  }
}
