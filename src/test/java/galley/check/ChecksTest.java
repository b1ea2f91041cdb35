package galley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.Markdown;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Finding;
import galley.post.ImageRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksTest {
  private static final Draft GOOD =
      new Draft(Details.draft("A headline", "a-headline"), "Words.", List.of());

  private static List<Finding> findings(Draft draft) {
    return Checks.basic(draft, Markdown.parse(draft.body()));
  }

  /** Rule ids with the words each is about. */
  private static List<String> rules(Draft draft) {
    return findings(draft).stream()
        .map(finding -> finding.severity() + " " + finding.rule() + " " + finding.words())
        .map(String::strip)
        .toList();
  }

  private static ImageRef picture(String alt, String caption, String credit, boolean decorative) {
    return ImageRef.place("media/a.jpg")
        .withPicture("0".repeat(64), "a.jpg", 10, 10, 10)
        .withWords(alt, caption, credit, "", decorative);
  }

  @Test
  void saysNothingAboutAGoodDraft() {
    Draft draft =
        GOOD.withBody("## Here\n\n![A ferry](media/a.jpg)\n\n[there](https://e.org) [up](#here)")
            .withImages(List.of(picture("", "", "Ada Quill", false)));
    assertEquals(List.of(), rules(draft));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{< figure src=\"a.jpg\" >}}",
        "{{% notice %}}",
        "{{ page.title }}",
        "{% include note.html %}",
        "[gallery ids=\"1,2\"]",
        "[caption id='a' width=300]",
        "[/caption]",
        "[gallery]",
        "{: .no_toc }"
      })
  void flagsATagOfAnotherProgramInItsPlace(String tag) {
    String body = "Words.\n\n" + tag + "\n\nMore words.\n";
    List<Finding> found = findings(GOOD.withBody(body));
    assertEquals(List.of("template-tag"), found.stream().map(Finding::rule).toList());
    assertEquals(8, found.getFirst().span().orElseThrow().start());
    assertEquals(tag, found.getFirst().words());
    assertEquals(List.of(), rules(GOOD.withBody("Write `" + tag + "` there.\n\n    " + tag)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said [sic] nothing [1], [a b], [TK].",
        "[gallery](https://e.org/) and [gallery]\n\n[gallery]: https://e.org/",
        "[caption]: https://e.org/\n\n[caption]",
        "A set {1, 2} and {x}.",
        "- [ ] to do\n- [x] done",
        "A note.[^1]\n\n[^1]: There."
      })
  void takesProseInBracketsForProse(String body) {
    assertEquals(List.of(), rules(GOOD.withBody(body)));
  }

  @Test
  void flagsAMissingHeadline() {
    assertEquals(
        List.of("ERROR headline"), rules(GOOD.withDetails(GOOD.details().withHeadline(" "))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "../a", "a b", "-a", "a?b", "."})
  void flagsASlugThatCannotBeOne(String slug) {
    List<String> rules = rules(GOOD.withDetails(GOOD.details().withSlug(slug)));
    assertEquals(List.of(("ERROR slug " + slug).strip()), rules);
  }

  @Test
  void flagsAPictureWithoutAFile() {
    Draft place =
        GOOD.withBody("![Words](media/a.jpg)")
            .withImages(List.of(ImageRef.place("media/a.jpg").withWords("", "", "Ada", "", false)));
    assertEquals(List.of("ERROR picture-missing media/a.jpg"), rules(place));
    Draft unknown = GOOD.withBody("![Words](media/b.jpg \"Photo: Ada\")");
    assertEquals(List.of("ERROR picture-missing media/b.jpg"), rules(unknown));
  }

  @Test
  void tellsThatAPictureLiesElsewhere() {
    Draft draft = GOOD.withBody("![Words](https://e.org/b.jpg \"© Ada\")");
    assertTrue(findings(draft).getFirst().message().contains("on another site"));
  }

  @Test
  void flagsALeadPictureWithoutAFile() {
    Draft draft =
        GOOD.withDetails(GOOD.details().withLeadImage(Optional.of("media/a.jpg")))
            .withImages(
                List.of(ImageRef.place("media/a.jpg").withWords("Alt", "", "Ada", "", false)));
    assertEquals(List.of("ERROR picture-missing media/a.jpg"), rules(draft));
    assertEquals(Optional.empty(), findings(draft).getFirst().span());
  }

  @ParameterizedTest
  @CsvSource({
    "'','',false,true",
    "'',Words,false,false",
    "Words,'',false,false",
    "'','',true,false",
    "'  ','  ',false,true"
  })
  void flagsAMissingAltText(String inBody, String inImage, boolean decorative, boolean flagged) {
    Draft draft =
        GOOD.withBody("![" + inBody + "](media/a.jpg)")
            .withImages(List.of(picture(inImage, "", "Ada", decorative)));
    assertEquals(flagged ? List.of("ERROR alt-text media/a.jpg") : List.of(), rules(draft));
  }

  @ParameterizedTest
  @CsvSource({
    "'','',true",
    "Ada,'',false",
    "'',Photo: Ada,false",
    "'',Courtesy of the museum,false",
    "'',© 2026,false",
    "'',Photosynthesis at work,true"
  })
  void flagsAMissingCreditOnce(String credit, String caption, boolean flagged) {
    Draft draft =
        GOOD.withBody("![x](media/a.jpg)\n\n![x](media/a.jpg)")
            .withImages(List.of(picture("", caption, credit, false)));
    assertEquals(flagged ? List.of("WARNING credit media/a.jpg") : List.of(), rules(draft));
  }

  @ParameterizedTest
  @CsvSource({
    "[words](),WARNING link-empty words",
    "[words](#),WARNING link-empty words",
    "[words](#gone),WARNING link-anchor words",
    "[words](#here),",
    "[words](#fn-1),",
    "[words](a#gone),"
  })
  void flagsLinksThatLeadNowhere(String link, String flagged) {
    Draft draft = GOOD.withBody("## Here\n\nA note.[^1] " + link + "\n\n[^1]: The note.");
    assertEquals(flagged == null ? List.of() : List.of(flagged), rules(draft));
  }

  @Test
  void pointsToThePlaceAndSaysWhatToDo() {
    Draft draft = GOOD.withBody("Some words and [a link](#gone).");
    Finding finding = findings(draft).getFirst();
    assertEquals("[a link](#gone)", finding.span().orElseThrow().of(draft.body()));
    assertEquals("No heading in this post is called #gone.", finding.message());
    assertEquals(List.of("Link to a heading that is there"), finding.fixes());
  }

  @Test
  void putsErrorsFirst() {
    Draft draft = GOOD.withBody("[a]()\n\n![](media/x.jpg)");
    assertEquals(
        List.of(Finding.Severity.ERROR, Finding.Severity.ERROR),
        findings(draft).stream().map(Finding::severity).limit(2).toList());
  }
}
