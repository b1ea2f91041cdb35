package galley.review;

import galley.post.Placement;
import galley.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how well anchors hold, ours and others', and how long it takes in a very long text. */
@Tag("bench")
final class AnchorBench {
  /** A way of placing one anchor. */
  private interface Way {
    Placement place(Span anchor, Trial trial);
  }

  @Test
  void comparesWithOffsetsAndQuotes() throws IOException {
    compare("the corpus", Trials.corpus(), 12);
    compare("texts made for it", Trials.own(), 32);
  }

  private static void compare(String name, List<String> texts, int anchors) {
    if (texts.isEmpty()) {
      return;
    }
    System.out.println("In " + name + ":");
    System.out.print(
        Trials.table(
                texts,
                anchors,
                trial -> each(trial, (span, it) -> Baseline.offsets(span, it.after())))
            .shown("offsets only"));
    System.out.print(
        Trials.table(
                texts,
                anchors,
                trial -> each(trial, (span, it) -> Baseline.quote(span, it.before(), it.after())))
            .shown("quotes, as web annotators do it"));
    Table ours = Trials.table(texts, anchors, Trials::ours);
    System.out.print(ours.shown("ours") + ours.byKind());
  }

  private static Map<UUID, Placement> each(Trial trial, Way way) {
    Map<UUID, Placement> places = new HashMap<>();
    trial.anchors().forEach((id, span) -> places.put(id, way.place(span, trial)));
    return places;
  }

  @Test
  void reattachesInAVeryLongText() {
    List<String> posts = new ArrayList<>();
    Prose prose = new Prose(7);
    int words = 0;
    while (words < 200_000) {
      posts.add(prose.post(40));
      words += Mutation.words(posts.getLast()).size();
    }
    String before = String.join("", posts);
    for (Mutation kind : Mutation.values()) {
      StringBuilder after = new StringBuilder();
      for (String post : posts) {
        Traced text = new Traced(post);
        kind.apply(text, new Random(after.length()), new Lexicon(post));
        after.append(text.text());
      }
      time(kind.name(), before, after.toString());
    }
    time("nothing in common", before, "zzz yyy ".repeat(100_000));
    time("one word", "word ".repeat(1_000_000), "word ".repeat(900_000) + "end");
    time("few words", "a b a c ".repeat(50_000), "c a b b ".repeat(50_000));
  }

  private static void time(String name, String before, String after) {
    Random random = new Random(3);
    Map<UUID, Placement> places = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      int start = random.nextInt(before.length() - 200);
      Span span = new Span(start, start + 1 + random.nextInt(199));
      places.put(new UUID(0, i), new Placement(Placement.State.LIVE, span));
    }
    long begin = System.nanoTime();
    Reattach.of(before, after, places);
    System.out.printf(
        Locale.ROOT,
        "2,000 anchors, %,d units, %s: %.2f s%n",
        before.length(),
        name.toLowerCase(Locale.ROOT).replace('_', ' '),
        (System.nanoTime() - begin) / 1e9);
  }
}
