package galley.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class DraftJsonTest {
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void emptyDraftComesBackTheSame() {
    comesBackTheSame(new Draft(Details.draft("", "untitled"), "", List.of()));
  }

  @Test
  void everyFieldComesBackTheSame() {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("z", null);
    extra.put("a", 1);
    extra.put("large", 1L << 40);
    extra.put("huge", BigInteger.TWO.pow(200));
    extra.put("half", 0.5);
    extra.put("one", 1.0);
    extra.put("yes", true);
    extra.put("word", "1");
    extra.put("list", Arrays.asList("x", null, new ArrayList<>(), Map.of("k", 2)));
    comesBackTheSame(
        new Draft(
            new Details(
                "Head\u2019s \"line\"",
                "Stand",
                "slug",
                List.of(new Byline("A"), new Byline("B")),
                PublicationDate.parse("2024-05-07T10:00:30.25-05:00"),
                "Opinion",
                List.of("b", "a"),
                Stage.IN_REVIEW,
                Optional.of("media/x.jpg"),
                "de-CH",
                List.of(
                    new Source(
                        Source.Kind.INTERVIEW, "T", "12:30", Optional.of(LocalDate.of(2024, 1, 2))),
                    new Source(Source.Kind.LINK, "", "https://example.org", Optional.empty())),
                extra),
            "# Body\r\n\u0000\ud83d\ude00 \\ \u2028",
            List.of(
                ImageRef.place("media/x.jpg").withWords("alt", "cap", "credit", "CC0", true),
                ImageRef.place("y").withPicture("0".repeat(64), "Y.PNG", 5_000_000_000L, 3, 4))));
  }

  @Test
  void refusesWhatIsNoDraft() {
    for (String wrong :
        List.of("{}", "[]", "{\"details\":{},\"body\":\"\",\"images\":[]}", "{\"body\":3}")) {
      assertThrows(
          IllegalArgumentException.class, () -> DraftJson.read(json.readTree(wrong)), wrong);
    }
  }

  private void comesBackTheSame(Draft draft) {
    String text = json.writeValueAsString(DraftJson.write(draft));
    Draft back = DraftJson.read(json.readTree(text));
    assertEquals(draft, back);
    assertEquals(
        List.copyOf(draft.details().extra().keySet()),
        List.copyOf(back.details().extra().keySet()));
    assertEquals(text, json.writeValueAsString(DraftJson.write(back)));
  }
}
