package galley.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.docx.WordText.Change;
import galley.docx.WordText.ListKind;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import galley.docx.WordText.WordComment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordFileTest {
  private static final Change CAME =
      new Change(Change.What.INSERTED, "Ann \"A\" <b>", "2026-11-23T10:00:00Z");
  private static final Change WENT = new Change(Change.What.DELETED, "Bob", "");

  private static WordText text() {
    List<Run> runs =
        List.of(
            Run.mark(Run.Kind.COMMENT_START, 0),
            Run.words("Plain & <odd> ", 0, "", Change.NONE),
            Run.words("bold", Run.BOLD | Run.ITALIC, "", Change.NONE),
            Run.words("linked", 0, "https://example.org/?a=1&b=2", Change.NONE),
            Run.mark(Run.Kind.COMMENT_END, 0),
            Run.words(" new 👩‍👩‍👧 e\u0301 שלום", 0, "", CAME),
            Run.words("gone", Run.CODE, "", WENT),
            new Run(Run.Kind.BREAK, "\n", 0, "", "", 0, Change.NONE),
            new Run(Run.Kind.NOTE, "", 0, "", "", 1, Change.NONE),
            new Run(Run.Kind.PICTURE, "media/a.png", 0, "", "A \"place\"", 0, Change.NONE));
    return new WordText(
        List.of(
            new Para(Style.HEADING, 2, ListKind.NONE, 0, Change.NONE, runs.subList(1, 2)),
            new Para(Style.TEXT, 0, ListKind.NONE, 0, WENT, runs),
            new Para(Style.TEXT, 1, ListKind.NUMBERS, 2, CAME, runs.subList(1, 2)),
            new Para(Style.TEXT, 0, ListKind.BULLETS, 1, Change.NONE, runs.subList(1, 2))),
        Map.of(
            1, List.of(new Para(Style.TEXT, 0, ListKind.NONE, 0, Change.NONE, runs.subList(1, 3)))),
        List.of(
            new WordComment(0, "Ann", "A", "2026-11-23T10:00:00Z", "One\ntwo & 3", -1, true),
            new WordComment(1, "Bob", "B", "", "Answer", 0, false)),
        Map.of());
  }

  private static byte[] written() {
    return WordFile.write(text(), Map.of(2, 3), Map.of());
  }

  @Test
  void readsWhatItWrote() {
    WordText read = WordFile.read(written());
    assertEquals(text().blocks(), read.blocks());
    assertEquals(text().notes(), read.notes());
    assertEquals(text().comments(), read.comments());
    assertEquals(Map.of(), read.pictures());
  }

  @Test
  void takesCommentsForAnswersOnlyWhereTheySaySo() {
    // LibreOffice gives paragraphs of comments an id only where it has more to say of them
    byte[] file =
        with(
            "word/comments.xml",
            "<w:comments xmlns:w=\"w\" xmlns:x=\"x\"><w:comment w:id=\"0\"><w:p/></w:comment>"
                + "<w:comment w:id=\"1\"><w:p x:paraId=\"01\"/></w:comment></w:comments>");
    Map<String, byte[]> parts = new LinkedHashMap<>(Parts.read(file));
    parts.put(
        "word/commentsExtended.xml",
        "<e xmlns:x=\"x\"><commentEx x:paraId=\"01\" x:done=\"1\"/></e>"
            .getBytes(StandardCharsets.UTF_8));
    List<WordComment> comments = WordFile.read(Parts.write(parts)).comments();
    assertEquals(List.of(-1, -1), comments.stream().map(WordComment::answers).toList());
    assertEquals(List.of(false, true), comments.stream().map(WordComment::resolved).toList());
  }

  @Test
  void writesTheSameBytesEachTime() {
    assertTrue(Arrays.equals(written(), written()));
  }

  private static byte[] with(String name, String part) {
    Map<String, byte[]> parts = new LinkedHashMap<>(Parts.read(written()));
    parts.put(name, part.getBytes(StandardCharsets.UTF_8));
    return Parts.write(parts);
  }

  private static void refuses(byte[] file) {
    WordException refused = assertThrows(WordException.class, () -> WordFile.read(file));
    assertTrue(refused.getMessage().contains("othing was changed"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.xml", "/etc/passwd", "a\\..\\b", "word/../../x"})
  void refusesPartsOutsideTheFile(String name) {
    refuses(with(name, "x"));
  }

  @Test
  void refusesWordsThatUnpackWithoutEnd() {
    StringBuilder laughs =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\">");
    for (char c = 'b'; c < 'k'; c++) {
      laughs.append("<!ENTITY ").append(c).append(" \"");
      laughs.append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
    }
    refuses(with("word/document.xml", laughs + "]><d>&j;</d>"));
    refuses(
        with(
            "word/document.xml",
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"));
    refuses(with("word/document.xml", "<a>".repeat(100_000)));
    refuses(with("word/comments.xml", "<a>".repeat(3)));
  }

  @Test
  void refusesBombs() {
    refuses(with("word/media/bomb.bin", "0".repeat((int) Parts.LARGEST + 10)));
  }

  @Test
  void refusesWhatIsDamaged() {
    byte[] whole = written();
    refuses(new byte[0]);
    refuses("no zip at all".getBytes(StandardCharsets.UTF_8));
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
      byte[] bent = whole.clone();
      for (int i = 0; i < 5; i++) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt();
      }
      for (byte[] file : List.of(cut, bent)) {
        try {
          WordFile.read(file);
        } catch (WordException e) {
          assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
      }
    }
  }

  @Test
  void readsLongDocumentsSoon() {
    String paragraph = "<w:p><w:r><w:t>Words and more words.</w:t></w:r></w:p>";
    String part =
        "<w:document xmlns:w=\"w\"><w:body>" + paragraph.repeat(100_000) + "</w:body></w:document>";
    byte[] file = with("word/document.xml", part);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(100_000, WordFile.read(file).blocks().size()));
  }
}
