package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.export.BundleFile;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportingTest {
  @TempDir Path folder;

  @Test
  void makesTheSameFilesWithTheCacheAndWithoutIt() throws IOException {
    Path library = folder.resolve("library");
    Path cache = library.resolve("cache").resolve("pictures");
    try (Desk desk = Desk.open(library, Clock.systemUTC(), DeskOptions.starting())) {
      Post post = desk.create("With a picture").join();
      try (DraftSession session = desk.open(post.id()).join()) {
        ImageRef image = session.addPicture(picture(), "ferry.png").join();
        session.change(draft -> shown(draft, image), Revision.Kind.COMMAND).join();
      }
      List<String> first = files(desk, post);
      assertTrue(first.stream().anyMatch(file -> file.contains("-480.webp")), first.toString());
      assertTrue(Files.isDirectory(cache));
      assertEquals(first, files(desk, post));
      Disposal.of(library.resolve("cache"));
      assertFalse(Files.exists(cache));
      assertEquals(first, files(desk, post));
      assertEquals(List.of(), desk.keeping().verify(now -> {}).join().problems());
    }
  }

  @Test
  void aZipIsAsLargeAsItsFile() throws IOException {
    Path out = folder.resolve("out");
    try (Desk desk =
        Desk.open(folder.resolve("library"), Clock.systemUTC(), DeskOptions.starting())) {
      Post post = desk.create("Plain").join();
      desk.change(post.id(), draft -> draft.withBody("word ".repeat(5000)), Revision.Kind.COMMAND)
          .join();
      ExportPlan plan = desk.exporting().plan(post.id(), ExportRequest.html()).join();
      Path zip = desk.exporting().write(plan, out, true, Optional.of("Test")).join();
      assertEquals(Files.size(zip), plan.bytes(zip));
      assertTrue(plan.bytes(zip) < plan.bundle().bytes());
      Path bundle = desk.exporting().write(plan, out, false, Optional.of("Test")).join();
      assertEquals(plan.bundle().bytes(), plan.bytes(bundle));
    }
  }

  @Test
  void theSamplePostOfANewLibraryHasNothingToMend() {
    DeskOptions withSample = new DeskOptions(true, true, false);
    try (Desk desk = Desk.open(folder.resolve("library"), Clock.systemUTC(), withSample)) {
      UUID sample = desk.posts().join().getFirst().id();
      ExportPlan plan = desk.exporting().plan(sample, ExportRequest.html()).join();
      assertEquals(List.of(), plan.findings());
      assertEquals(List.of(), plan.bundle().leftOut());
      assertEquals(
          List.of("Drawing: the Galley desk", "Drawing: the Galley desk"),
          plan.post().draft().images().stream().map(ImageRef::credit).toList());
    }
  }

  private static Draft shown(Draft draft, ImageRef image) {
    return draft.withImages(List.of(image)).withBody("![A ferry](" + image.file() + ")\n");
  }

  private static List<String> files(Desk desk, Post post) {
    Stream<BundleFile> files =
        desk.exporting().plan(post.id(), ExportRequest.html()).join().bundle().files().stream();
    return files.map(file -> file.path() + " " + file.sha256()).toList();
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
