package galley.intake;

import static galley.intake.Bringing.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.Heading;
import galley.markdown.Markdown;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebPageTest {
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
  void savedPageWithDataComesInAsItsArticle() throws Exception {
    Incoming post = bringing.one(PageTextTest.fixture("lighthouse.html"));
    Draft draft = post.draft();
    Details details = draft.details();
    assertEquals("The lamp that nobody lit", details.headline());
    assertEquals(
        "Automation saved money and lost something harder to count.", details.standfirst());
    assertEquals(List.of(new Byline("Noor Haddad"), new Byline("Tomás Vega")), details.bylines());
    assertEquals("2018-10-03T08:15:00+01:00", details.date().orElseThrow().toString());
    assertEquals(Map.of("updated", "2018-10-05T09:00:00+01:00"), details.extra());
    assertEquals("Opinion", details.section());
    assertEquals(List.of("sea", "work"), details.tags());
    assertEquals("en-GB", details.language());
    assertEquals(Optional.of("media/lamp.png"), details.leadImage(), draft.body());
    assertEquals(
        List.of(
            ImageRef.place("media/lamp.png")
                .withWords("A lamp room at dusk", "The lamp room.", "Ann Lee/Agency", "", false),
            ImageRef.place("media/IMG_0042.png").withWords("", "The logbook.", "", "", false)),
        draft.images());
    assertEquals(
        List.of("media/lamp.png", "media/IMG_0042.png"),
        post.pictures().stream().map(IncomingPicture::file).toList());
    assertEquals(
        List.of("What a keeper did", "What the lamp does now"),
        Markdown.parse(draft.body()).outline().stream().map(Heading::text).toList());
    String body = draft.body();
    assertTrue(body.startsWith("For a hundred and twelve years"), body);
    for (String kept :
        List.of(
            "## What a keeper did",
            "**217**",
            "[other people](https://news.example/history)",
            "> \"Nothing to report\" was",
            "Oil, forty gallons",
            "![](media/IMG_0042.png)",
            "by that light.",
            "https://video.example/embed/1")) {
      assertTrue(body.contains(kept), kept + " in " + body);
    }
    assertTrue(Markdown.parse(body).plainText().contains("a column marked *remarks* and"));
    for (String gone :
        List.of(
            "Facebook",
            "cookies",
            "News",
            "Comments",
            "Great piece",
            "rights",
            "Ferry cut",
            "min read",
            "pixel",
            "logbook",
            "Noor",
            "track")) {
      assertFalse(body.contains(gone), gone + " in " + body);
    }
    assertTrue(says(post.notes(), ImportNote.Kind.SET_ASIDE, "Great piece"));
    assertTrue(says(post.notes(), ImportNote.Kind.SET_ASIDE, "“IMG_0042.png”"));
    assertTrue(says(post.notes(), ImportNote.Kind.CHANGED, "https://video.example/embed/1"));
    assertTrue(post.original().isPresent());
  }

  @Test
  void pageWithoutAnyDataComesInByItsLooks() throws Exception {
    Draft draft = bringing.one(PageTextTest.fixture("plain-page.html")).draft();
    assertEquals("A quiet year for moths", draft.details().headline());
    assertEquals(List.of(new Byline("Lena Okafor")), draft.details().bylines());
    assertEquals("2015-03-03", draft.details().date().orElseThrow().toString());
    assertTrue(draft.body().startsWith("We put the lamp out"), draft.body());
    assertTrue(draft.body().endsWith("a species or two.\n"), draft.body());
    assertFalse(draft.body().contains("Archive") || draft.body().contains("Tweet"), draft.body());
  }

  @Test
  void pictureInsideThePageIsTakenOut() throws IOException {
    byte[] picture = new byte[400];
    System.arraycopy(Bringing.PIXEL, 0, picture, 0, Bringing.PIXEL.length);
    Incoming post =
        bringing.one(
            bringing.write(
                "a.html",
                "<html><body><h1>Title</h1><p>Some words that are long enough to be prose here.</p>"
                    + "<p><img alt='A dot' src='data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(picture)
                    + "'></p><p>And more words after it, for good measure.</p></body></html>"));
    assertEquals("Title", post.draft().details().headline());
    assertEquals(1, post.pictures().size(), post.toString());
    assertTrue(post.draft().body().contains("![A dot](media/picture.png)"), post.toString());
  }

  @Test
  void encodingThatThePageNamesIsUsed() throws IOException {
    String html =
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
            + "<title>Паром</title></head><body><p>Паром отходит в шесть часов утра.</p></body>";
    Incoming post =
        bringing.one(bringing.write("a.html", html.getBytes(Charset.forName("windows-1251"))));
    assertEquals("Паром отходит в шесть часов утра.\n", post.draft().body());
  }

  @Test
  void pageWithHardlyAnythingComesIn() throws IOException {
    for (String html : List.of("<html></html>", "<!doctype html><p>One", "<html><body><div>x")) {
      Draft draft = bringing.one(bringing.write("a-page.html", html)).draft();
      assertEquals("A page", draft.details().headline());
    }
  }

  @Test
  void deepPageComesInOrIsRefusedInASentence() throws IOException {
    Path page = bringing.write("deep.html", "<html><body>" + "<div>".repeat(30_000) + "x");
    Batch batch = bringing.read(page, bringing.write("good.md", "Good"));
    assertTrue(batch.posts().stream().anyMatch(post -> post.from().equals("good.md")));
    assertEquals(2, batch.posts().size() + batch.refused().size());
  }

  @Test
  void htmlWithFrontMatterKeepsItsBody() throws IOException {
    String body = "<p>Old <b>post</b></p>\n";
    Draft draft =
        bringing
            .one(bringing.write("2012-01-02-old.html", "---\ntitle: Old\n---\n" + body))
            .draft();
    assertEquals(body, draft.body());
    assertEquals("Old", draft.details().headline());
  }
}
