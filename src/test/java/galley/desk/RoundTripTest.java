package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.export.Profile;
import galley.export.Variant;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.post.Stage;
import galley.store.Kept;
import galley.store.Library;
import galley.store.OpenOptions;
import galley.text.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves comes back, and leaves again as the same bytes. */
final class RoundTripTest {
  private static final ExportRequest ARCHIVE =
      ExportRequest.markdown(Variant.ARCHIVE, Profile.PLAIN);

  @TempDir Path folder;

  @Test
  void everyRealPostComesBackFromItsArchive() throws IOException {
    assertEquals(59, archivesComeBack(List.of(corpus())));
  }

  @Test
  void everyRealPostComesBackWithEveryRealPicture() throws IOException {
    Path given = folder.resolve("given");
    Path posts = Files.createDirectories(given.resolve("posts"));
    List<Path> texts = inside(corpus());
    List<Path> pictures = inside(corpus().resolveSibling("images"));
    for (Path text : texts) {
      Files.copy(text, posts.resolve(text.getFileName()));
    }
    StringBuilder body = new StringBuilder("---\ntitle: All pictures\n---\n");
    for (Path picture : pictures) {
      String name = picture.getFileName().toString();
      body.append("![Seen in %s](../images/%s)%n%n".formatted(name, name));
    }
    Files.writeString(posts.resolve("all-pictures.md"), body);
    Path images = Files.createDirectories(given.resolve("images"));
    for (Path picture : pictures) {
      Files.copy(picture, images.resolve(picture.getFileName()));
    }
    assertEquals(60, archivesComeBack(List.of(given)));
    try (Desk desk = desk(folder.resolve("two"))) {
      Post post = get(desk.find("all-pictures")).orElseThrow();
      assertEquals(pictures.size(), post.draft().images().size());
      for (ImageRef image : post.draft().images()) {
        assertTrue(image.sha256().flatMap(desk::media).isPresent(), image.file());
      }
    }
  }

  @Test
  void aPostOfHugosWithTomlComesBackFromItsArchive() throws IOException {
    Path posts = Files.createDirectories(folder.resolve("given/content"));
    Files.writeString(
        posts.resolve("ferry.md"),
        """
        +++
        title = "A ferry \\"at\\" dawn"
        date = 2024-05-07T10:00:30+02:00
        draft = false
        tags = ["harbour", "quay"]
        categories = ["Opinion"]
        weight = 3
        [params]
        mood = "grey"
        +++

        The body, to the last character.\r
        """);
    assertEquals(1, archivesComeBack(List.of(posts)));
    try (Desk desk = desk(folder.resolve("two"))) {
      Post post = get(desk.find("ferry")).orElseThrow();
      Details details = post.details();
      assertEquals("A ferry \"at\" dawn", details.headline());
      assertEquals("2024-05-07T10:00:30+02:00", details.date().orElseThrow().toString());
      assertEquals(List.of("harbour", "quay"), details.tags());
      assertEquals("Opinion", details.section());
      assertEquals(Stage.PUBLISHED, details.stage());
      assertEquals(Map.of("weight", 3, "params", Map.of("mood", "grey")), details.extra());
      assertEquals("\nThe body, to the last character.\r\n", post.body());
    }
  }

  @Test
  void aPostWithPicturesAndHistoryComesBackFromItsArchive() throws IOException {
    Path posts = Files.createDirectories(folder.resolve("posts/media")).getParent();
    Files.write(posts.resolve("media/ferry.png"), picture());
    Files.writeString(
        posts.resolve("ferry.md"),
        """
        ---
        title: "Café «Ferry»"
        tags: [ferries]
        nested: {a: [1, 2.5, null, true], date: 2026-11-23}
        ---
        ![A ferry](media/ferry.png "At dawn")\r
        \r
        On the 06:40.\r
        """);
    assertEquals(1, archivesComeBack(List.of(posts)));
  }

