package galley.markdown;

import galley.text.LineIndex;
import galley.text.Words;
import java.util.List;
import org.commonmark.node.Document;

/** A body that has been read. Immutable; safe to use from every thread. */
public final class ParsedBody {
  private final String source;
  private final LineIndex lines;
  private final Document document;
  private final Dialect dialect;
  private final Survey survey;
  private final Footnotes footnotes;
  private final String plainText;
  private final int words;

  ParsedBody(String source, Document document, Dialect dialect) {
    this.source = source;
    this.document = document;
    this.dialect = dialect;
    lines = new LineIndex(source);
    survey = new Survey(document, dialect);
    footnotes = new Footnotes(document);
    plainText = survey.plainText();
    words = Words.count(plainText);
  }

  /** The body as it was given. */
  public String source() {
    return source;
  }

  public LineIndex lines() {
    return lines;
  }

  Document document() {
    return document;
  }

  /** The headings in their order, those written as HTML left out. */
  public List<Heading> outline() {
    return List.copyOf(survey.outline);
  }

  /** Every use of a picture in its order. */
  public List<PictureUse> pictures() {
    return List.copyOf(survey.pictures);
  }

  /** Every link in its order. */
  public List<LinkUse> links() {
    return List.copyOf(survey.links);
  }

  /** What a reader reads, a line for each block; alt texts and markup left out. */
  public String plainText() {
    return plainText;
  }

  /** The number of words a reader reads. */
  public int words() {
    return words;
  }

  /**
   * The HTML, one piece for each top-level block and the footnotes last; joined by line feeds it is
   * the HTML of the body. It is valid inside an {@code article} whose heading is an {@code h1}: a
   * heading goes as deep as it stands in the outline, from {@code h2} on, so that none is skipped,
   * and an empty one is left out. Raw HTML is cleaned as {@link RawHtml} says. Ids are unique, and
   * none is one of {@code article, content, footer, footnotes, header, main, nav, page, top}, which
   * are left to the page.
   */
  public List<RenderedBlock> render(PictureHtml pictures) {
    return new BlockWriter(survey, footnotes, dialect, pictures).body(document);
  }
}
