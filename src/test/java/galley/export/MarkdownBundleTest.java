package galley.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.images.TestPictures;
import galley.intake.Batch;
import galley.intake.Intake;
import galley.markdown.FrontMatter;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Revision;
import galley.post.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MarkdownBundleTest {
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PLAIN,index.md,media/ferry.jpg",
    "HUGO,index.md,media/ferry.jpg",
    "ELEVENTY,index.md,media/ferry.jpg",
    "ASTRO,index.md,media/ferry.jpg",
    "JEKYLL,_posts/2026-11-23-the-ferry.md,assets/posts/the-ferry/ferry.jpg"
  })
  void isLaidOutForItsGenerator(Profile profile, String text, String picture) throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = publish(samples.full(), profile, samples);
    assertEquals("2026-11-23-the-ferry", bundle.name());
    List<String> paths = bundle.files().stream().map(BundleFile::path).toList();
    assertTrue(paths.contains(text) && paths.contains(picture), paths.toString());
    assertEquals(6, paths.size());
    assertTrue(paths.stream().noneMatch(path -> path.contains(".galley")));
  }

  @Test
  void saysInFrontMatterWhatGeneratorsReadAlike() throws IOException {
    Samples samples = new Samples(folder);
    Post full = samples.full();
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    extra.put("aliases", List.of("/old/"));
    extra.put("hero", false);
    extra.put("layout", "post");
    extra.put("permalink", "/somewhere/");
    extra.put("front-matter", "never: seen");
    Post post = Samples.post(full.draft().withDetails(full.details().withExtra(extra)));
    String file = HtmlBundleTest.text(publish(post, Profile.HUGO, samples), "index.md");
    FrontMatter.Parts parts = FrontMatter.split(file);
    assertEquals(post.body(), parts.body());
    Map<String, @Nullable Object> keys = FrontMatter.read(parts.front());
    assertEquals(
        List.of(
            "title",
            "description",
            "slug",
            "date",
            "draft",
            "author",
            "authors",
            "categories",
            "tags",
            "lastmod",
            "image",
            "images",
            "galley",
            "aliases",
            "hero"),
        List.copyOf(keys.keySet()));
    assertEquals(post.headline(), keys.get("title"));
    assertEquals(false, keys.get("draft"));
    assertTrue(parts.front().contains("\ndate: 2026-11-23T06:40:00+01:00\n"), parts.front());
    assertTrue(parts.front().contains("\nlastmod: 2026-11-24T09:30:15Z\n"), parts.front());
    assertEquals("media/ferry.jpg", keys.get("image"));
  }

  @Test
  void pointsPicturesToWhereTheyLie() throws IOException {
    Samples samples = new Samples(folder);
    String body =
        """
        ![a](/img/one.png "A title") and ![b][two] and `![a](/img/one.png)`

        <p><img src="/img/one.png" alt="in HTML"></p>

        [two]: <../two%20up.png> "Two"
        """;
    Draft draft =
        Samples.plain(body)
            .draft()
            .withImages(
                List.of(
                    samples.picture("/img/one.png", Samples.transparent(9, 9), 9, 9),
                    samples.picture("../two%20up.png", Samples.transparent(9, 8), 9, 8)));
    String plain =
        HtmlBundleTest.text(publish(Samples.post(draft), Profile.PLAIN, samples), "index.md");
    assertEquals(
        """
        ![a](media/one.png "A title") and ![b][two] and `![a](/img/one.png)`

        <p><img src="media/one.png" alt="in HTML"></p>

        [two]: <media/two-up.png> "Two"
        """,
        FrontMatter.split(plain).body());
    Bundle jekyll = publish(Samples.post(draft), Profile.JEKYLL, samples);
    assertTrue(
        HtmlBundleTest.text(jekyll, "_posts/2026-11-20-a-headline.md")
            .contains("![a](/assets/posts/a-headline/one.png \"A title\")"));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void keepsTheBodyToTheLastCharacter(Profile profile) throws IOException {
    String body = "\n\r\nOdd  \n\tspaces\u00a0 *here* _there_\r\n\n\n";
    String file =
        HtmlBundleTest.text(
            publish(withDate(Samples.plain(body)), profile, new Samples(folder)),
            profile == Profile.JEKYLL ? "_posts/2026-11-23-a-headline.md" : "index.md");
    assertTrue(file.endsWith("\n---\n" + body), file);
  }

  private static Post withDate(Post post) {
    return Samples.post(
        post.draft().withDetails(post.details().withDate(PublicationDate.parse("2026-11-23"))));
  }

  @Test
  void marksADraftAsOne() throws IOException {
    for (Stage stage : Stage.values()) {
      Post plain = Samples.plain("x");
      Post post = Samples.post(plain.draft().withDetails(plain.details().withStage(stage)));
      String file =
          HtmlBundleTest.text(publish(post, Profile.PLAIN, new Samples(folder)), "index.md");
      boolean draft = stage == Stage.DRAFT || stage == Stage.IN_REVIEW;
      assertTrue(file.contains("\ndraft: " + draft + "\n"), file);
    }
  }

  @Test
  void archivesEverythingSoThatTheSameDraftComesBack() throws IOException {
    Samples samples = new Samples(folder);
    Post full = samples.full();
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    extra.put("weight", 3);
    extra.put("layout", "post");
    extra.put("nested", Map.of("list", Arrays.asList("no", null, true, 1.5)));
    extra.put("front-matter", "un: [readable");
    ImageRef photo =
        samples.picture("../odd name.jpg", TestPictures.jpegWithMetadata(30, 20, 6), 20, 30);
    List<ImageRef> images = new ArrayList<>(full.draft().images());
    images.add(photo);
    images.add(ImageRef.place("media/later.png"));
    Draft draft =
        full.draft()
            .withImages(images)
            .withBody("\n{{< tag >}} {% tag %}\r\n" + full.body())
            .withDetails(full.details().withExtra(extra));
    List<RevisionText> history =
        List.of(
            new RevisionText(
                new Revision(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    1,
                    Instant.EPOCH,
                    Revision.Kind.NAMED,
                    "First",
                    "0",
                    1,
                    1,
                    0),
                full.draft()));
    Bundle first =
        bundles.markdown(
            Samples.post(draft), Variant.ARCHIVE, Profile.HUGO, samples::find, history);
    assertTrue(HtmlBundleTest.text(first, "index.md").endsWith("---\n" + draft.body()));
    assertArrayEquals(
        Files.readAllBytes(samples.find(photo.sha256().orElseThrow()).orElseThrow()),
        HtmlBundleTest.bytes(first, "media/odd-name.jpg"));
    Path zip = BundleWriter.zip(first, folder.resolve("out"));
    try (Intake intake = new Intake(folder.resolve("scratch"))) {
      Batch batch = intake.read(List.of(zip), (what, done, total) -> {});
      assertEquals(List.of(), batch.refused());
      Draft back = batch.posts().getFirst().draft();
      assertEquals(draft, back);
      Post later = new Post(UUID.randomUUID(), back, 1, Instant.now(), Instant.now());
      Bundle second =
          bundles.markdown(later, Variant.ARCHIVE, Profile.PLAIN, samples::find, history);
      assertEquals(HtmlBundleTest.hashes(first), HtmlBundleTest.hashes(second));
      assertEquals(first.name(), second.name());
    }
  }

  @Test
  void archivesAPostWithoutADateUnderTheSameNameEveryTime() {
    Details details = Details.draft("A", "a");
    Post post = Samples.post(new Draft(details, "x", List.of()));
    Bundle bundle =
        bundles.markdown(
            post, Variant.ARCHIVE, Profile.PLAIN, new Samples(folder)::find, List.of());
    assertEquals("a", bundle.name());
  }

  @Test
  void hasProfilesByTheirNames() {
    assertEquals(Profile.HUGO, Profile.of(" Hugo ").orElseThrow());
    assertFalse(Profile.of("word").isPresent());
  }

  private Bundle publish(Post post, Profile profile, Samples samples) {
    return bundles.markdown(post, Variant.PUBLISH, profile, samples::find, List.of());
  }
}
