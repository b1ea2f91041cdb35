package galley.intake;

import static galley.intake.Bringing.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.Heading;
import galley.markdown.Markdown;
import galley.post.Byline;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageTextTest {
  @TempDir Path folder;
  private Bringing bringing;

  @BeforeEach
  void open() {
    bringing = new Bringing(folder);
  }

  @AfterEach
  void close() {
    bringing.close();
  }

  @Test
  void publishedPageComesInWhole() throws IOException {
    Path page =
        Path.of(String.valueOf(System.getProperty("galley.shared")), "corpus/published-page.txt");
    Assumptions.assumeTrue(Files.exists(page));
    Incoming post = bringing.one(page);
    Draft draft = post.draft();
    assertEquals(
        "North Korea's Role in Ukraine: A New Front in Global Power Struggles",
        draft.details().headline());
    assertEquals(List.of(new Byline("Diego Rodriguez")), draft.details().bylines());
    assertEquals(PublicationDate.parse("2024-11-21"), draft.details().date());
    assertEquals(
        List.of(
            "Historical Context: North Korea's Global Military Support",
            "The Troops: Who Are They and What Are Their Capabilities?",
            "Why Does Russia Need Them?",
            "Challenges for North Korean Troops",
            "Broader Implications: A Proxy War in Disguise",
            "A Strategic Response",
            "Looking Ahead",
            "A Personal Reflection"),
        headings(draft));
    assertEquals(
        List.of(
            ImageRef.place("media/picture-1.jpg"),
            ImageRef.place("media/picture-2.jpg")
                .withWords("", "North Korean 11th Brigade.", "Reuters", "", false)),
        draft.images());
    assertTrue(says(post.notes(), ImportNote.Kind.SET_ASIDE, "“ree” stood where picture 1"));
    assertTrue(says(post.notes(), ImportNote.Kind.SET_ASIDE, "“ree” stood where picture 2"));
    nothingIsLost(page, post);
    for (String residue : List.of("page", "Facebook", "Comments", "min read", "ree\n", "Writer")) {
      assertFalse(draft.body().lines().anyMatch(line -> line.contains(residue)), residue);
    }
  }

  @Test
  void pageOfAnotherShapeComesInWhole() throws Exception {
    Path page = fixture("harbour.txt");
    Incoming post = bringing.one(page);
    Draft draft = post.draft();
    assertEquals("The crane that taught a harbour how to wait", draft.details().headline());
    assertEquals(
        "When the old gantry stopped in April, nobody on the quay knew how to mend it",
        draft.details().standfirst());
    assertEquals("OPINION", draft.details().section());
    assertEquals(
        List.of(new Byline("Ana Lopez"), new Byline("Jean-Luc de la Tour")),
        draft.details().bylines());
    assertEquals(PublicationDate.parse("2019-09-03"), draft.details().date());
    assertEquals(Map.of("updated", "2019-09-05"), draft.details().extra());
    assertEquals(
        List.of("What went wrong?", "1. A lesson in patience", "And then it turned"),
        headings(draft));
    assertEquals(
        List.of(
            ImageRef.place("media/picture-1.jpg")
                .withWords(
                    "",
                    "A keeper at work on the gantry, April 2019.",
                    "Mo Idris/Saltmarsh Courier",
                    "",
                    false),
            ImageRef.place("media/picture-2.jpg")
                .withWords("", "The new wheel, before it was fitted.", "Lena Okafor", "", false)),
        draft.images());
    assertTrue(draft.body().startsWith("The crane stood still"), draft.body());
    assertTrue(draft.body().endsWith("smelled of them.\n"), draft.body());
    assertTrue(says(post.notes(), ImportNote.Kind.SET_ASIDE, "Council votes on sea wall"));
    String shown = Markdown.parse(draft.body()).plainText();
    for (String words :
        List.of(
            "It had cost *nothing* to run, or so the company's file_name_list said",
            "\"We thought it would go on for ever,\" said one docker.",
            "[See the map](here) was all",
            "2020. That was the year",
            "and <nobody> thanked",
            "a budget of £12 & some change",
            "“It is not the machine that waits,” the foreman told us")) {
      assertTrue(shown.contains(words), words + " in " + shown);
    }
    nothingIsLost(page, post);
  }

  @Test
  void pageWithoutBlankLinesComesInWhole() throws Exception {
    Path page = fixture("terse.txt");
    Incoming post = bringing.one(page);
    Draft draft = post.draft();
    assertEquals("Why we keep the letters we never send", draft.details().headline());
    assertEquals(List.of(new Byline("Priya Raman")), draft.details().bylines());
    assertEquals(PublicationDate.parse("2022-03-21"), draft.details().date());
    assertEquals(List.of("The first one", "The last one"), headings(draft));
    assertEquals("The letters, tied with string.", draft.images().getFirst().caption());
    assertEquals("the author", draft.images().getFirst().credit());
    assertTrue(draft.body().endsWith("for somebody to read.\n"), draft.body());
    nothingIsLost(page, post);
  }

  @Test
  void textThatIsNoPageComesInAsItIs() throws Exception {
    Path file = fixture("letter.txt");
    Draft draft = bringing.one(file).draft();
    assertEquals("Notes from the allotment", draft.details().headline());
    assertEquals(Files.readString(file), draft.details().headline() + "\n\n" + draft.body());
    Path one = bringing.write("one-thought.txt", "Only a thought, without a title.\n");
    assertEquals("Only a thought, without a title.\n", bringing.one(one).draft().body());
    assertEquals("One thought", bringing.one(one).draft().details().headline());
  }

  @Test
  void emptyTextComesIn() throws IOException {
    Draft draft = bringing.one(bringing.write("nothing-yet.txt", "")).draft();
    assertEquals("", draft.body());
    assertEquals("Nothing yet", draft.details().headline());
  }

  /** Every word of the page is in the post or in its notes. */
  private static void nothingIsLost(Path page, Incoming post) throws IOException {
    StringBuilder all = new StringBuilder();
    Draft draft = post.draft();
    all.append(Markdown.parse(draft.body()).plainText()).append(draft.details());
    draft.images().forEach(all::append);
    post.notes().forEach(note -> all.append(note.text()));
    for (String word : Files.readString(page).split("[\\s\\u00A0•]+", -1)) {
      String bare = word.replaceAll("[:,.()]+$|^[(]", "");
      if (!bare.isEmpty()
          && !bare.matches("›|·|\\* ?|Nov|Writer|Source|Photo.*|By|by|min.*|read|\\d.*")
          && !bare.matches(
              "Published|Tuesday|Updated|September|harbour|correspondents|GMT|at|of")) {
        assertTrue(all.indexOf(bare) >= 0, "lost: " + word);
      }
    }
  }

  private static List<String> headings(Draft draft) {
    List<Heading> all = Markdown.parse(draft.body()).outline();
    assertTrue(all.stream().allMatch(heading -> heading.level() == 2), all.toString());
    return all.stream().map(Heading::text).toList();
  }

  static Path fixture(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(PageTextTest.class.getResource("/intake/" + name)).toURI());
  }
}
