package galley.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Draft;
import galley.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PdfBundleTest {
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  @TempDir Path folder;

  private static byte[] bytes(Bundle bundle) {
    return bundle.files().getFirst().bytesOf();
  }

  private byte[] made(String body) {
    return bytes(bundles.pdf(Samples.plain(body), _ -> Optional.empty()));
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void saysWhatItIsAndHowItIsBuilt() throws IOException {
    Samples samples = new Samples(folder);
    Bundle bundle = bundles.pdf(samples.full(), samples::find);
    assertEquals("the-ferry.pdf", bundle.files().getFirst().path());
    assertEquals(List.of("media/gone.jpg"), bundle.leftOut());
    try (PDDocument pdf = Loader.loadPDF(bytes(bundle))) {
      assertEquals("en-GB", pdf.getDocumentCatalog().getLanguage());
      assertEquals(
          "The ferry is the last \"public\" square <we> have & hold",
          pdf.getDocumentInformation().getTitle());
      assertEquals("Ada Quill, Bo Ń. <Fenn>, Cy Marsh", pdf.getDocumentInformation().getAuthor());
      assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
      List<String> headings = new ArrayList<>();
      for (PDOutlineItem item =
              pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getFirstChild();
          item != null;
          item = item.getNextSibling()) {
        headings.add(item.getTitle());
      }
      assertEquals(List.of("What the ledger leaves out"), headings);
      List<String> described = new ArrayList<>();
      described(pdf.getDocumentCatalog().getStructureTreeRoot(), described);
      assertEquals(
          List.of(
              "The ferry leaving the head of the bay", "The quay", "Waves moving", "a small flag"),
          described);
    }
  }

  @Test
  void everyFontIsInIt() throws IOException {
    Samples samples = new Samples(folder);
    try (PDDocument pdf = Loader.loadPDF(bytes(bundles.pdf(samples.full(), samples::find)))) {
      List<String> fonts = new ArrayList<>();
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          fonts.add(font.getName().replaceAll(".*\\+|-.*", ""));
        }
      }
      assertTrue(fonts.contains("SourceSerif4"), fonts.toString());
    }
  }

  @Test
  void isTheSameBytesEachTime() {
    Samples samples = new Samples(folder);
    Post post = samples.full();
    byte[] once = bytes(bundles.pdf(post, samples::find));
    assertArrayEquals(once, bytes(bundles.pdf(post, samples::find)));
    assertFalse(new String(once, StandardCharsets.ISO_8859_1).contains("IMG_0001"));
  }

  @Test
  void wordsInAllWritingsStayWordsAndNothingIsLost() throws IOException {
    String columns =
        IntStream.range(0, 200).mapToObj(i -> "k" + i).collect(Collectors.joining("|"));
    String line = "-|".repeat(199) + "-";
    String values = IntStream.range(0, 200).mapToObj(i -> "v" + i).collect(Collectors.joining("|"));
    String text =
        text(
            made(
                "###### Deep first\n\n"
                    + "After hours, efficient שלום (עולם) here, a ship 🚢 and 日本.\n\n"
                    + "|"
                    + columns
                    + "|\n|"
                    + line
                    + "|\n|"
                    + values
                    + "|\n\n- [x] done\n"));
    assertTrue(text.contains("After hours, efficient"), text);
    for (int i = 0; i < 200; i++) {
      assertTrue(text.contains("k" + i + " v" + i), "column " + i);
    }
    assertTrue(text.contains("☑ done"), text);
  }

  @Test
  void aPostOfAHeadlineAndOneOfNothingArePagesToo() throws IOException {
    assertTrue(text(made("")).contains("A headline"));
    Post nothing =
        Samples.post(new Draft(galley.post.Details.draft("", "the-slug"), "", List.of()));
    byte[] file = bytes(bundles.pdf(nothing, _ -> Optional.empty()));
    assertTrue(text(file).contains("the-slug"));
  }

  @Test
  void replacesAnEarlierOneOfOursAndNoOther() throws IOException {
    Bundle bundle = bundles.pdf(Samples.plain("One."), _ -> Optional.empty());
    Path written = BundleWriter.file(bundle, folder.resolve("out"));
    Bundle other = bundles.pdf(Samples.plain("Two."), _ -> Optional.empty());
    assertEquals(written, BundleWriter.file(other, folder.resolve("out")));
    try (PDDocument pdf = Loader.loadPDF(written.toFile())) {
      pdf.getDocumentInformation().setKeywords("mine");
      pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
      var out = new java.io.ByteArrayOutputStream();
      pdf.saveIncremental(out);
      Files.write(written, out.toByteArray());
    }
    byte[] theirs = Files.readAllBytes(written);
    assertThrows(ExportException.class, () -> BundleWriter.file(bundle, folder.resolve("out")));
    assertArrayEquals(theirs, Files.readAllBytes(written));
  }

  private static void described(PDStructureNode node, List<String> into) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals("Figure")) {
          assertNotNull(element.getAlternateDescription());
          into.add(element.getAlternateDescription());
        }
        described(element, into);
      }
    }
  }

  /** Writes what is hard to set as PDF files, to be looked at: {@code PdfBundleTest <folder>}. */
  public static void main(String[] args) throws IOException {
    Path into = Files.createDirectories(Path.of(args[0]));
    Samples samples = new Samples(Files.createTempDirectory("samples"));
    Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
    BundleWriter.file(bundles.pdf(samples.full(), samples::find), into);
    Post hard =
        Samples.plain(
            """
            ## שלום עולם

            Hebrew in a line: שלום (עולם) 123, and Arabic: مرحبا بالعالم. A ship 🚢, 日本, and e\u0301.

            ###### Deep

            | a | b | c | d | e | f | g | h | i | j |
            |---|---|---|---|---|---|---|---|---|---|
            | one | two | three | four | five | six | seven | eight | nine | averyverylongwordthatdoesnotfit |

            1. one
               - two

               a paragraph
            2. three

            Termaverylongwordthatdoesnotfit%s.
            """
                .formatted("x".repeat(200)));
    BundleWriter.file(bundles.pdf(hard, _ -> Optional.empty()), into);
    galley.post.Details hebrew =
        galley.post.Details.draft("שלום עולם 2026", "hebrew").withLanguage("he");
    String text =
        """
        זה טקסט בעברית עם מספר 123 ומילה English באמצע המשפט, וגם (סוגריים) בסוף. עוד מילים כדי שהשורה תישבר לשתי שורות.

        مرحبا بالعالم، هذا نص طويل لا بأس به 456 مع كلمة English في الوسط.

        - אחד
        - שתיים

        | טור | שני |
        |---|---|
        | א | ב |
        """;
    BundleWriter.file(
        bundles.pdf(Samples.post(new Draft(hebrew, text, List.of())), _ -> Optional.empty()), into);
  }
}
