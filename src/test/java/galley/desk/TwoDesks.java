package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.ImageRef;
import galley.post.PlacedAnnotation;
import galley.post.Revision;
import galley.text.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A writer and an editor with a library each, and the packets between them. */
abstract class TwoDesks {
  static final String TEXT =
      """
      The ferry leaves at seven \uD83D\uDEA2 each day.

      Nobody pays for it.

      ![A quay](media/quay.png)

      The harbour master says nothing.
      """;

  @TempDir Path folder;
  Desk ann;
  Desk ben;
  UUID post;

  @BeforeEach
  void open() throws IOException {
    ann = desk("ann");
    ben = desk("ben");
    ann.reviewing().identity("Ann Lee", Optional.empty(), Optional.empty()).join();
    ben.reviewing().identity("Ben Oh", Optional.empty(), Optional.empty()).join();
    post = ann.create("Ferry").join().id();
    try (DraftSession session = ann.open(post).join()) {
      ImageRef image = session.addPicture(png(), "quay.png").join();
      session
          .change(draft -> draft.withBody(TEXT).withImages(List.of(image)), Revision.Kind.COMMAND)
          .join();
    }
  }

  @AfterEach
  void close() {
    ann.close();
    ben.close();
  }

  Path archive(Desk desk, String name) {
    ExportRequest request =
        ExportRequest.markdown(galley.export.Variant.ARCHIVE, galley.export.Profile.PLAIN);
    ExportPlan plan = desk.exporting().plan(post, request).join();
    return desk.exporting().write(plan, folder.resolve(name), false, Optional.of("it")).join();
  }

  /** All but the history, which each library has its own of. */
  static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new java.util.TreeMap<>();
    try (var all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.contains(".galley/history")) {
          files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  /** Puts another content in, with the fingerprint that fits. */
  static void put(Map<String, byte[]> files, String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String manifest = text(files, "manifest.json");
    String before = galley.text.Sha256.of(files.get(name));
    files.put(name, bytes);
    files.put(
        "manifest.json",
        manifest.replace(before, galley.text.Sha256.of(bytes)).getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, byte[]> unzipped(Path packet) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packet))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  Path zipped(Map<String, byte[]> files, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return Files.write(folder.resolve(name + ".galley"), out.toByteArray());
  }

  static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  Annotation said(
      Desk desk,
      Kind kind,
      String words,
      String body,
      @org.jspecify.annotations.Nullable String to) {
    try (DraftSession session = desk.open(post).join()) {
      int at = session.latest().body().indexOf(words);
      return session
          .review()
          .add(
              kind,
              Anchor.Scope.TEXT,
              "",
              new Span(at, at + words.length()),
              body,
              Optional.ofNullable(to))
          .join();
    }
  }

  void inPost(Desk desk, Consumer<Review> work) {
    try (DraftSession session = desk.open(post).join()) {
      work.accept(session.review());
    }
  }

  void edit(Desk desk, UnaryOperator<String> change) {
    desk.change(post, draft -> draft.withBody(change.apply(draft.body())), Revision.Kind.COMMAND)
        .join();
  }

  Path pack(Desk desk, String name) {
    return desk.reviewing()
        .pack(post, PackRequest.to(folder.resolve(name + ".galley")))
        .join()
        .file();
  }

  static void receive(Desk desk, Path packet) {
    Arrival arrival = desk.reviewing().look(packet).join();
    assertEquals(List.of(), arrival.conflicts());
    assertEquals(List.of(), arrival.fieldConflicts());
    desk.reviewing().merge(arrival, Choices.mine()).join();
  }

  List<PlacedAnnotation> annotations(Desk desk) {
    try (DraftSession session = desk.open(post).join()) {
      return session.review().annotations();
    }
  }

  /** What was said, without how it is placed. */
  List<Object> told(Desk desk) {
    return annotations(desk).stream()
        .<Object>map(one -> List.of(one.annotation(), one.replies()))
        .toList();
  }

  Desk desk(String name) {
    return Desk.open(folder.resolve(name), Clock.systemUTC(), DeskOptions.starting());
  }

  static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
