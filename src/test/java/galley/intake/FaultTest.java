package galley.intake;

import static galley.intake.Bringing.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultTest {
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
  void bytesThatAreNoTextAreRefusedAndTheRestGoesOn() throws IOException {
    Path bad = bringing.write("bad.md", Bringing.PIXEL);
    Path good = bringing.write("good.md", "Good\n");
    Batch batch = bringing.read(bad, good);
    assertEquals(List.of("good.md"), batch.posts().stream().map(Incoming::from).toList());
    assertEquals("bad.md is not text, so no post was made of it.", why(batch));
    byte[] noise = new byte[5000];
    new java.util.Random(7).nextBytes(noise);
    assertTrue(bringing.refusal(bringing.write("noise.txt", noise)).contains("is not text"));
  }

  @Test
  void textThatBeginsLikeAnotherKindOfFileComesIn() throws IOException {
    for (String text : List.of("ID3 tags\n", "SQLite is small\n", "BZh\n", "OggS\n", "GIF89\n")) {
      assertEquals(text, bringing.one(bringing.write("a.md", text)).draft().body());
    }
  }

  @Test
  void byteOrderMarkIsLeftOutWithANote() throws IOException {
    Incoming post = bringing.one(bringing.write("a.md", "\uFEFF---\ntitle: T\n---\nBody\n"));
    assertEquals("Body\n", post.draft().body());
    assertEquals("T", post.draft().details().headline());
    assertTrue(says(post.notes(), ImportNote.Kind.CHANGED, "byte-order mark"));
    assertTrue(post.original().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS"})
  void otherEncodingsAreReadAndTheFileIsKept(String name) throws IOException {
    String text =
        name.startsWith("Shift")
            ? "これは日本語の文章です。フェリーは六時に出ます。島の人々は待っています。\n".repeat(4)
            : "The caf\u00e9 \u201cOlé\u201d opens at six \u2014 caf\u00e9s do. D\u00e9j\u00e0"
                + " vu\n";
    Path file = bringing.write("a.md", text.getBytes(Charset.forName(name)));
    Incoming post = bringing.one(file);
    assertEquals(text, post.draft().body());
    assertEquals(Optional.of(file), post.original());
    assertTrue(post.notes().stream().anyMatch(note -> note.kind() == ImportNote.Kind.CHANGED));
  }

  @Test
  void plainUtf8KeepsNoSecondCopy() throws IOException {
    Incoming post = bringing.one(bringing.write("a.md", "Caf\u00e9\n"));
    assertEquals(Optional.empty(), post.original());
    assertEquals(List.of(), post.notes());
  }

  @Test
  void controlCharactersAreLeftOutAndTheFileIsKept() throws IOException {
    Path file = bringing.write("a.md", "One\u0000 two\u0007 and three hundred words more\n");
    Incoming post = bringing.one(file);
    assertEquals("One two and three hundred words more\n", post.draft().body());
    assertEquals(Optional.of(file), post.original());
    assertTrue(says(post.notes(), ImportNote.Kind.CHANGED, "left out: 2"));
  }

  @Test
  void carriageReturnsStayWhereTheyAre() throws IOException {
    Incoming post =
        bringing.one(bringing.write("a.md", "---\r\ntitle: T\r\n---\r\nA\r\n\r\nB\r\n"));
    assertEquals("A\r\n\r\nB\r\n", post.draft().body());
    assertEquals("T", post.draft().details().headline());
  }

  @Test
  void twentyMegabytesOfTextComeIn() throws IOException {
    String text = "A line of words, and *another* with more words.\n\n".repeat(420_000);
    assertTrue(text.length() > 20 << 20 || text.length() > 20_000_000);
    assertEquals(text, bringing.one(bringing.write("a.md", text)).draft().body());
  }

  @Test
  void oneLongLineComesIn() throws IOException {
    String text = "word ".repeat(40_000);
    assertEquals(text, bringing.one(bringing.write("a.md", text)).draft().body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "[", "*", "![", "<div>", "("})
  void deepNestingComesIn(String mark) throws IOException {
    String text = mark.repeat(20_000) + "x\n";
    assertEquals(text, bringing.one(bringing.write("a.md", text)).draft().body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: \"open",
        "title: a\n  bad: [1, 2",
        "a: 1\na: 2",
        "\tx: y",
        "key: &a [*a]\n? {",
      })
  void brokenFrontMatterIsKeptWordForWord(String yaml) throws IOException {
    Incoming post = bringing.one(bringing.write("the-name.md", "---\n" + yaml + "\n---\nBody\n"));
    assertEquals("Body\n", post.draft().body());
    assertEquals(yaml, post.draft().details().extra().get("front-matter"), post.toString());
    assertEquals("The name", post.draft().details().headline());
    assertTrue(says(post.notes(), ImportNote.Kind.KEPT, "word for word"));
  }

  @Test
  void frontMatterThatGrowsWithoutEndIsKeptAsText() throws IOException {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "x]\n");
    }
    Incoming post = bringing.one(bringing.write("a.md", "---\n" + yaml + "---\nBody\n"));
    assertEquals("Body\n", post.draft().body());
    assertTrue(post.draft().details().extra().get("front-matter").toString().startsWith("a0: &a0"));
  }

  @Test
  void pictureOfAHundredMegapixelsIsRefused() throws IOException {
    byte[] huge = Bringing.PIXEL.clone();
    huge[18] = 0x27; // 10,000 pixels each way
    huge[19] = 0x10;
    huge[22] = 0x27;
    huge[23] = 0x10;
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(huge, 12, 17);
    for (int i = 0; i < 4; i++) {
      huge[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
    }
    bringing.write("in/x.png", huge);
    Incoming post = bringing.one(bringing.write("in/a.md", "![x](x.png)"));
    assertEquals(List.of(), post.pictures());
    assertTrue(says(post.notes(), ImportNote.Kind.REFUSED, "x.png was not taken"));
  }

  @Test
  void cancelStopsTheReading() throws IOException {
    Path file = bringing.write("a.md", "A");
    assertThrows(
        CancellationException.class,
        () ->
            bringing
                .intake()
                .read(
                    List.of(file),
                    (what, done, total) -> {
                      throw new CancellationException();
                    }));
  }

  @Test
  void closingTakesTheCopiesAway() throws IOException {
    Bringing own = new Bringing(folder.resolve("own"));
    own.read(bringing.zip("a.zip", "a.md"));
    own.close();
    try (var files = Files.list(folder.resolve("own/scratch"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void everyRefusalIsASentence() throws IOException {
    Batch batch =
        bringing.read(
            folder.resolve("nowhere.md"),
            bringing.write("x.md", Bringing.PIXEL),
            bringing.write("y.zip", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(3, batch.refused().size());
    for (Refusal refusal : batch.refused()) {
      assertTrue(refusal.why().endsWith("."), refusal.why());
      assertFalse(refusal.why().contains("Exception"), refusal.why());
    }
  }

  private static String why(Batch batch) {
    return batch.refused().getFirst().why();
  }
}
