package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Author;
import galley.post.Details;
import galley.post.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packet may not hold, whatever else is right with it. */
final class PacketNamesTest {
  @TempDir Path folder;
  private Path good;

  @BeforeEach
  void pack() throws IOException, PacketException {
    good = folder.resolve("good.galley");
    try (OutputStream out = Files.newOutputStream(good)) {
      writer().write(out, Map.of());
    }
  }

  @Test
  void aSoundPacketIsRead() throws PacketException {
    assertEquals("Body.", PacketReader.read(good).packet().draft().body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.md",
        "/etc/evil.md",
        "C:/evil.md",
        "\\\\server\\share\\evil.md",
        "..\\evil.md",
        "base//evil.md",
        "turned\u202Edm.md",
        "nothing\u200B.md",
        "tab\t.md",
        "what?.md",
        "star*.md",
        "pipe|.md",
        "less<.md",
        "more>.md",
        "quote\".md",
        "stream:md",
        "dot.",
        "blank ",
        "con.md",
        "media/nul",
        "lpt1.txt",
        "media/inner.zip",
        "inner.tar.gz",
        "Post.json",
        "MANIFEST.JSON"
      })
  void aNameThatNoPacketHasSpoilsIt(String name) throws IOException {
    Path bad = folder.resolve("bad.galley");
    try (ZipFile from = new ZipFile(good.toFile());
        OutputStream out = Files.newOutputStream(bad);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry :
          (Iterable<ZipEntry>) from.stream().map(ZipEntry.class::cast)::iterator) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          in.transferTo(zip);
        }
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.closeEntry();
    }
    PacketException refused = assertThrows(PacketException.class, () -> PacketReader.read(bad));
    String why = String.valueOf(refused.getMessage());
    assertTrue(why.contains("nothing has been opened or changed"), why);
  }

  @Test
  void aPacketThatNobodyCouldOpenIsNotWritten() throws IOException {
    Path huge = folder.resolve("huge.png");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((64L << 20) + 1); // a hole, which takes no room
    }
    PacketException refused =
        assertThrows(
            PacketException.class,
            () -> writer().write(OutputStream.nullOutputStream(), Map.of("0".repeat(64), huge)));
    String why = String.valueOf(refused.getMessage());
    assertTrue(why.contains("Nothing was written") && why.contains("64 MB"), why);
  }

  private static PacketWriter writer() {
    Packet packet =
        new Packet(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            1,
            Instant.EPOCH,
            new Author("Ann", "A", "#112233", "device"),
            "Galley",
            new Draft(Details.draft("One", "one"), "Body.", List.of()),
            List.of(),
            List.of(),
            Map.of(),
            "",
            List.of());
    return new PacketWriter(packet, List.of());
  }
}
