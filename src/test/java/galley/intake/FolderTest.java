package galley.intake;

import static galley.intake.Bringing.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.ImageRef;
import galley.post.PublicationDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTest {
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
  void jekyllSiteGivesItsPostsAndNotItsPages() throws IOException {
    bringing.write("site/_config.yml", "title: x\n");
    bringing.write("site/_posts/2024-05-06-a-b.md", "---\nimage: /assets/x.png\n---\nText\n");
    bringing.write("site/_drafts/later.md", "Text\n");
    bringing.write("site/about.md", "About\n");
    bringing.write("site/README.md", "Read me\n");
    bringing.write("site/_layouts/default.html", "<html>");
    bringing.picture("site/assets/x.png");
    Batch batch = bringing.read(folder.resolve("site"));
    assertEquals(
        List.of("_drafts/later.md", "_posts/2024-05-06-a-b.md"),
        batch.posts().stream().map(Incoming::from).toList());
    Incoming post = batch.posts().get(1);
    assertEquals("a-b", post.draft().details().slug());
    assertEquals(Optional.of("/assets/x.png"), post.draft().details().leadImage());
    assertEquals("/assets/x.png", post.pictures().getFirst().file());
    assertTrue(says(batch.notes(), ImportNote.Kind.SET_ASIDE, "about.md"), batch.toString());
    assertTrue(says(batch.notes(), ImportNote.Kind.SET_ASIDE, "README.md"), batch.toString());
  }

  @Test
  void hugoBundleIsNamedByItsFolder() throws IOException {
    bringing.write("site/hugo.toml", "");
    bringing.write("site/content/_index.md", "Home");
    bringing.write(
        "site/content/posts/2023-04-05-ferry/index.md",
        "---\ntitle: Ferry\ncover:\n  image: deck.png\n  alt: A deck\n---\n![Sea](img/sea.png)\n");
    bringing.picture("site/content/posts/2023-04-05-ferry/deck.png");
    bringing.picture("site/content/posts/2023-04-05-ferry/img/sea.png");
    Incoming post = bringing.one(folder.resolve("site"));
    assertEquals("ferry", post.draft().details().slug());
    assertEquals(PublicationDate.parse("2023-04-05"), post.draft().details().date());
    assertEquals(
        List.of("deck.png", "img/sea.png"),
        post.draft().images().stream().map(ImageRef::file).toList());
    assertEquals("A deck", post.draft().images().getFirst().alt());
    assertEquals(2, post.pictures().size());
  }

  @Test
  void aBundleAloneIsNamedByItsFolderToo() throws IOException {
    bringing.write("2023-04-05-ferry/index.md", "Text\n");
    assertEquals(
        "ferry", bringing.one(folder.resolve("2023-04-05-ferry")).draft().details().slug());
    assertEquals(
        "ferry",
        bringing.one(folder.resolve("2023-04-05-ferry/index.md")).draft().details().slug());
  }

  @Test
  void picturesAreFoundByTheEndOfTheirPath() throws IOException {
    bringing.write(
        "in/posts/a.md",
        """
        ![1](/assets/blog/one/x.png) ![2](../pictures/two%20words.png) ![3](gone.png)

        <img src="{{ site.baseurl }}/assets/y.png">

        ![4](https://example.org/z.png)
        """);
    bringing.picture("in/web/blog/one/x.png");
    bringing.write("in/web/blog/other/x.png", "no picture");
    bringing.picture("in/pictures/two words.png");
    bringing.picture("in/y.png");
    Incoming post = bringing.one(folder.resolve("in"));
    assertEquals(
        List.of(
            "/assets/blog/one/x.png",
            "../pictures/two%20words.png",
            "{{ site.baseurl }}/assets/y.png"),
        post.pictures().stream().map(IncomingPicture::file).toList(),
        post.toString());
    assertTrue(post.pictures().getFirst().data().endsWith("one/x.png"));
    assertEquals(5, post.draft().images().size());
    assertTrue(says(post.notes(), ImportNote.Kind.CHANGED, "gone.png"));
    assertTrue(says(post.notes(), ImportNote.Kind.KEPT, "https://example.org/z.png"));
  }

  @Test
  void differentPicturesOfOneNameAreNotGuessedAt() throws IOException {
    bringing.write("in/posts/a.md", "![1](/gone/x.png)");
    bringing.picture("in/one/x.png");
    bringing.write("in/two/x.png", "another");
    Incoming post = bringing.one(folder.resolve("in"));
    assertEquals(List.of(), post.pictures());
    assertTrue(says(post.notes(), ImportNote.Kind.CHANGED, "2 different pictures"));
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed() throws IOException {
    bringing.write("secret.md", "Secret");
    bringing.picture("secret.png");
    bringing.write("in/a.md", "![x](x.png) ![y](../secret.png)");
    Files.createSymbolicLink(folder.resolve("in/b.md"), folder.resolve("secret.md"));
    Files.createSymbolicLink(folder.resolve("in/x.png"), folder.resolve("secret.png"));
    Files.createSymbolicLink(folder.resolve("in/up"), folder);
    Batch batch = bringing.read(folder.resolve("in"));
    assertEquals(1, batch.posts().size());
    assertEquals(List.of(), batch.posts().getFirst().pictures());
    assertTrue(says(batch.notes(), ImportNote.Kind.SET_ASIDE, "b.md is a link"));
  }

  @Test
  void linksInsideTheFolderAreFollowed() throws IOException {
    bringing.write("in/a.md", "![x](x.png)");
    bringing.picture("in/media/real.png");
    Files.createSymbolicLink(folder.resolve("in/x.png"), Path.of("media/real.png"));
    assertEquals(1, bringing.one(folder.resolve("in")).pictures().size());
  }

  @Test
  void pictureThatIsNoneLeavesItsPlace() throws IOException {
    bringing.write("in/a.md", "![x](x.png)");
    bringing.write("in/x.png", "no picture");
    Incoming post = bringing.one(folder.resolve("in"));
    assertEquals(List.of(), post.pictures());
    assertTrue(post.draft().images().getFirst().isPlace());
    assertTrue(says(post.notes(), ImportNote.Kind.REFUSED, "x.png was not taken"));
  }

  @Test
  void drawingWithScriptComesInWithoutIt() throws IOException {
    bringing.write("in/a.md", "![x](x.svg) ![y](y.svg)");
    bringing.write(
        "in/x.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
            + "<script>alert(1)</script><rect width=\"5\" height=\"5\"/></svg>");
    Path plain =
        bringing.write(
            "in/y.svg",
            "<svg  xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><desc>y</desc>"
                + "<rect width=\"5\" height=\"5\"/></svg>");
    Incoming post = bringing.one(folder.resolve("in"));
    String drawing = Files.readString(post.pictures().getFirst().data());
    assertTrue(drawing.contains("<rect") && !drawing.contains("script"), drawing);
    assertEquals(-1, Files.mismatch(plain, post.pictures().get(1).data()));
    assertTrue(says(post.notes(), ImportNote.Kind.CHANGED, "x.svg held a script"));
  }

  @Test
  void folderWithoutPostsIsRefused() throws IOException {
    bringing.picture("in/x.png");
    assertTrue(bringing.refusal(folder.resolve("in")).startsWith("There is no post in"));
    assertTrue(bringing.refusal(folder.resolve("nowhere")).contains("is not there"));
  }
}