  @Test
  void aWholeLibraryComesBackIdentical() throws IOException {
    Path first = folder.resolve("first");
    try (Desk desk = desk(first)) {
      Path posts = Files.createDirectories(folder.resolve("posts"));
      Files.writeString(posts.resolve("one.md"), "---\ntitle: One\nmood: grey\n---\nA text.\n");
      Files.write(posts.resolve("latin.md"), new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n'});
      get(desk.importing().bring(List.of(posts), now -> {}));
      Post post = get(desk.create("With pictures"));
      DraftSession session = get(desk.open(post.id()));
      ImageRef image = get(session.addPicture(picture(), "ferry.png"));
      get(session.change(d -> d.withImages(List.of(image)), Revision.Kind.COMMAND));
      get(session.change(d -> d.withBody("No picture now."), Revision.Kind.COMMAND));
      get(session.change(d -> d.withImages(List.of()), Revision.Kind.COMMAND));
      get(desk.milestone(post.id(), "Sent to the editor"));
      get(desk.bin(get(desk.create("Thrown away")).id()));
    }
    Path out = folder.resolve("plain");
    Path second = folder.resolve("second");
    try (Desk desk = desk(first)) {
      LibraryReport report = get(desk.keeping().exportLibrary(out, now -> {}));
      assertEquals(3, report.posts());
      assertEquals(1, report.binned());
      assertThrows(
          CompletionException.class, () -> desk.keeping().exportLibrary(out, now -> {}).join());
    }
    try (Desk desk = desk(second)) {
      get(desk.keeping().importLibrary(out, now -> {}));
    }
    assertEquals(contents(first), contents(second));
    Path again = folder.resolve("again");
    try (Desk desk = desk(second)) {
      get(desk.keeping().exportLibrary(again, now -> {}));
      assertEquals(List.of(), get(desk.keeping().verify(now -> {})).problems());
    }
    assertEquals(files(out), files(again));
  }

  @Test
  void aLibraryWithOneChangedFileDoesNotComeIn() throws IOException {
    try (Desk desk = desk(folder.resolve("first"))) {
      get(desk.create("One"));
      get(desk.keeping().exportLibrary(folder.resolve("plain"), now -> {}));
    }
    Files.writeString(folder.resolve("plain/posts/one/index.md"), "Changed");
    try (Desk desk = desk(folder.resolve("second"))) {
      CompletionException failure =
          assertThrows(
              CompletionException.class,
              () -> desk.keeping().importLibrary(folder.resolve("plain"), now -> {}).join());
      assertTrue(failure.getCause() instanceof DeskException, failure.toString());
      assertEquals(List.of(), get(desk.posts()));
    }
  }

  @Test
  void onlyListedFilesOfALibraryAreRead() throws IOException {
    Path plain = folder.resolve("plain");
    Path secret = Files.writeString(folder.resolve("secret"), "of this computer");
    try (Desk desk = desk(folder.resolve("first"))) {
      get(desk.create("One"));
      get(desk.keeping().exportLibrary(plain, now -> {}));
    }
    Files.createDirectories(plain.resolve("media"));
    Files.createSymbolicLink(plain.resolve("media/picture.jpg"), secret);
    Files.createDirectories(plain.resolve("originals/x"));
    Files.writeString(plain.resolve("originals/x/more.txt"), "not listed");
    Path second = folder.resolve("second");
    try (Desk desk = desk(second)) {
      Path roundabout = plain.resolve("../plain"); // as a person may write it
      assertEquals(1, get(desk.keeping().importLibrary(roundabout, now -> {})).posts());
    }
    assertFalse(Files.exists(second.resolve("originals")));
    assertFalse(Files.exists(second.resolve("media")));
  }

  @Test
  void aLibraryGoesOutWithEachPostInAFolderOfItsOwn() throws IOException {
    Path plain = folder.resolve("plain");
    try (Desk desk = desk(folder.resolve("first"))) {
      for (String slug : List.of("a b", "a-b", "A B")) {
        get(desk.create(new Draft(Details.draft("P", slug), slug, List.of())));
      }
      get(desk.keeping().exportLibrary(plain, now -> {}));
    }
    try (Stream<Path> all = Files.walk(plain.resolve("posts"))) {
      assertEquals(3, all.filter(file -> file.endsWith("index.md")).count());
    }
    try (Desk desk = desk(folder.resolve("second"))) {
      assertEquals(3, get(desk.keeping().importLibrary(plain, now -> {})).posts());
    }
  }

  @Test
  void halfACharacterComesBack() throws IOException {
    Path first = folder.resolve("first");
    Path plain = folder.resolve("plain");
    try (Desk desk = desk(first)) {
      get(desk.create(new Draft(Details.draft("Half", "half"), "a\uD800b", List.of())));
      get(desk.keeping().exportLibrary(plain, now -> {}));
      archive(desk, folder.resolve("archives"));
    }
    Path second = folder.resolve("second");
    try (Desk desk = desk(second)) {
      get(desk.keeping().importLibrary(plain, now -> {}));
    }
    try (Desk desk = desk(second)) {
      assertEquals("a\uD800b", get(desk.find("half")).orElseThrow().body());
    }
    try (Desk desk = desk(folder.resolve("third"))) {
      get(desk.importing().bring(List.of(folder.resolve("archives")), now -> {}));
      assertEquals("a\uD800b", get(desk.find("half")).orElseThrow().body());
    }
  }

  @Test
  @Tag("bench")
  void importsTheRealPostsQuickly() {
    Path corpus = corpus();
    try (Desk desk = desk(folder.resolve("library"))) {
      long start = System.nanoTime();
      int posts = get(desk.importing().bring(List.of(corpus), now -> {})).posts().size();
      long imported = System.nanoTime();
      for (PostSummary post : get(desk.posts())) {
        ExportPlan plan = get(desk.exporting().plan(post.id(), ExportRequest.html()));
        get(desk.exporting().write(plan, folder.resolve("out"), false, Optional.of("bench")));
      }
      double seconds = (System.nanoTime() - imported) / 1e9;
      System.out.printf(
          "imported %d posts in %.2f s, exported %.1f a second%n",
          posts, (imported - start) / 1e9, posts / seconds);
    }
  }

  /** Imports, writes archives, brings them into a second library, and compares its archives. */
  private int archivesComeBack(List<Path> posts) throws IOException {
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    int count;
    try (Desk desk = desk(folder.resolve("one"))) {
      ImportReport report = get(desk.importing().bring(posts, now -> {}));
      assertEquals(List.of(), report.refused());
      count = report.posts().size();
      assertTrue(count > 0);
      archive(desk, before);
    }
    try (Desk desk = desk(folder.resolve("two"))) {
      ImportReport report = get(desk.importing().bring(List.of(before), now -> {}));
      assertEquals(List.of(), report.refused());
      assertEquals(count, report.posts().size());
      archive(desk, after);
    }
    Map<String, String> wanted = files(before);
    Map<String, String> found = files(after);
    assertEquals(wanted.keySet(), found.keySet());
    wanted.forEach((file, hash) -> assertEquals(hash, found.get(file), file));
    return count;
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void archive(Desk desk, Path into) {
    for (PostSummary post : get(desk.posts())) {
      ExportPlan plan = get(desk.exporting().plan(post.id(), ARCHIVE));
      get(desk.exporting().write(plan, into, false, Optional.empty()));
    }
  }

  /** Everything that a library keeps of its posts, and its pictures by fingerprint. */
  private static List<Object> contents(Path folder) throws IOException {
    List<Object> all = new ArrayList<>();
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Stream.concat(library.posts().stream(), library.bin().stream())
          .map(PostSummary::id)
          .sorted()
          .forEach(id -> {
            Kept kept = library.kept(id).orElseThrow();
            all.add(kept);
            for (Kept.State state : kept.states()) {
              Draft draft = library.revision(state.revision().id());
              assertEquals(state.draft(), draft);
              draft
                  .images()
                  .forEach(
                      image -> assertTrue(library.media().find(image.sha256().get()).isPresent()));
            }
          });
    }
    all.add(files(folder.resolve("media")));
    all.add(files(folder.resolve("originals")));
    return all;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Sha256.of(file));
      }
    }
    return files;
  }

  private static Path corpus() {
    Path posts = Path.of(System.getProperty("galley.shared", "nowhere"), "corpus", "posts");
    Assumptions.assumeTrue(Files.isDirectory(posts), "the real posts are not on this machine");
    return posts;
  }

  private static Desk desk(Path library) {
    return Desk.open(library, Clock.systemUTC(), DeskOptions.starting());
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(120, TimeUnit.SECONDS).join();
  }
}
