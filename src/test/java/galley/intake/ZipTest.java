package galley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipTest {
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
  void postsAndPicturesComeOutOfAnArchive() throws IOException {
    Path file = folder.resolve("site.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "site/_posts/2024-01-02-one.md", "![a](/assets/one.png)\n".getBytes(UTF));
      put(zip, "site/assets/one.png", Bringing.PIXEL);
      put(zip, "site/two/index.md", "---\ntitle: Two\n---\n![b](b.png)\n".getBytes(UTF));
      put(zip, "site/two/b.png", Bringing.PIXEL);
      put(zip, "__MACOSX/site/._x", new byte[4]);
    }
    Batch batch = bringing.read(file);
    assertEquals(0, batch.refused().size(), batch.toString());
    assertEquals(2, batch.posts().size());
    assertEquals("one", batch.posts().get(0).draft().details().slug());
    assertEquals(1, batch.posts().get(0).pictures().size());
    assertEquals("two", batch.posts().get(1).draft().details().slug());
    assertEquals("b.png", batch.posts().get(1).pictures().getFirst().file());
    assertEquals("site.zip/site/two/index.md", batch.posts().get(1).from());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.md",
        "a/../../evil.md",
        "/etc/evil.md",
        "C:/evil.md",
        "C:evil.md",
        "\\\\server\\share\\evil.md",
        "..\\evil.md",
        "a/./b.md",
        "a//b.md",
        "tab\t.md",
        "turned\u202Edm.md",
        "nothing\u200B.md",
        "what?.md",
        "star*.md",
        "pipe|.md",
        "less<.md",
        "quote\".md",
        "colon:stream.md",
        "dot./a.md",
        "blank /a.md",
        "a.md.",
        "a.md ",
        "CON.md",
        "folder/nul",
        "lpt1.txt",
        "COM9.tar.md",
        "inner.zip",
        "inner.tar.gz"
      })
  void badNamesAreLeftOutAndTheRestComesIn(String name) throws IOException {
    Batch batch = bringing.read(bringing.zip("a.zip", name, "good.md"));
    assertEquals(1, batch.posts().size(), batch.toString());
    assertEquals(1, batch.refused().size(), batch.toString());
    assertTrue(batch.refused().getFirst().why().endsWith("."), batch.toString());
    try (var files = Files.walk(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().contains("evil")), "written: " + name);
    }
  }

  @Test
  void nameThatNoDiskTakesIsLeftOut() throws IOException {
    badNamesAreLeftOutAndTheRestComesIn("日".repeat(90) + ".md");
  }

  @ParameterizedTest
  @CsvSource({"Post.md,post.md", "caf\u00e9.md,cafe\u0301.md"})
  void namesThatOneDiskTakesForTheSameComeInOnce(String first, String second) throws IOException {
    Batch batch = bringing.read(bringing.zip("a.zip", first, second));
    assertEquals(1, batch.posts().size());
    assertTrue(batch.refused().getFirst().why().contains("same name"), batch.toString());
  }

  @Test
  void linkIsLeftOut() throws IOException {
    Path file = bringing.zip("a.zip", "good.md", "link.md");
    byte[] bytes = Files.readAllBytes(file);
    int entry = lastEntry(bytes);
    bytes[entry + 5] = 3; // made on Unix
    bytes[entry + 41] = (byte) 0xA1; // S_IFLNK | 0777
    bytes[entry + 40] = (byte) 0xFF;
    Files.write(file, bytes);
    Batch batch = bringing.read(file);
    assertEquals(1, batch.posts().size());
    assertTrue(batch.refused().getFirst().why().contains("is a link"), batch.toString());
  }

  @Test
  void lockedArchiveIsRefused() throws IOException {
    Path file = bringing.zip("a.zip", "good.md");
    byte[] bytes = Files.readAllBytes(file);
    bytes[lastEntry(bytes) + 8] |= 1;
    bytes[6] |= 1;
    Files.write(file, bytes);
    assertTrue(bringing.refusal(file).contains("locked with a password"));
  }

  @Test
  void damagedArchiveIsRefused() throws IOException {
    Path file = bringing.zip("a.zip", "good.md", "two.md");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertTrue(bringing.refusal(file).contains("is damaged"));
  }

  @Test
  void bombIsRefusedWhole() throws IOException {
    Path file = archive("good.md", 10, "bomb.md", 30 << 20);
    assertTrue(bringing.refusal(file).contains("200 times"));
    try (var files = Files.walk(folder)) {
      assertTrue(
          files.filter(Files::isRegularFile).allMatch(f -> f.toFile().length() < 8 << 20),
          "stopped early");
    }
  }

  @Test
  void declaredSizesAreNotBelieved() throws IOException {
    Path file = archive("good.md", 10, "bomb.md", 30 << 20);
    byte[] bytes = Files.readAllBytes(file);
    int entry = lastEntry(bytes);
    bytes[entry + 24] = 10; // says 10 bytes
    bytes[entry + 25] = 0;
    bytes[entry + 26] = 0;
    bytes[entry + 27] = 0;
    Files.write(file, bytes);
    String why = bringing.refusal(file);
    assertTrue(why.contains("200 times") || why.contains("damaged"), why);
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    String[] names = new String[2001];
    for (int i = 0; i < names.length; i++) {
      names[i] = i + ".md";
    }
    assertTrue(bringing.refusal(bringing.zip("a.zip", names)).contains("2,001 files"));
  }

  @Test
  void wordDocumentIsRefusedWithWhatToDo() throws IOException {
    Path file = bringing.zip("report.docx", "[Content_Types].xml", "word/document.xml");
    assertTrue(bringing.refusal(file).contains("Save it as a web page"));
  }

  @Test
  void emptyArchiveIsRefused() throws IOException {
    assertTrue(bringing.refusal(bringing.zip("a.zip")).contains("no post"));
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private Path archive(String first, int size, String second, int secondSize) throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, first, new byte[size]);
      put(zip, second, new byte[secondSize]);
    }
    return file;
  }

  /** Where the last record of the central directory starts. */
  private static int lastEntry(byte[] zip) {
    for (int i = zip.length - 46; i >= 0; i--) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        return i;
      }
    }
    throw new AssertionError("No entry");
  }
}
