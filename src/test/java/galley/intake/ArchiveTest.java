package galley.intake;

import static galley.intake.Bringing.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.export.Bundle;
import galley.export.BundleWriter;
import galley.export.Bundles;
import galley.export.Profile;
import galley.export.Theme;
import galley.export.Variant;
import galley.images.Pictures;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Source;
import galley.post.Stage;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that leave and come back. */
final class ArchiveTest {
  private static final String HASH = Sha256.of(Bringing.PIXEL);

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
  void unchangedArchiveGivesTheIdenticalDraft() throws IOException {
    Draft draft = draft("# Body\r\n\r\n![x](/assets/x.png) {{< tag >}}\n\n---\n");
    Path archive = archive(draft, "first");
    Incoming back = bringing.one(archive);
    assertEquals(draft, back.draft());
    assertTrue(back.archive().isPresent());
    assertEquals("/assets/x.png", back.pictures().getFirst().file());
    assertEquals(HASH, Sha256.of(back.pictures().getFirst().data()));
    assertEquals(files(archive), files(archive(back.draft(), "second")));
  }

  @Test
  void archiveInAZipAndByItsTextComesBackTheSame() throws IOException {
    Draft draft = draft("Body ![x](/assets/x.png)\n");
    Path archive = archive(draft, "first");
    Path zip = BundleWriter.zip(bundle(draft), folder.resolve("zips"));
    assertEquals(draft, bringing.one(zip).draft());
    assertEquals(draft, bringing.one(archive.resolve("index.md")).draft());
    assertEquals(draft, bringing.one(archive.getParent()).draft());
  }

  @Test
  void everyKindOfFrontMatterComesBackThroughAnArchive() throws IOException {
    Path file =
        bringing.write(
            "in/2016-02-03-Old_Post.md",
            """
            ---
            layout: post
            title: 'A "title"'
            excerpt: One
            description: Two
            date: 2016-02-04 10:00:00 -5
            authors:
            - {name: Jo, twitter: "@jo"}
            categories: [a, b]
            tags: [x, 2016]
            image:
              path: x.png
              alt: A dot
              weird: [1, {y: ~}]
            hero: false
            published: true
            lastmod: 2017-01-01
            galley: {stage: ready, later: 1}
            no: 0123
            ---

            Body\r
            """);
    bringing.picture("in/x.png");
    Incoming first = bringing.one(file);
    Draft shelved = shelved(first.draft());
    Path archive = archive(shelved, "first");
    Incoming second = bringing.one(archive);
    assertEquals(shelved, second.draft());
    assertEquals(files(archive), files(archive(second.draft(), "second")));
    assertEquals(Stage.READY, shelved.details().stage());
    assertEquals("A dot", shelved.images().getFirst().alt());
  }

  @Test
  void changedTextGoesBeforeWhatTheArchiveRemembers() throws IOException {
    Path archive = archive(draft("Body ![x](/assets/x.png)\n"), "first");
    Path text = archive.resolve("index.md");
    Files.writeString(text, Files.readString(text).replace("Body", "Better body"));
    Incoming back = bringing.one(archive);
    assertEquals("Better body ![x](/assets/x.png)\n", back.draft().body());
    assertTrue(says(back.notes(), ImportNote.Kind.CHANGED, "changed after Galley wrote it"));
    assertEquals("A credit", back.draft().images().getFirst().credit());
    assertEquals(1, back.draft().details().sources().size());
  }

  @Test
  void changedMemoryIsNotBelieved() throws IOException {
    Path archive = archive(draft("Body ![x](/assets/x.png)\n"), "first");
    Path json = archive.resolve(".galley/post.json");
    Files.writeString(json, Files.readString(json).replace("A credit", "Another"));
    Incoming back = bringing.one(archive);
    assertEquals("Body ![x](/assets/x.png)\n", back.draft().body());
    assertTrue(says(back.notes(), ImportNote.Kind.REFUSED, "does not match its checksum"));
    assertEquals("", back.draft().images().getFirst().credit());
  }

  @Test
  void memoryThatCantBeReadLeavesTheText() throws IOException {
    Path archive = archive(draft("Body\n"), "first");
    Files.writeString(archive.resolve(".galley/post.json"), "{\"draft\": {}}");
    Files.writeString(
        archive.resolve(".galley/SHA256SUMS"),
        Sha256.of("{\"draft\": {}}")
            + "  .galley/post.json\n"
            + Sha256.of(archive.resolve("index.md"))
            + "  index.md\n");
    Incoming back = bringing.one(archive);
    assertEquals("Body\n", back.draft().body());
    assertTrue(says(back.notes(), ImportNote.Kind.REFUSED, "can't be read"));
  }

  @Test
  void changedPictureIsReported() throws IOException {
    Path archive = archive(draft("Body ![x](/assets/x.png)\n"), "first");
    try (Stream<Path> media = Files.list(archive.resolve("media"))) {
      Files.write(media.findFirst().orElseThrow(), new byte[] {1, 2, 3});
    }
    Incoming back = bringing.one(archive);
    assertTrue(says(back.notes(), ImportNote.Kind.CHANGED, "is not the one that left"));
    assertEquals(List.of(), back.pictures());
  }

  private Draft draft(String body) {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("layout", "post");
    extra.put("nothing", null);
    Details details =
        new Details(
            "A headline: \"quoted\"",
            "Standfirst",
            "a-headline",
            List.of(new Byline("Ann")),
            PublicationDate.parse("2024-05-06T07:08:09+02:00"),
            "Opinion",
            List.of("a", "b"),
            Stage.READY,
            Optional.of("/assets/x.png"),
            "fr",
            List.of(new Source(Source.Kind.LINK, "T", "https://example.org", Optional.empty())),
            extra);
    return shelved(
        new Draft(
            details,
            body,
            List.of(
                ImageRef.place("/assets/x.png")
                    .withWords("Alt", "Caption", "A credit", "CC0", false),
                ImageRef.place("media/waits.jpg"))));
  }

  /** As the library keeps it: a picture that came has its fingerprint. */
  private static Draft shelved(Draft draft) {
    return draft.withImages(
        draft.images().stream()
            .map(image ->
                image.file().endsWith("x.png")
                    ? image.withPicture(HASH, "x.png", Bringing.PIXEL.length, 1, 1)
                    : image)
            .toList());
  }

  private Bundle bundle(Draft draft) throws IOException {
    Path picture = bringing.picture("library/" + HASH + ".png");
    Post post = new Post(UUID.randomUUID(), draft, 1, Instant.EPOCH, Instant.now());
    return new Bundles(new Pictures(), Theme.opinion())
        .markdown(
            post,
            Variant.ARCHIVE,
            Profile.PLAIN,
            hash -> hash.equals(HASH) ? Optional.of(picture) : Optional.empty(),
            List.of());
  }

  private Path archive(Draft draft, String name) throws IOException {
    return BundleWriter.folder(bundle(draft), folder.resolve(name));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
