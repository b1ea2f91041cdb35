package galley.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Writes articles as PDF/UA-1: tagged, with every font in it. The same paper gives the same bytes.
 * Nothing is fetched from anywhere. Slow at first: the libraries are loaded with the first call.
 */
public final class PdfWriter {
  /** How pictures are addressed inside; no other address is followed. */
  static final String PICTURE = "picture:";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PdfWriter() {}

  public static byte[] write(Paper paper) {
    PaperFonts fonts = PaperFonts.of(paper.html() + paper.about().title());
    Document document = PaperDom.of(paper, fonts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      fonts.register(builder, pdf);
      builder.withW3cDocument(document, "").usePDDocument(pdf).toStream(out);
      builder.usePdfUaAccessibility(true).usePdfVersion(1.7f);
      builder.useUnicodeBidiSplitter(BidiRuns::new).useUnicodeBidiReorderer(new BidiOrder());
      alone(builder, paper);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFKeepOpen();
        PdfMark.set(pdf, paper.about(), Sha256.of(paper.html()));
        pdf.save(out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read or written outside the memory
    }
  }

  /** Lets it have the paper's pictures and nothing from anywhere else. */
  private static void alone(PdfRendererBuilder builder, Paper paper) {
    builder
        .useUriResolver((_, uri) -> uri.startsWith(PICTURE) || uri.startsWith("#") ? uri : null)
        .useExternalResourceAccessControl(
            (uri, _) -> uri.startsWith(PICTURE),
            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .useExternalResourceAccessControl(
            (uri, _) -> uri.startsWith(PICTURE),
            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .useProtocolsStreamImplementation(uri -> new PictureStream(paper, uri), "picture");
  }

  /** A picture of the paper. */
  private record PictureStream(Paper paper, String uri) implements FSStream {
    @Override
    public InputStream getStream() {
      byte[] bytes = paper.pictures().get(uri.substring(PICTURE.length()));
      return new ByteArrayInputStream(Optional.ofNullable(bytes).orElseGet(() -> new byte[0]));
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
