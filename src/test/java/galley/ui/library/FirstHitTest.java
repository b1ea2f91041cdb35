package galley.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FirstHitTest {
  private static final String BODY =
      "A ferry leaves at dawn.\n\nNobody counts the oysters.\n\nThe *ferry* comes back late.\n";

  @ParameterizedTest
  @CsvSource({
    "Nobody counts the [oysters]., oysters, 43",
    "The *[ferry]* comes back, ferry, 58",
    "The [ferry] comes back late., ferry, 58",
    "…[ferry] comes back late., ferry, 58",
    "The last [Ferry], ferry, 2",
    "Headline|Nobody [counts] the oysters., counts, 32",
  })
  void hitIsFoundWhereItsPassageStands(String excerpt, String word, int start) {
    var hit = FirstHit.in(BODY, List.of(marked(excerpt))).orElseThrow();
    assertEquals(word, BODY.substring(hit.start(), hit.end()));
    assertEquals(start, hit.start());
  }

  @Test
  void whatOnlyTheHeadlineSaysIsNowhereInTheBody() {
    assertEquals(true, FirstHit.in(BODY, List.of(marked("The [harbour]"))).isEmpty());
    assertEquals(true, FirstHit.in(BODY, List.of()).isEmpty());
  }

  @Test
  void phraseIsFoundAcrossItsMarkup() {
    String body = "North *Korea*.\n\nThe [South](https://a.example/x) **Korea’s** ferry.\n";
    var hit = FirstHit.in(body, List.of(marked("The [South Korea’s] ferry."))).orElseThrow();
    assertEquals("South](https://a.example/x) **Korea’s", body.substring(hit.start(), hit.end()));
  }

  @Test
  void placeInTheBodyGoesBeforeTheSameWordBesideIt() {
    var hit =
        FirstHit.in(
            BODY, List.of(marked("[Oysters] and ferries"), marked("A [ferry] leaves at dawn.")));
    assertEquals("ferry", BODY.substring(hit.orElseThrow().start(), hit.orElseThrow().end()));
  }

  private static String marked(String excerpt) {
    return excerpt.replace('[', '\u0001').replace(']', '\u0002').replace('|', '\n');
  }
}
