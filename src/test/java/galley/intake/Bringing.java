package galley.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One intake for a test, and the files it is given. */
final class Bringing implements AutoCloseable {
  /** A PNG of one pixel. */
  static final byte[] PIXEL =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
                  + "789c63f8cfc0f01f0005000201a2dd13d30000000049454e44ae426082");

  private final Path folder;
  private final Intake intake;

  Bringing(Path folder) {
    this.folder = folder;
    intake = new Intake(folder.resolve("scratch"));
  }

  Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  Path picture(String name) throws IOException {
    return write(name, PIXEL);
  }

  /** A zip whose entries hold a short text, except pictures. */
  Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.endsWith(".png") ? PIXEL : "Text.\n".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  Batch read(Path... paths) {
    return intake.read(List.of(paths), (what, done, total) -> {});
  }

  Intake intake() {
    return intake;
  }

  /** The only post that comes of a file. */
  Incoming one(Path path) {
    Batch batch = read(path);
    if (batch.posts().size() != 1) {
      throw new AssertionError("Not one post: " + batch);
    }
    return batch.posts().getFirst();
  }

  /** Why the only thing refused was refused. */
  String refusal(Path path) {
    Batch batch = read(path);
    if (!batch.posts().isEmpty() || batch.refused().size() != 1) {
      throw new AssertionError("Not one refusal: " + batch);
    }
    return batch.refused().getFirst().why();
  }

  static boolean says(List<ImportNote> notes, ImportNote.Kind kind, String words) {
    return notes.stream().anyMatch(note -> note.kind() == kind && note.text().contains(words));
  }

  @Override
  public void close() {
    intake.close();
  }
}
