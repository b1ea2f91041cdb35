package galley.markdown;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Cleans the HTML in a body, so that it is valid where it stands and does nothing but show:
 * scripts, styles, forms, event handlers, comments and obsolete attributes go, what frames and
 * players bring in becomes a link, addresses that run something are dropped, ids are unique. Each
 * block comes out balanced by itself: an element that it opens and leaves open is dropped and its
 * content kept. Pictures are written by whoever renders.
 */
final class RawHtml {
  private static final Pattern TAG = Pattern.compile("(?s)</?([A-Za-z][A-Za-z0-9-]*).*");
  private static final Pattern PICTURE = Pattern.compile("<wbr data-picture=\"(\\d+)\">");

  private final Ids ids;
  private final Levels levels;

  RawHtml(Ids ids, Levels levels) {
    this.ids = ids;
    this.levels = levels;
  }

  /** What is left of a block. */
  record Cleaned(List<Piece> pieces, List<PictureUse> pictures, List<LinkUse> links, String text) {}

  Cleaned block(String html, Span span) {
    Document document = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    Element body = document.body();
    List<PictureUse> pictures = new ArrayList<>();
    new RawCleaning(ids, span, pictures).clean(body);
    RawShape.put(body);
    for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
      heading.tagName("h" + levels.next(heading.normalName().charAt(1) - '0'));
    }
    List<LinkUse> links = new ArrayList<>();
    for (Element link : body.select("a[href]")) {
      links.add(new LinkUse(link.attr("href"), link.text().strip(), span));
    }
    return new Cleaned(
        pieces(body.html().strip(), pictures, hasOnlyPicture(body)), pictures, links, body.text());
  }

  private static boolean hasOnlyPicture(Element body) {
    return body.childrenSize() == 1
        && body.child(0).hasAttr("data-picture")
        && body.wholeText().isBlank();
  }

  private static List<Piece> pieces(String html, List<PictureUse> pictures, boolean alone) {
    List<Piece> pieces = new ArrayList<>();
    Matcher place = PICTURE.matcher(html);
    int done = 0;
    while (place.find()) {
      pieces.add(new Piece.Markup(html.substring(done, place.start())));
      int number = Integer.parseInt(place.group(1));
      if (alone) {
        PictureUse use = pictures.get(number);
        pictures.set(
            number, new PictureUse(use.destination(), use.alt(), use.title(), use.span(), true));
      }
      pieces.add(new Piece.Picture(pictures.get(number)));
      done = place.end();
    }
    pieces.add(new Piece.Markup(html.substring(done)));
    return List.copyOf(pieces);
  }

  InlineTag inline(String html, Span span) {
    Matcher tag = TAG.matcher(html);
    if (!tag.matches()) {
      return InlineTag.of(InlineTag.Kind.NOTHING, "", "");
    }
    String name = RawTags.renamed(tag.group(1).toLowerCase(Locale.ROOT));
    if (html.startsWith("</")) {
      return InlineTag.of(InlineTag.Kind.CLOSE, name, "");
    }
    if (RawTags.DROPPED.contains(name)) {
      return InlineTag.of(InlineTag.Kind.DROPPED, name, "");
    }
    // of a player between words only its own tag is seen, so its source counts for itself
    String whole = name.equals("source") ? html.replaceFirst("source", "embed") : html;
    Element element = Jsoup.parseBodyFragment(whole).body().firstElementChild();
    if (element == null) {
      return InlineTag.of(InlineTag.Kind.NOTHING, name, "");
    }
    if (name.equals("img")) {
      return picture(element, span)
          .map(use -> new InlineTag(InlineTag.Kind.WHOLE, name, "", Optional.of(use)))
          .orElse(InlineTag.of(InlineTag.Kind.NOTHING, name, ""));
    }
    if (RawTags.EMBEDS.contains(element.normalName())) {
      return RawTags.embedded(element)
          .map(address -> InlineTag.of(InlineTag.Kind.WHOLE, name, link(address)))
          .orElse(InlineTag.of(InlineTag.Kind.NOTHING, name, ""));
    }
    if (!RawTags.INLINE.contains(name)) {
      return InlineTag.of(InlineTag.Kind.NOTHING, name, "");
    }
    element.tagName(name);
    RawTags.clean(element, ids);
    boolean bare = element.attributesSize() == 0;
    if (name.equals("br") || name.equals("wbr")) {
      InlineTag.Kind kind = name.equals("br") ? InlineTag.Kind.BREAK : InlineTag.Kind.WHOLE;
      return InlineTag.of(kind, name, "<" + name + ">");
    }
    if (bare && (name.equals("a") || name.equals("span"))) {
      return InlineTag.of(InlineTag.Kind.NOTHING, name, "");
    }
    return InlineTag.of(InlineTag.Kind.OPEN, name, start(element));
  }

  private static String start(Element element) {
    StringBuilder out = new StringBuilder("<").append(element.normalName());
    for (Attribute attribute : element.attributes()) {
      out.append(' ').append(attribute.getKey()).append("=\"");
      Html.append(out, attribute.getValue());
      out.append('"');
    }
    return out.append('>').toString();
  }

  private static String link(String address) {
    String escaped = Html.escaped(address);
    return "<a href=\"" + escaped + "\">" + escaped + "</a>";
  }

  static Optional<PictureUse> picture(Element image, Span span) {
    String source = image.attr("src").strip();
    return source.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PictureUse(source, image.attr("alt").strip(), image.attr("title"), span, false));
  }
}
