package galley.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** What a document says of itself, without a word about when and where it was made. */
public final class PdfMark {
  static final String PRODUCER = "Galley";

  private static final String XMP_PRODUCER = "<pdf:Producer>" + PRODUCER + "</pdf:Producer>";
  private static final String END = "%%EOF";

  private PdfMark() {}

  /** Whether a file is a PDF from here that no program has saved since. */
  public static boolean isUntouched(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return text.startsWith("%PDF-")
        && text.contains(XMP_PRODUCER)
        && text.indexOf(END) == text.lastIndexOf(END);
  }

  static void set(PDDocument pdf, Paper.About about, String fingerprint) throws IOException {
    PDDocumentInformation info = new PDDocumentInformation();
    info.setTitle(about.title());
    info.setProducer(PRODUCER);
    if (!about.authors().isEmpty()) {
      info.setAuthor(String.join(", ", about.authors()));
    }
    if (!about.description().isBlank()) {
      info.setSubject(about.description());
    }
    if (!about.keywords().isEmpty()) {
      info.setKeywords(String.join(", ", about.keywords()));
    }
    Calendar changed =
        GregorianCalendar.from(
            about.changed().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
    info.setCreationDate(changed);
    info.setModificationDate(changed);
    pdf.setDocumentInformation(info);
    PDMetadata metadata = new PDMetadata(pdf);
    // Not compressed, so that search programs and Galley itself can read it
    metadata.importXMPMetadata(xmp(about).getBytes(StandardCharsets.UTF_8));
    pdf.getDocumentCatalog().setMetadata(metadata);
    pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("AF"));
    pdf.setDocumentId(
        about.id().getMostSignificantBits() ^ Long.parseUnsignedLong(fingerprint, 0, 16, 16));
  }

  private static String xmp(Paper.About about) {
    StringBuilder xmp = new StringBuilder();
    xmp.append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
        .append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
        .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
        .append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        .append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
        .append(" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"")
        .append(" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
        .append("<pdfuaid:part>1</pdfuaid:part>\n")
        .append("<dc:title>")
        .append(alternative(about.title()))
        .append("</dc:title>\n")
        .append("<dc:language><rdf:Bag><rdf:li>")
        .append(escaped(about.language()))
        .append("</rdf:li></rdf:Bag></dc:language>\n")
        .append("<dc:identifier>urn:uuid:")
        .append(about.id())
        .append("</dc:identifier>\n");
    if (!about.authors().isEmpty()) {
      xmp.append("<dc:creator><rdf:Seq>");
      about.authors().forEach(name -> xmp.append(item(name)));
      xmp.append("</rdf:Seq></dc:creator>\n");
    }
    if (!about.description().isBlank()) {
      xmp.append("<dc:description>")
          .append(alternative(about.description()))
          .append("</dc:description>\n");
    }
    if (!about.keywords().isEmpty()) {
      xmp.append("<dc:subject><rdf:Bag>");
      about.keywords().forEach(word -> xmp.append(item(word)));
      xmp.append("</rdf:Bag></dc:subject>\n<pdf:Keywords>")
          .append(escaped(String.join(", ", about.keywords())))
          .append("</pdf:Keywords>\n");
    }
    String changed = about.changed().truncatedTo(ChronoUnit.SECONDS).toString();
    return xmp.append("<xmp:CreateDate>" + changed + "</xmp:CreateDate>\n")
        .append("<xmp:ModifyDate>" + changed + "</xmp:ModifyDate>\n")
        .append(XMP_PRODUCER)
        .append("\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
        .toString();
  }

  private static String alternative(String text) {
    return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt>";
  }

  private static String item(String text) {
    return "<rdf:li>" + escaped(text) + "</rdf:li>";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
