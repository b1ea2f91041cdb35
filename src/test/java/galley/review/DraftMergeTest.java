package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import galley.post.Source;
import galley.post.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DraftMergeTest {
  private static final ImageRef FERRY =
      ImageRef.place("media/ferry.jpg").withWords("A ferry", "The ferry", "Ann", "", false);

  private static final Draft BASE =
      new Draft(
          Details.draft("Headline", "slug")
              .withStandfirst("One sentence. Another one.")
              .withBylines(List.of(new Byline("Ann")))
              .withTags(List.of("a", "b", "c"))
              .withExtra(Map.of("layout", "post")),
          "The old ferry sails.\n",
          List.of(FERRY));

  @Test
  void takesFieldsThatOneSideChanged() {
    Draft mine =
        BASE.withDetails(
            BASE.details()
                .withHeadline("Mine")
                .withStandfirst("One sentence, mine. Another one.")
                .withTags(List.of("a", "x", "b", "c"))
                .withBylines(List.of(new Byline("Ann"), new Byline("Bob")))
                .withExtra(Map.of("layout", "post", "one", 1)));
    Draft theirs =
        BASE.withDetails(
                BASE.details()
                    .withSection("Harbour")
                    .withStage(Stage.IN_REVIEW)
                    .withStandfirst("One sentence. Another one, theirs.")
                    .withDate(Optional.of(PublicationDate.of(LocalDate.of(2026, 11, 23))))
                    .withSources(
                        List.of(new Source(Source.Kind.LINK, "A", "https://a", Optional.empty())))
                    .withTags(List.of("c", "a"))
                    .withExtra(Map.of()))
            .withImages(List.of(FERRY.withWords("An old ferry", "The ferry", "Ann", "", false)));
    Draft merged = DraftMerge.of(BASE, mine, theirs).clean().orElseThrow();
    Details details = merged.details();
    assertEquals("Mine", details.headline());
    assertEquals("One sentence, mine. Another one, theirs.", details.standfirst());
    assertEquals("Harbour", details.section());
    assertEquals(Stage.IN_REVIEW, details.stage());
    assertEquals(List.of("c", "a", "x"), details.tags());
    assertEquals(2, details.bylines().size());
    assertEquals(1, details.sources().size());
    assertEquals(Map.of("one", 1), details.extra());
    assertEquals("An old ferry", merged.images().getFirst().alt());
    assertEquals(merged, DraftMerge.of(BASE, theirs, mine).clean().orElseThrow());
  }

  @Test
  void asksAboutFieldsThatBothChanged() {
    Draft mine =
        BASE.withDetails(
                BASE.details()
                    .withHeadline("Mine")
                    .withStandfirst("One phrase. Another one.")
                    .withTags(List.of("b", "a", "c"))
                    .withExtra(Map.of("layout", "page")))
            .withImages(List.of(FERRY.withWords("A boat", "The ferry", "Ann", "", false)));
    Draft theirs =
        BASE.withDetails(
                BASE.details()
                    .withHeadline("Theirs")
                    .withStandfirst("Some sentence. Another one.")
                    .withTags(List.of("a", "c", "b"))
                    .withExtra(Map.of()))
            .withImages(List.of());
    DraftMerge merge = DraftMerge.of(BASE, mine, theirs);
    assertEquals(
        List.of("headline", "standfirst", "tags", "extra.layout", "image.kept.media/ferry.jpg"),
        merge.fields().stream().map(DraftMerge.FieldConflict::field).toList());
    assertTrue(merge.clean().isEmpty());
    assertEquals(
        "One phrase. Another one.",
        merge.with(_ -> "", _ -> DraftMerge.Side.MINE).details().standfirst());
  }

  @Test
  void keepsAPictureThatTheOtherSideStillUses() {
    Draft mine = BASE.withImages(List.of());
    Draft theirs = BASE.withBody("The old ferry sails.\n\n![](media/ferry.jpg)\n");
    assertEquals(List.of(FERRY), DraftMerge.of(BASE, mine, theirs).clean().orElseThrow().images());
  }

  @Test
  void doesNotMindWhoIsCalledMine() {
    Random random = new Random(20261123);
    for (int round = 0; round < 2000; round++) {
      Draft mine = changed(random);
      Draft theirs = changed(random);
      DraftMerge one = DraftMerge.of(BASE, mine, theirs);
      DraftMerge two = DraftMerge.of(BASE, theirs, mine);
      assertEquals(one.clean(), two.clean());
      assertEquals(
          one.fields().stream().map(DraftMerge.FieldConflict::field).toList(),
          two.fields().stream().map(DraftMerge.FieldConflict::field).toList());
      assertEquals(
          one.with(Conflict::both, _ -> DraftMerge.Side.MINE).details(),
          two.with(Conflict::both, _ -> DraftMerge.Side.THEIRS).details());
      assertEquals(mine, DraftMerge.of(BASE, mine, BASE).clean().orElseThrow());
      assertEquals(mine, DraftMerge.of(BASE, mine, mine).clean().orElseThrow());
    }
  }

  private static Draft changed(Random random) {
    Details details = BASE.details();
    List<String> tags = new ArrayList<>(details.tags());
    if (random.nextInt(3) == 0) {
      tags.remove(random.nextInt(tags.size()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      tags.add(random.nextInt(tags.size() + 1), "t" + random.nextInt(6));
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(tags, random);
    }
    Map<String, Object> extra = new LinkedHashMap<>(details.extra());
    if (random.nextInt(3) == 0) {
      extra.remove("layout");
    } else if (random.nextBoolean()) {
      extra.put("k" + random.nextInt(3), random.nextInt(2));
    }
    return BASE.withDetails(
        details
            .withTags(tags)
            .withExtra(extra)
            .withSection(random.nextInt(3) == 0 ? "s" + random.nextInt(2) : ""));
  }
}
