package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.post.Anchor.Scope;
import galley.post.Branch;
import galley.post.Texts;
import galley.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BranchingTest {
  private static final String BODY = "On the 06:40 nobody is a customer. It was late.";

  @Test
  void headlineStandfirstAndBodyAreSuggestedEachForItself() {
    Texts base = new Texts("The ferry", "The ferry", BODY);
    Texts text = new Texts("The boat", "The boat", BODY.replace("late", "early"));
    List<Proposal> all = Branching.proposals(new Branch(base, text));
    assertEquals(
        List.of(Scope.HEADLINE, Scope.STANDFIRST, Scope.TEXT),
        all.stream().map(Proposal::scope).toList());
    assertNotEquals(all.get(0).hunk().id(), all.get(1).hunk().id());
    assertEquals(
        Suggestions.between(BODY, text.body()), Branching.in(Scope.TEXT, all), "ids as ever");
    assertTrue(Branching.proposals(new Branch(base, base)).isEmpty());
  }

  @Test
  void branchGoesOnFromOtherWordsAndNothingOfItIsLost() {
    Texts base = new Texts("The ferry", "", BODY);
    Branch branch = new Branch(base, new Texts("The last ferry", "", BODY.replace("a c", "any c")));
    Texts now = new Texts("The ferry", "Who pays?", BODY.replace("late", "early"));
    Branch onto = Branching.onto(branch, now);
    assertEquals(now, onto.base());
    assertEquals(
        new Texts(
            "The last ferry", "Who pays?", BODY.replace("a c", "any c").replace("late", "early")),
        onto.text());
    Branch both = Branching.onto(branch, base.with(Scope.TEXT, BODY.replace("a c", "no c")));
    assertTrue(both.text().body().contains("no") && both.text().body().contains("any"));
    assertEquals(branch, Branching.onto(branch, base));
  }

  @Test
  void wordsAreFoundOnBothSides() {
    String text = BODY.replace("nobody", "hardly anybody").replace("It was", "It was very");
    List<Hunk> hunks = Suggestions.between(BODY, text);
    Span customer = span(BODY, "customer");
    Span there = Branching.inBranch(customer, hunks);
    assertEquals("customer", there.of(text));
    assertEquals(customer, Branching.inBase(there, hunks, BODY));
    assertEquals("hardly anybody", Branching.inBranch(span(BODY, "nobody"), hunks).of(text));
    assertEquals("nobody", Branching.inBase(span(text, "anybody"), hunks, BODY).of(BODY));
    Span beside = Branching.inBase(span(text, "very"), hunks, BODY);
    assertTrue(List.of("was", "late.").contains(beside.of(BODY)), beside.of(BODY));
    String cut = BODY.replace("nobody ", "");
    assertTrue(Branching.inBranch(span(BODY, "nobody"), Suggestions.between(BODY, cut)).isEmpty());
  }

  @Test
  void whatIsNotChangedIsFoundAgainWhereverItStands() {
    Random random = new Random(Effort.seed(5));
    for (int round = 0; round < 300; round++) {
      String base = words(random, 40);
      String text = new Scramble(random).of(base);
      List<Hunk> hunks = Suggestions.between(base, text);
      int at = random.nextInt(base.length());
      boolean kept = hunks.stream().noneMatch(h -> h.span().start() <= at && at < h.span().end());
      Span one = new Span(at, at + 1);
      Span there = Branching.inBranch(one, hunks);
      if (kept) {
        assertEquals(one.of(base), there.of(text));
        assertEquals(one, Branching.inBase(there, hunks, base));
      }
    }
  }

  private record Scramble(Random random) {
    String of(String base) {
      StringBuilder text = new StringBuilder();
      for (String word : base.split("(?<= )")) {
        switch (random.nextInt(8)) {
          case 0 -> text.append("new ");
          case 1 -> text.append("😀 ").append(word);
          case 2 -> {}
          default -> text.append(word);
        }
      }
      return text.toString();
    }
  }

  private static String words(Random random, int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append("w").append(random.nextInt(30)).append(i % 9 == 8 ? ". " : " ");
    }
    return text.toString();
  }

  private static Span span(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }
}
