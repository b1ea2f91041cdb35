package galley.export;

import galley.markdown.Heading;
import galley.post.Details;
import galley.post.Post;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Writes what a book says about itself: EPUB 3.3, EPUB Accessibility 1.1. */
final class EpubPackage {
  static final String TYPE = "application/epub+zip";
  static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
      <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles>
      </container>
      """;

  /** By it a book is known to be from an export. */
  static final String MARK = "<meta name=\"generator\" content=\"Galley\"/>";

  private final Post post;
  private final Details details;
  private final StringBuilder xml = new StringBuilder();

  EpubPackage(Post post) {
    this.post = post;
    details = post.details();
  }

  /** The package document. */
  String opf(List<BundleFile> media, Optional<BundleFile> cover) {
    xml.setLength(0);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"")
        .append(" unique-identifier=\"id\"")
        .append(language("xml:lang"))
        .append(">\n")
        .append("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
        .append("<dc:identifier id=\"id\">urn:uuid:")
        .append(post.id())
        .append("</dc:identifier>\n");
    element("dc:title", title());
    element("dc:language", details.language());
    details.bylines().forEach(byline -> element("dc:creator", byline.name()));
    element("dc:description", details.standfirst());
    details.tags().forEach(tag -> element("dc:subject", tag));
    details.date().ifPresent(date -> element("dc:date", date.toString()));
    property("dcterms:modified", post.changed().truncatedTo(ChronoUnit.SECONDS).toString());
    property("schema:accessMode", "textual");
    if (!media.isEmpty()) {
      property("schema:accessMode", "visual");
    }
    property("schema:accessModeSufficient", "textual");
    property("schema:accessibilityFeature", "structuralNavigation");
    property("schema:accessibilityFeature", "tableOfContents");
    if (!media.isEmpty()) {
      property("schema:accessibilityFeature", "alternativeText");
    }
    property("schema:accessibilityHazard", "none");
    xml.append(MARK).append("\n</metadata>\n<manifest>\n");
    item("nav", "nav.xhtml", "application/xhtml+xml", " properties=\"nav\"");
    item("article", "article.xhtml", "application/xhtml+xml", "");
    item("css", "book.css", "text/css", "");
    for (int i = 0; i < media.size(); i++) {
      String path = media.get(i).path().substring("EPUB/".length());
      boolean isCover = cover.filter(media.get(i)::equals).isPresent();
      item("media-" + (i + 1), path, type(path), isCover ? " properties=\"cover-image\"" : "");
    }
    return xml.append("</manifest>\n<spine>\n<itemref idref=\"article\"/>\n</spine>\n</package>\n")
        .toString();
  }

  /** The table of contents, which readers show beside the text. */
  String navigation(List<Heading> outline) {
    xml.setLength(0);
    xml.append("<nav epub:type=\"toc\" role=\"doc-toc\">\n<ol>\n<li><a href=\"article.xhtml\">")
        .append(escaped(title()))
        .append("</a>");
    Deque<Integer> open = new ArrayDeque<>();
    for (Heading heading : outline) {
      if (open.isEmpty() || heading.level() > open.peek()) {
        xml.append("\n<ol>\n");
        open.push(heading.level());
      } else {
        xml.append("</li>\n");
        while (open.size() > 1 && heading.level() < open.peek()) {
          open.pop();
          xml.append("</ol>\n</li>\n");
        }
      }
      xml.append("<li><a href=\"article.xhtml#")
          .append(escaped(heading.id()))
          .append("\">")
          .append(escaped(heading.text()))
          .append("</a>");
    }
    open.forEach(_ -> xml.append("</li>\n</ol>\n"));
    return document(xml.append("</li>\n</ol>\n</nav>").toString());
  }

  /** A whole XHTML document around what stands in its body. */
  String document(String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\""
        + language("lang")
        + language("xml:lang")
        + Page.direction(details.language())
        + ">\n<head>\n<meta charset=\"utf-8\"/>\n<title>"
        + escaped(title())
        + "</title>\n"
        + "<link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n"
        + "</head>\n"
        + "<body>\n"
        + inside
        + "\n</body>\n</html>\n";
  }

  // A book must have a title; a draft need not have a headline
  private String title() {
    return details.headline().isBlank() ? Bundles.name(post) : details.headline().strip();
  }

  private String language(String attribute) {
    return " " + attribute + "=\"" + escaped(details.language()) + "\"";
  }

  private void element(String name, String text) {
    if (!text.isBlank()) {
      xml.append('<').append(name).append('>').append(escaped(text.strip()));
      xml.append("</").append(name).append(">\n");
    }
  }

  private void property(String name, String value) {
    xml.append("<meta property=\"").append(name).append("\">").append(value).append("</meta>\n");
  }

  private void item(String id, String path, String type, String more) {
    xml.append("<item id=\"").append(id).append("\" href=\"").append(escaped(path));
    xml.append("\" media-type=\"").append(type).append('"').append(more).append("/>\n");
  }

  private static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      case "webp" -> "image/webp";
      case "svg" -> "image/svg+xml";
      default -> "image/jpeg";
    };
  }

  /** Text for XML, without the characters that XML 1.0 can't hold. */
  private static String escaped(String text) {
    return Html.escaped(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", ""));
  }
}
