package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.review.MarkedUp.Kind;
import galley.review.MarkedUp.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          The old ferry sails.      | The red ferry sails.      | The [old>red] ferry sails.
          The old ferry sails.      | The ferry sails.          | The[ old>] ferry sails.
          The old ferry sails.      | The very old ferry sails. | The[> very] old ferry sails.
          One is old, two is new.   | One is new, two is old.   | One is [old>new], two is [new>old].
          He came. She left early.  | He went. They left early. | He [came>went]. [She>They] left early.
          a big red house           | a **big red house**       | a [big red house>**big red house**]
          a **big red house** here  | a big red house here      | a [**big red house**>big red house] here
          a, b c                    | x, y c                    | [a, b>x, y] c
          costs 10,900 now          | costs 10,950 now          | costs [10,900>10,950] now
          """)
  void tellsChangesByPhrases(String base, String branch, String shown) {
    assertEquals(shown, shown(base, Suggestions.between(base, branch)));
  }

  private static String shown(String base, List<Hunk> hunks) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Hunk hunk : hunks) {
      out.append(base, at, hunk.span().start());
      out.append('[')
          .append(hunk.span().of(base))
          .append('>')
          .append(hunk.replacement())
          .append(']');
      at = hunk.span().end();
    }
    return out.append(base.substring(at)).toString();
  }

  @Test
  void givesTheSameIdsEachTime() {
    String base = "The old ferry sails at noon.";
    List<Hunk> one = Suggestions.between(base, "The red ferry sails at noon.");
    List<Hunk> two = Suggestions.between(base, "The red ferry sails at nine.");
    assertEquals(one.getFirst().id(), two.getFirst().id());
    assertEquals(8, one.getFirst().id().version());
    assertEquals(2, one.getFirst().id().variant());
    assertEquals(two.stream().map(Hunk::id).distinct().count(), two.stream().map(Hunk::id).count());
  }

  @Test
  void makesExactlyTheBranchAndNothingElse() {
    Random random = new Random(20261123);
    for (String base : Manuscripts.longerThan(3000)) {
      for (int round = 0; round < 10; round++) {
        Scribbler scribbler = new Scribbler(base, random);
        scribbler.scribble(1 + random.nextInt(30));
        holds(random, base, scribbler.result());
      }
    }
    for (int round = 0; round < 3000; round++) {
      String base = MergeTest.noise(random, random.nextInt(50));
      holds(random, base, MergeTest.changed(random, base));
      holds(random, base, MergeTest.noise(random, random.nextInt(50)));
    }
  }

  private static void holds(Random random, String base, String branch) {
    List<Hunk> hunks = Suggestions.between(base, branch);
    assertEquals(branch, Suggestions.apply(base, hunks));
    assertEquals(hunks.size(), hunks.stream().map(Hunk::id).distinct().count());
    List<Hunk> taken = new ArrayList<>();
    String text = base;
    List<Hunk> open = new ArrayList<>(hunks);
    Collections.shuffle(open, random);
    while (!open.isEmpty()) {
      Hunk next = open.getLast();
      if (random.nextBoolean()) { // reject
        open.removeLast();
        continue;
      }
      text = Suggestions.apply(text, List.of(next));
      open = new ArrayList<>(Suggestions.afterTaking(next, open));
      hunks.stream().filter(hunk -> hunk.id().equals(next.id())).forEach(taken::add);
    }
    assertEquals(Suggestions.apply(base, taken), text);
    MarkedUp markup = Suggestions.markup(base, hunks);
    assertEquals(base, without(markup, Kind.INSERTED));
    assertEquals(branch, without(markup, Kind.DELETED));
    for (Stretch stretch : markup.stretches()) {
      if (stretch.kind() != Kind.INSERTED) {
        assertEquals(stretch.base().of(base), stretch.span().of(markup.text()));
      }
      assertEquals(stretch.kind() == Kind.KEPT, stretch.hunk().isEmpty());
    }
  }

  private static String without(MarkedUp markup, Kind kind) {
    return markup.stretches().stream()
        .filter(stretch -> stretch.kind() != kind)
        .map(stretch -> stretch.span().of(markup.text()))
        .collect(Collectors.joining());
  }

  @Test
  void comesToAnEndWithHugeTexts() {
    String base = "The old ferry sails. ".repeat(50_000);
    String branch = "*".repeat(20_000) + "A new *boat* leaves. ".repeat(50_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertEquals(branch, Suggestions.apply(base, Suggestions.between(base, branch))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          big house               | **big house**            | BOLD ADDED
          **big house**           | big house                | BOLD REMOVED
          *big* house             | **big** house            | BOLD ADDED, ITALIC REMOVED
          big                     | `big`                    | CODE ADDED
          big                     | ~~big~~                  | STRUCK ADDED
          ## Head                 | ### Head                 | HEADING CHANGED
          Head                    | ## Head                  | HEADING ADDED
          words                   | > words                  | QUOTE ADDED
          words                   | - words                  | LIST ADDED
          words                   | [words](https://a.org)   | LINK ADDED
          [words](https://a.org)  | [words](https://b.org)   | LINK CHANGED
          big house               | **small house**          | ''
          words                   | words!                   | ''
          """)
  void saysWhatBecameOfTheLooks(String before, String after, String changes) {
    assertEquals(
        changes,
        Formatting.of(before, after).stream()
            .map(change -> change.look() + " " + change.what())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void seesFormattingInASuggestion() {
    String base = "a big red house in town";
    Hunk hunk = Suggestions.between(base, "a **big red house** in town").getFirst();
    assertTrue(
        Formatting.of(hunk.span().of(base), hunk.replacement())
            .contains(new Formatting.Change(Formatting.Look.BOLD, Formatting.What.ADDED)));
  }
}
