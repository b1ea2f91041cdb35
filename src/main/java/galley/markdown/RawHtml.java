package galley.markdown;

import galley.text.Span;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Cleans the HTML in a body. */
final class RawHtml {
  RawHtml(Ids ids, int shift) {}

  /** What is left of a block. */
  record Cleaned(List<Piece> pieces, List<PictureUse> pictures, List<LinkUse> links, String text) {}

  Cleaned block(String html, Span span) {
    String clean = Jsoup.clean(html, Safelist.relaxed().removeTags("h1", "img"));
    return new Cleaned(
        List.of(new Piece.Markup(clean)), List.of(), List.of(), Jsoup.parse(clean).text());
  }

  InlineTag inline(String html, Span span) {
    return InlineTag.of(InlineTag.Kind.NOTHING, "", "");
  }
}
