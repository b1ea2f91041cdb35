package galley.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A post as plain text, as TextBundle, and on its way to editors on the web. */
final class TextFormsTest {
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  @TempDir Path folder;

  private static String text(BundleFile file) {
    return new String(file.bytesOf(), StandardCharsets.UTF_8);
  }

  @Test
  void plainTextReadsFromTopToBottom() {
    String text = text(bundles.text(new Samples(folder).full()).files().getFirst());
    assertTrue(
        text.startsWith(
            """
            The ferry is the last "public" square <we> have & hold
            ======================================================

            Cutting the 06:40 saves the county less than it thinks.

            Ada Quill, Bo Ń. <Fenn>, Cy Marsh · 2026-11-23

            [Picture: ferry.jpg · The 06:40 leaving the head of the bay on a November morning. ·\
             Photograph: the harbour office · CC BY 4.0 · Alt text: The ferry leaving the head of\
             the bay]

            On the 06:40 nobody is a customer.\
            """),
        text);
    assertTrue(text.contains("What the ledger leaves out\n--------------------------"), text);
    assertTrue(text.contains("loses $412,000 a year.[1]"), text);
    assertTrue(text.contains("crossing survey (1)"), text);
    assertTrue(text.contains("--\n(1) https://example.org/survey?a=1&b=2"), text);
    assertTrue(text.contains("\n    You can close a route"), text);
    assertTrue(text.contains("- two\n  1. deeper\n  2. still"), text);
    assertTrue(text.contains("☑ done"), text);
    assertTrue(text.contains("North | 1,204"), text);
    assertTrue(text.contains("1. County transport accounts, table 4."), text);
    assertTrue(text.endsWith("\n") && !text.contains("\n\n\n\n"), text);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPastedIsBareHtmlOfTheWholeText(PasteEditor editor) {
    Post post = new Samples(folder).full();
    Paste paste = bundles.pasted(post, editor);
    assertFalse(paste.html().contains("<img"), paste.html());
    assertTrue(paste.html().contains("[Picture: quay.png"), paste.html());
    assertTrue(paste.html().contains("<strong>61 people</strong>"), paste.html());
    assertTrue(
        paste.html().contains("<a href=\"https://example.org/survey?a=1&amp;b=2\">"), paste.html());
    for (String lost : List.of("A last word.[2]", "Hidden", "With two paragraphs", "1,204")) {
      assertTrue(Jsoup.parse(paste.html()).text().contains(lost), lost + "\n" + paste.html());
    }
    for (String never : List.of("style=", "id=", "onclick", "<script", "<span", "<div")) {
      assertFalse(paste.html().contains(never), never);
    }
    boolean blocks = editor == PasteEditor.WORDPRESS;
    assertEquals(blocks, paste.html().contains("class="), paste.html());
    assertTrue(paste.html().contains("<h2"), paste.html());
    assertEquals(editor == PasteEditor.MEDIUM, paste.html().contains("<h1>"), paste.html());
    String file = text(bundles.paste(post, editor).files().getFirst());
    assertTrue(file.contains(paste.html()), file);
  }

  @ParameterizedTest
  @EnumSource
  void wordsBesideBlocksInHtmlStayOneParagraph(PasteEditor editor) {
    String body =
        """
        <div class="quote">before
        <blockquote>
        “Loved <a href="https://example.org/">this</a>, and <em>that</em>.” – me
        </blockquote>
        after <b>it</b> all
        </div>

        - See <b>here</b> and [there](https://example.org/) too
        """;
    Post post = TestSites.post(0, 1, TestSites.post(0).draft().withBody(body));
    String pasted = Jsoup.parse(bundles.pasted(post, editor).html()).text();
    for (String words :
        List.of("“Loved this, and that.” – me", "after it all", "See here and there too")) {
      assertTrue(pasted.contains(words), pasted);
    }
    String text = new PlainText(post, Theme.opinion()).text();
    assertTrue(text.contains("before\n\n    “Loved this (1), and that.” – me\n\nafter"), text);
  }

  @Test
  void everyBlockOfWordPressIsClosedInItsTurn() {
    Post post = new Samples(folder).full();
    String html = bundles.pasted(post, PasteEditor.WORDPRESS).html();
    Matcher marks = Pattern.compile("<!-- (/?)wp:([a-z-]+)[^>]*-->").matcher(html);
    java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
    while (marks.find()) {
      if (marks.group(1).isEmpty()) {
        open.push(marks.group(2));
      } else {
        assertEquals(open.pop(), marks.group(2));
      }
    }
    assertTrue(open.isEmpty(), open.toString());
    for (String block : List.of("list {\"ordered\":true}", "table", "code", "quote", "separator")) {
      assertTrue(html.contains("<!-- wp:" + block), block);
    }
  }

  @Test
  void aTextBundleHoldsTextAndPicturesAndNeverReplacesWordsWrittenInto() throws IOException {
    Samples samples = new Samples(folder);
    Post post = samples.full();
    Bundle bundle = bundles.textBundle(post, samples::find);
    assertEquals("the-ferry.textbundle", bundle.name());
    Path written = BundleWriter.folder(bundle, folder.resolve("out"));
    assertTrue(Files.readString(written.resolve("info.json")).contains("\"version\" : 2"));
    String text = Files.readString(written.resolve("text.md"));
    assertTrue(text.startsWith("# The ferry is the last"), text);
    assertTrue(text.contains("](assets/quay.png \"The quay at low water\")"), text);
    assertTrue(Files.exists(written.resolve("assets/ferry.jpg")));
    assertEquals(written, BundleWriter.folder(bundle, folder.resolve("out")));
    Files.writeString(written.resolve("text.md"), text + "\nMine.");
    assertThrows(ExportException.class, () -> BundleWriter.folder(bundle, folder.resolve("out")));
    assertTrue(Files.readString(written.resolve("text.md")).endsWith("Mine."));
    Bundle pack = Bundles.textPack(bundle);
    Path file = BundleWriter.file(pack, folder.resolve("out"));
    assertEquals("the-ferry.textpack", file.getFileName().toString());
    assertEquals(file, BundleWriter.file(pack, folder.resolve("out")));
  }

  @Test
  void aHeadlineAloneAndAllWritingsAreTextToo() {
    Post empty = Samples.plain("");
    assertEquals("A headline\n==========\n", text(bundles.text(empty).files().getFirst()));
    Post none = Samples.post(new Draft(Details.draft("", "x"), "שלום 🚢\n", List.of()));
    assertEquals("שלום 🚢\n", text(bundles.text(none).files().getFirst()));
    assertEquals("<p>שלום 🚢</p>", bundles.pasted(none, PasteEditor.WIX).html());
    assertEquals("", bundles.pasted(empty, PasteEditor.SUBSTACK).html());
  }

  @Test
  void theFileOfTextIsNotWrittenOverWordsThatMayBeSomebodys() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("a-headline.txt"), "mine");
    assertThrows(
        ExportException.class, () -> BundleWriter.file(bundles.text(Samples.plain("x")), out));
    Bundle paste = bundles.paste(Samples.plain("x"), PasteEditor.WIX);
    assertEquals(BundleWriter.file(paste, out), BundleWriter.file(paste, out));
  }
}
